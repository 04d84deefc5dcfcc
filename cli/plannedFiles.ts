import { codebookMarkdown, codebookOf, codebookTable } from "../panel/codebook.ts";
import { csvChunks } from "../panel/csvChunks.ts";
import type { Table } from "../panel/table.ts";
import { writeParquet } from "../panel/writeParquet.ts";
import { textAlone } from "../scenarios/phrase.ts";
import type { PlannedFile } from "./writeFiles.ts";

/** The kinds of file the commands write. */

export function jsonFile(path: string, value: unknown): PlannedFile {
  return textFile(path, `${JSON.stringify(value, textAlone, 2)}\n`);
}

export function csvFile(path: string, table: Table): PlannedFile {
  return {
    path,
    async write(to) {
      for (const chunk of csvChunks(table)) await to(chunk);
    },
  };
}

export function parquetFile(path: string, table: Table): PlannedFile {
  return { path, write: (to) => writeParquet(table, to) };
}

/**
 * A panel under the name the user chose, `.csv` or `.parquet`, and beside it what its columns mean, once for programs
 * (`NAME.codebook.csv`) and once for people (`NAME.codebook.md`).
 */
export function panelPaths(path: string): [panel: string, forPrograms: string, forPeople: string] {
  const stem = path.replace(/\.(csv|parquet)$/i, "");
  return [path, `${stem}.codebook.csv`, `${stem}.codebook.md`];
}

/** The files of `panelPaths`. */
export function panelFiles(path: string, table: Table): PlannedFile[] {
  const [panel, forPrograms, forPeople] = panelPaths(path);
  const codebook = codebookOf(table);
  return [
    /\.csv$/i.test(panel) ? csvFile(panel, table) : parquetFile(panel, table),
    csvFile(forPrograms, codebookTable(codebook)),
    textFile(forPeople, codebookMarkdown(codebook)),
  ];
}

export function textFile(path: string, text: string): PlannedFile {
  return { path, write: (to) => to(text) };
}
