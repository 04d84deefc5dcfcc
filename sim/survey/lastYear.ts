import type { Scenario } from "../../scenarios/index.ts";
import type { SimulatedHistory } from "../run.ts";

/** What firms are at the end of the last recorded year, one entry a firm of the panel. */
export interface LastYear {
  readonly count: number;
  readonly firm: Readonly<Record<FirmColumn, Float64Array>>;
  /** Whether the firm has suppliers abroad. */
  readonly abroad: readonly boolean[];
  /** By firm and destination: active, and position in `considerations`, 0 where nobody is heard to consider. */
  readonly active: Uint8Array;
  readonly considers: Uint8Array;
  readonly destinations: number;
}

type FirmColumn = (typeof firmColumns)[number];

const firmColumns = [
  "firm",
  "province",
  "industry",
  "size",
  "turnover",
  "foundingYear",
  "consumerGoods",
  "research",
  "marketing",
  "ownBrands",
  "outsources",
  "suppliersDistrictPct",
  "suppliersRegionPct",
  "suppliersItalyPct",
  "suppliersAbroadPct",
  "suppliers",
  "outsourcedActivitiesPct",
  "offshoringEffect",
  "firstStartYear",
  "setUp",
  "partialReturnYear",
] as const;

/** @throws RangeError where a column is missing. */
export function lastYearOf(history: SimulatedHistory, scenario: Scenario): LastYear {
  const valuesOf = (name: string) => {
    const found = history.columns.find((column) => column.name === name);
    if (found === undefined) {
      throw new RangeError(
        `a survey of districts needs the column ${name}: a world with register firms and supplier portfolios, all columns recorded`,
      );
    }
    return found.values;
  };
  const [year, destination, active] = ["year", "destination", "active"].map(valuesOf);
  const considers = history.columns.find(({ name }) => name === "considers")?.values;
  const last = scenario.firstYear + scenario.recordedYears - 1;
  const rows = Array.from({ length: history.rows }, (_, row) => row).filter((row) => year[row] === last);
  const destinations = 4;
  const first = rows.filter((row) => destination[row] === 0);
  const take = (values: ArrayLike<number>) => Float64Array.from(first, (row) => values[row]);
  const activePairs = Uint8Array.from(rows, (row) => active[row]);
  return {
    count: first.length,
    firm: Object.fromEntries(firmColumns.map((name) => [name, take(valuesOf(name))])) as Record<
      FirmColumn,
      Float64Array
    >,
    abroad: first.map((_, at) =>
      activePairs.subarray(destinations * at, destinations * (at + 1)).includes(1),
    ),
    active: activePairs,
    considers: Uint8Array.from(rows, (row) => considers?.[row] ?? 0),
    destinations,
  };
}
