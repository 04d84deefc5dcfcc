import { codebookOf, codebookTable } from "../../panel/codebook.ts";
import { csvChunks } from "../../panel/csvChunks.ts";
import type { Table } from "../../panel/table.ts";
import type { EstimateFile, EstimateResult } from "./estimateJobs.ts";

/** A panel as a file, the bytes that `bandwagon simulate --out` writes of the same columns. */
export async function fileOf(
  panel: Table,
  { kind }: EstimateFile,
): Promise<Extract<EstimateResult, { kind: "file" }>> {
  switch (kind) {
    case "csv":
      return { kind: "file", name: "panel.csv", type: "text/csv", bytes: csvOf(panel) };
    case "codebook":
      return {
        kind: "file",
        name: "panel.codebook.csv",
        type: "text/csv",
        bytes: csvOf(codebookTable(codebookOf(panel))),
      };
    case "parquet": {
      const { writeParquet } = await import("../../panel/writeParquet.ts");
      const parts: Uint8Array[] = [];
      await writeParquet(panel, (bytes) => {
        parts.push(bytes.slice());
      });
      return {
        kind: "file",
        name: "panel.parquet",
        type: "application/vnd.apache.parquet",
        bytes: joined(parts),
      };
    }
  }
}

function csvOf(table: Table): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  return joined([...csvChunks(table)].map((chunk) => encoder.encode(chunk)));
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
