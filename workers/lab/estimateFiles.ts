import { codebookOf, codebookTable } from "../../panel/codebook.ts";
import { csvChunks } from "../../panel/csvChunks.ts";
import type { Table } from "../../panel/table.ts";
import type { ModelSpecification } from "../../scenarios/index.ts";
import type { EstimateFile, TakenFile } from "./estimateJobs.ts";

/** A surveyed panel, or a script of a fit with its data, as files. */
export async function filesOf(
  panel: Table,
  file: EstimateFile,
  specificationNamed: (name: string) => ModelSpecification,
): Promise<TakenFile[]> {
  switch (file.kind) {
    case "csv":
      return [{ name: "panel.csv", content: csvBlob(panel) }];
    case "codebook":
      return [{ name: "panel.codebook.csv", content: csvBlob(codebookTable(codebookOf(panel))) }];
    case "parquet": {
      const { writeParquet } = await import("../../panel/writeParquet.ts");
      const parts: Blob[] = [];
      // A group at a time, copied: the writer uses its buffer again.
      await writeParquet(panel, (bytes) => {
        parts.push(new Blob([bytes.slice()]));
      });
      return [
        { name: "panel.parquet", content: new Blob(parts, { type: "application/vnd.apache.parquet" }) },
      ];
    }
    case "r":
    case "stata":
      return scriptFiles(panel, file.kind, specificationNamed(file.specification));
  }
}

async function scriptFiles(
  panel: Table,
  language: "r" | "stata",
  specification: ModelSpecification,
): Promise<TakenFile[]> {
  const { fitScript } = await import("../../study/lab/fitScript.ts");
  const { model } = specification;
  if (model !== "cox" && model !== "probit" && model !== "randomEffectsProbit") return [];
  const stem = specification.name.replaceAll("/", "-");
  const data = `${stem}.csv`;
  const { script, data: rows } = fitScript(panel, specification, language, data);
  return [
    { name: `${stem}.${language === "r" ? "R" : "do"}`, content: new Blob([script], { type: "text/plain" }) },
    { name: data, content: csvBlob(rows) },
  ];
}

function csvBlob(table: Table): Blob {
  return new Blob([...csvChunks(table)], { type: "text/csv" });
}
