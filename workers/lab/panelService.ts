import { codebookMarkdown, codebookOf, codebookTable } from "../../panel/codebook.ts";
import { csvChunks } from "../../panel/csvChunks.ts";
import type { Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { writeParquet } from "../../panel/writeParquet.ts";
import { advance, historyOf, startWorld, type WatchRequest, watchedWorld, yearsOf } from "../../sim/index.ts";
import type { JobService } from "../jobService.ts";
import { breathe } from "./breathe.ts";

/** The panel of a watched history, as a file. */
export interface PanelJob {
  readonly request: WatchRequest;
  readonly format: "csv" | "parquet";
  /** Name of the files, without an ending. */
  readonly name: string;
}

/** The panel and, for programs and for people, what its columns mean: the files of `bandwagon simulate --out`, byte for byte. */
export interface PanelFiles {
  readonly rows: number;
  readonly columns: number;
  readonly files: readonly { readonly name: string; readonly content: Blob }[];
}

/** Years simulated so far, then the writing of the file. */
export interface PanelProgress {
  readonly done: number;
  readonly of: number;
}

export const panelService: JobService<null, PanelJob, PanelFiles, PanelProgress> = {
  prepare() {
    return async ({ request, format, name }, report, signal): Promise<PanelFiles> => {
      const { scenario, key } = watchedWorld(request);
      const world = startWorld(scenario, key);
      const years = yearsOf(scenario);
      for (let year = 0; year < years && !signal.aborted; year++) {
        advance(world, 1);
        report({ done: year + 1, of: years + 1 });
        await breathe();
      }
      const history = historyOf(world);
      const table = tableFromColumns(history.columns);
      const codebook = codebookOf(table);
      return {
        rows: history.rows,
        columns: history.columns.length,
        files: [
          {
            name: `${name}.${format}`,
            content: format === "csv" ? csvBlob(table) : await parquetBlob(table),
          },
          { name: `${name}.codebook.csv`, content: csvBlob(codebookTable(codebook)) },
          {
            name: `${name}.codebook.md`,
            content: new Blob([codebookMarkdown(codebook)], { type: "text/markdown" }),
          },
        ],
      };
    };
  },
};

/** A browser keeps the pieces of a large Blob on disk, so that they are not all in memory. */
const piecesAtOnce = 64;

function csvBlob(table: Table): Blob {
  const type = "text/csv";
  let all = new Blob([], { type });
  let pieces: string[] = [];
  for (const chunk of csvChunks(table)) {
    pieces.push(chunk);
    if (pieces.length < piecesAtOnce) continue;
    all = new Blob([all, ...pieces], { type });
    pieces = [];
  }
  return new Blob([all, ...pieces], { type });
}

async function parquetBlob(table: Table): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  // A copy: the writer uses its buffer again.
  await writeParquet(table, async (bytes) => {
    pieces.push(Uint8Array.from(bytes));
  });
  return new Blob(pieces, { type: "application/vnd.apache.parquet" });
}
