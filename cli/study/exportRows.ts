import { encodeLabels } from "../../panel/encodeLabels.ts";
import type { Table } from "../../panel/table.ts";
import { type NamedValues, tableFromColumns } from "../../panel/tableFromColumns.ts";
import type { Cell, ResolvedDesign } from "../../study/cells.ts";
import { compareEstimands, couldBeEstimand, knownEstimands } from "../../study/estimands.ts";
import { comparedMethods } from "../../study/measures/comparedMethods.ts";
import type { ReplicationRows, RowSource } from "../../study/rowSource.ts";
import type { EstimateRow } from "../../study/rows.ts";
import { rowsTable } from "../../study/rowsTable.ts";

const rowsPerGroup = 32_768;

/** The rows of a study as stored, with a column for each varied parameter, as tables of bounded size. The first is empty. */
export function* storedGroups(design: ResolvedDesign, source: RowSource): Generator<Table, void, undefined> {
  const tableOf = (rows: readonly EstimateRow[]) => {
    const cells = rows.map(({ cell }) => design.cells[cell]);
    const table = rowsTable(rows);
    const taken = [...table.columns.keys()];
    const varied = tableFromColumns(variedColumns(design, cells, taken));
    return { rows: table.rows, columns: new Map([...table.columns, ...varied.columns]) };
  };
  yield tableOf([]);
  yield* inGroups(eachRow(design, source), tableOf);
}

function* eachRow({ cells }: ResolvedDesign, source: RowSource): Generator<EstimateRow, void, undefined> {
  for (const { index } of cells) for (const { rows } of source.replicationsOf(index)) yield* rows;
}

/** One row of the long format: an estimate, or the place of one that is not there. */
interface LongRow {
  readonly cell: Cell;
  readonly replication: number;
  readonly method: string;
  readonly estimand: string;
  /** The method that this one is compared with; its own name where there is none. */
  readonly reference: string;
  readonly row: EstimateRow | null;
  readonly status: string;
}

/**
 * The rows of a study in the long format that rsimsum and simsum read, as tables of bounded size; the first is empty.
 * It is balanced: in each replication of a cell every method has a row for each estimand, whether or not it gave it.
 */
export function* longGroups(design: ResolvedDesign, source: RowSource): Generator<Table, void, undefined> {
  const tableOf = (rows: readonly LongRow[]) => longTable(design, rows);
  yield tableOf([]);
  yield* inGroups(eachLongRow(design, source), tableOf);
}

function* eachLongRow({ cells }: ResolvedDesign, source: RowSource): Generator<LongRow, void, undefined> {
  for (const cell of cells) {
    const places = placesOf(cell, source.replicationsOf(cell.index));
    for (const { replication, rows } of source.replicationsOf(cell.index)) {
      const found = new Map(rows.map((row) => [`${row.method}\n${row.estimand}`, row]));
      const failed = new Map(rows.flatMap((row) => (row.status === "ok" ? [] : [[row.method, row.status]])));
      for (const place of places) {
        const row = found.get(`${place.method}\n${place.estimand}`) ?? null;
        const status = row?.status ?? failed.get(place.method) ?? "not-estimated";
        yield { cell, replication, ...place, row, status };
      }
    }
  }
}

/** Every estimand that some method gave, for every method that could; those a method can give in any case, where it always failed. */
function placesOf(
  cell: Cell,
  replications: Iterable<ReplicationRows>,
): Pick<LongRow, "method" | "estimand" | "reference">[] {
  const given = new Set<string>();
  const successful = new Set<string>();
  for (const { rows } of replications) {
    for (const { status, method, estimand } of rows) {
      if (status !== "ok") continue;
      given.add(estimand);
      successful.add(method);
    }
  }
  const compared = comparedMethods(cell);
  return cell.methods.flatMap((method) => {
    const { name } = method;
    const own = successful.has(name) ? [] : knownEstimands(method);
    const estimands = [...new Set([...given, ...own])].filter((estimand) =>
      couldBeEstimand(method, estimand, cell.scenario),
    );
    return estimands
      .sort((a, b) => compareEstimands(method, a, b))
      .map((estimand) => ({
        method: name,
        estimand,
        reference: compared(name, estimand)?.methods[0] ?? name,
      }));
  });
}

const LONG_COLUMNS = [
  "dataset",
  "cell",
  "dgm",
  "world",
  "method",
  "estimand",
  "reference",
  "truth",
  "estimate",
  "se",
  "conf_low",
  "conf_high",
  "p_value",
  "converged",
  "status",
];

/** Names without capitals and points, which Stata takes too, and none that rsimsum keeps for itself. */
function longTable(design: ResolvedDesign, rows: readonly LongRow[]): Table {
  const labels = (name: string, text: (row: LongRow) => string) => encodeLabels(name, rows.map(text));
  const whole = (name: string, of: (row: LongRow) => number) => ({
    name,
    values: Int32Array.from(rows, of),
  });
  const number = (name: string, of: (row: EstimateRow) => number) => ({
    name,
    values: Float64Array.from(rows, ({ row }) => (row === null ? Number.NaN : of(row))),
  });
  const varied = variedColumns(
    design,
    rows.map(({ cell }) => cell),
    LONG_COLUMNS,
  );
  return tableFromColumns([
    whole("dataset", ({ replication }) => replication),
    whole("cell", ({ cell }) => cell.index),
    labels("dgm", ({ cell }) => cell.key),
    labels("world", ({ cell }) => cell.world),
    ...varied,
    labels("method", ({ method }) => method),
    labels("estimand", ({ estimand }) => estimand),
    labels("reference", ({ reference }) => reference),
    number("truth", ({ truth }) => truth),
    number("estimate", ({ estimate }) => estimate),
    number("se", ({ stdError }) => stdError),
    number("conf_low", ({ confLow }) => confLow),
    number("conf_high", ({ confHigh }) => confHigh),
    number("p_value", ({ pValue }) => pValue),
    whole("converged", ({ row }) => (row === null ? 0 : 1)),
    labels("status", ({ status }) => status),
  ]);
}

/** A column for each parameter that some world varies; a missing cell where a world does not. */
function variedColumns(
  design: ResolvedDesign,
  cells: readonly (Cell | undefined)[],
  taken: readonly string[],
): NamedValues[] {
  const parameters = [...new Set(design.cells.flatMap(({ values }) => Object.keys(values)))];
  const names = new Set(taken);
  return parameters.map((parameter) => {
    let name = parameter.replaceAll(/\W/g, "_");
    while (names.has(name)) name = `vary_${name}`;
    names.add(name);
    const known = design.cells.flatMap(({ values }) => (parameter in values ? [values[parameter]] : []));
    if (known.every((value) => typeof value === "number")) {
      const values = Float64Array.from(cells, (cell) => Number(cell?.values[parameter] ?? Number.NaN));
      return { name, values };
    }
    const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
    return encodeLabels(
      name,
      cells.map((cell) => (cell && parameter in cell.values ? text(cell.values[parameter]) : null)),
    );
  });
}

function* inGroups<Row>(
  rows: Iterable<Row>,
  tableOf: (rows: readonly Row[]) => Table,
): Generator<Table, void, undefined> {
  let group: Row[] = [];
  for (const row of rows) {
    if (group.length === rowsPerGroup) {
      yield tableOf(group);
      group = [];
    }
    group.push(row);
  }
  if (group.length > 0) yield tableOf(group);
}
