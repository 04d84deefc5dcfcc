import type { Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import type { PowerResult, TriedValue } from "../../study/power/powerStudy.ts";

/** The power curve as a table, one row a value that was tried, in order. */
export function powerTable({ tried, parameter }: PowerResult): Table {
  const numbers = (name: string, number: (value: TriedValue) => number) => ({
    name,
    values: Float64Array.from(tried, number),
  });
  const counts = (name: string, count: (value: TriedValue) => number) => ({
    name,
    values: Int32Array.from(tried, count),
  });
  return tableFromColumns([
    numbers(parameter, ({ value }) => value),
    counts("replications", ({ replications }) => replications),
    counts("failed", ({ failed }) => failed),
    counts("found", ({ found }) => found),
    numbers("power", ({ power }) => power.value),
    numbers("wilsonLow", ({ power }) => power.low),
    numbers("wilsonHigh", ({ power }) => power.high),
    numbers("fitted", ({ fitted }) => fitted),
    numbers("positive", ({ positive }) => positive),
    numbers("meanEstimate", ({ estimate }) => estimate),
    numbers("meanStdError", ({ stdError }) => stdError),
    numbers("truth", ({ truth }) => truth),
  ]);
}
