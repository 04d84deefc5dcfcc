import { csvChunks } from "../../panel/csvChunks.ts";
import { type EstimateOptions, panelColumns } from "../../study/estimate/estimateOptions.ts";
import { isParquet } from "../../study/estimate/readOpenedTable.ts";
import { resultJson } from "../../study/estimate/resultJson.ts";
import { termsCsv } from "../../study/estimate/termsCsv.ts";
import { exportR } from "../../study/exportScript/exportR.ts";
import type { ScriptOptions } from "../../study/exportScript/exportRequest.ts";
import { exportStata } from "../../study/exportScript/exportStata.ts";
import { formatOfText, type ScriptFile, scriptColumns } from "../../study/exportScript/scriptFile.ts";
import { htmlTable } from "../../study/journal/htmlTable.ts";
import { latexTable } from "../../study/journal/latexTable.ts";
import type { ExportedFile, ExportKind, ModelRequest, ReadingOptions } from "./dataJobs.ts";
import type { ReadData } from "./dataService.ts";
import { type EstimatedData, estimateOptions } from "./estimateData.ts";

/** A fit as files, each written by the code that `bandwagon estimate` writes it with. */
export async function exportedFiles(
  what: ExportKind,
  data: ReadData,
  fit: EstimatedData,
  reading: ReadingOptions,
  model: ModelRequest,
): Promise<ExportedFile[]> {
  const stem = data.file.name.replace(/(\.(csv|tsv|txt|parquet|gz))+$/i, "") || "data";
  const text = (name: string, type: string, content: string) => [{ name, type, text: content }];
  switch (what) {
    case "json":
      return text(`${stem}-fit.json`, "application/json", `${resultJson(fit.result)}\n`);
    case "csv":
      return text(`${stem}-fit.csv`, "text/csv", termsCsv(fit.result));
    case "latex":
      return text(`${stem}-fit.tex`, "text/x-tex", latexTable([fit.result]));
    case "html":
      return text(`${stem}-fit.html`, "text/html", htmlTable([fit.result]));
    case "data":
      return text(data.file.name, "text/csv", await data.file.text());
    case "r":
    case "stata": {
      const { file, copies } = await scriptData(data, fit, reading, stem);
      const request = {
        file,
        options: scriptOptions(estimateOptions(model)),
        frame: fit.frame,
        result: fit.result,
      };
      const script =
        what === "r"
          ? { name: `${stem}-fit.R`, type: "text/x-r", text: exportR(request) }
          : { name: `${stem}-fit.do`, type: "text/plain", text: exportStata(request) };
      return [script, ...copies];
    }
  }
}

/** The data as a script reads them: the reader's file, or a CSV copy of the columns in use where R and Stata could not read that. */
async function scriptData(
  { file, opened }: ReadData,
  { used }: EstimatedData,
  { missing, decimal }: ReadingOptions,
  stem: string,
): Promise<{ readonly file: ScriptFile; readonly copies: readonly ExportedFile[] }> {
  const columns = scriptColumns(used);
  const copied = decimal !== null || isParquet(opened);
  const format = copied ? null : await formatOfText(opened.beginning, opened.text);
  if (format !== null) {
    return { file: { path: file.name, ...format, missing, columns, copyOf: null }, copies: [] };
  }
  const path = `${stem}-used.csv`;
  const ours = { delimiter: ",", decimal: ".", encoding: "utf-8" } as const;
  return {
    file: { path, ...ours, missing: [], columns, copyOf: file.name },
    copies: [{ name: path, type: "text/csv", text: [...csvChunks(used)].join("") }],
  };
}

function scriptOptions({ panel, where, subset, cluster, weights }: EstimateOptions): ScriptOptions {
  return {
    panel: panel === undefined ? undefined : panelColumns(panel),
    where,
    subset,
    cluster,
    weights,
  };
}
