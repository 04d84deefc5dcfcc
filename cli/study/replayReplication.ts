import { version } from "../../package.json";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { InvalidInput } from "../../scenarios/index.ts";
import { simulate } from "../../sim/index.ts";
import type { Cell, ResolvedDesign } from "../../study/cells.ts";
import { logLine } from "../../study/log/logLine.ts";
import { orderRows } from "../../study/orderRows.ts";
import { runReplication } from "../../study/replication.ts";
import type { EstimateRow } from "../../study/rows.ts";
import { EXIT, WorkFailed } from "../failure.ts";
import { prepareFiles } from "../outputFolder.ts";
import { panelFiles, panelPaths } from "../plannedFiles.ts";
import { type TextColumn, textTable, wrapText } from "../textTable.ts";
import { writeFiles } from "../writeFiles.ts";
import { readLogs } from "./readLogs.ts";
import { storedDesign } from "./storedDesign.ts";
import { storedRows } from "./storedRows.ts";

export interface ReplayOptions {
  /** As in the results' column of that name, from 0. */
  readonly cell: number;
  readonly replication: number;
  readonly out?: string;
  readonly format: "table" | "json";
}

/**
 * `bandwagon study replay DIR`: runs one replication again, shows its rows, and writes its panel on request. Returns the exit code.
 *
 * @throws WorkFailed where the rows are not those in the folder.
 */
export async function replayReplication(folder: string, options: ReplayOptions): Promise<number> {
  const design = await storedDesign(folder);
  const cell = cellGiven(design, options.cell);
  const { replication, out, format } = options;
  if (out !== undefined && !/\.(csv|parquet)$/i.test(out)) {
    throw new InvalidInput({
      path: `--out ${out}`,
      found: "a name that ends in neither",
      expected: "a file name that ends in .csv or .parquet",
    });
  }
  const prepared = out === undefined ? null : await prepareFiles(panelPaths(out), "--out");
  try {
    // In the order in which the kept ones are read.
    const rows = orderRows(design, runReplication(design, cell.index, replication));
    const kept = keptRows(folder, design, cell, replication);
    const key = { seed: design.design.seed, condition: cell.condition, replication };
    const files =
      out === undefined ? [] : panelFiles(out, tableFromColumns(simulate(cell.scenario, key).columns));
    await writeFiles(files);
    const same = kept === null ? null : sameRows(rows, kept);
    if (format === "json") {
      process.stdout.write(`${JSON.stringify({ cell: cell.key, key, rows, asInFolder: same }, null, 2)}\n`);
    } else {
      process.stdout.write(`${cell.key} · replication ${replication} · seed ${JSON.stringify(key.seed)}\n\n`);
      process.stdout.write(`${textTable(COLUMNS, rows.map(cells))}\n`);
    }
    for (const { path } of files) process.stderr.write(`file: ${path}\n`);
    process.stderr.write(same === null ? "the folder does not hold this replication yet\n" : "");
    if (same === false) {
      throw new WorkFailed(
        `${folder}: replication ${replication} of cell ${cell.key} is kept there with other numbers than it has here`,
      );
    }
    return EXIT.done;
  } catch (error) {
    prepared?.discard();
    throw error;
  }
}

const MESSAGE_WIDTH = 48;

const COLUMNS: readonly TextColumn[] = [
  { title: "method", align: "left" },
  { title: "estimand", align: "left" },
  { title: "truth", align: "right" },
  { title: "estimate", align: "right" },
  { title: "std. error", align: "right" },
  { title: "p", align: "right" },
  { title: "status", align: "left" },
];

function cells({
  method,
  estimand,
  truth,
  estimate,
  stdError,
  pValue,
  status,
  message,
}: EstimateRow): string[] {
  const number = (value: number) => (Number.isNaN(value) ? "–" : value.toPrecision(5));
  const said = status === "ok" ? "ok" : wrapText(`${status}: ${message}`, MESSAGE_WIDTH);
  return [method, estimand, number(truth), number(estimate), number(stdError), number(pValue), said];
}

function cellGiven(design: ResolvedDesign, index: number): Cell {
  const found = design.cells[index];
  if (found !== undefined) return found;
  throw new InvalidInput({
    path: "--cell",
    found: String(index),
    expected: `a cell of the study: ${design.cells
      .slice(0, 12)
      .map(({ index, key }) => `${index} (${key})`)
      .join(", ")}${design.cells.length > 12 ? `, … ${design.cells.length - 1}` : ""}`,
  });
}

function keptRows(
  folder: string,
  design: ResolvedDesign,
  { index }: Cell,
  replication: number,
): readonly EstimateRow[] | null {
  const source = storedRows(design, readLogs(folder, design, version));
  try {
    return source.rowsOf(index, replication);
  } finally {
    source.close();
  }
}

/** To the last bit. */
function sameRows(rows: readonly EstimateRow[], others: readonly EstimateRow[]): boolean {
  const line = (of: readonly EstimateRow[]) => logLine({ cell: "", replication: 0, rows: of });
  return line(rows) === line(others);
}
