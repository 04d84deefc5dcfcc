import { basename, join } from "node:path";
import { version } from "../../../package.json";
import { tableFromColumns } from "../../../panel/tableFromColumns.ts";
import { InvalidInput } from "../../../scenarios/index.ts";
import { EXIT, WorkFailed } from "../../failure.ts";
import { interruption } from "../../interruption.ts";
import { prepareFiles, prepareFolder } from "../../outputFolder.ts";
import { csvFile, textFile } from "../../plannedFiles.ts";
import { type PlannedFile, writeFiles } from "../../writeFiles.ts";
import { sayDamage } from "../mergeStudy.ts";
import { readLogs } from "../readLogs.ts";
import { storedDesign } from "../storedDesign.ts";
import { storedRows } from "../storedRows.ts";
import { htmlReport } from "./html.ts";
import { latexReport } from "./latex.ts";
import { markdownReport } from "./markdown.ts";
import { rowsToReport } from "./rowsToReport.ts";
import { figuresOf, type ReportedStudy, studyDocument } from "./studyDocument.ts";

export const REPORT_FORMATS = ["html", "md", "latex"] as const;

export interface ReportOptions {
  readonly format: (typeof REPORT_FORMATS)[number];
  /** `report.html`, `report.md` or `report.tex` in the folder of the study when left out. */
  readonly out?: string;
}

const ENDINGS = { html: ".html", md: ".md", latex: ".tex" } as const;

/**
 * `bandwagon study report DIR`: writes a report of what is in the folder of a study, finished or not. Returns the exit code.
 *
 * @throws WorkFailed where it holds no replication.
 */
export async function reportStudy(folder: string, { format, out }: ReportOptions): Promise<number> {
  const design = await storedDesign(folder);
  const path = out ?? join(folder, `report${ENDINGS[format]}`);
  refuseOtherEnding(path, format);
  const { signal, release } = interruption();
  const logs = readLogs(folder, design, version);
  const source = storedRows(design, logs);
  const dataFolder = `${path.slice(0, -ENDINGS[format].length)}.data`;
  const prepared: { discard(): void }[] = [];
  try {
    sayDamage(logs);
    if (logs.index.found === 0) throw new WorkFailed(`${folder}: no replication is there yet`);
    const study = rowsToReport(design, logs, source);
    prepared.push(await prepareFiles([path], "--out"));
    const files =
      format === "html" ? htmlFiles(study, path, dataFolder) : [textFile(path, plainText(study, format))];
    if (format === "html") prepared.push(await prepareFolder(dataFolder, "--out"));
    await writeFiles(files, signal);
    process.stdout.write(`${path}\n`);
    if (files.length > 1)
      process.stderr.write(`data of the figures: ${files.length - 1} files in ${dataFolder}\n`);
    return EXIT.done;
  } catch (error) {
    for (const each of prepared.reverse()) each.discard();
    throw error;
  } finally {
    source.close();
    release();
  }
}

function htmlFiles(study: ReportedStudy, path: string, dataFolder: string): PlannedFile[] {
  const document = studyDocument(study, { figures: true, measuresATable: 6 });
  const html = htmlReport(document, ({ id }) => `${basename(dataFolder)}/${id}.csv`);
  return [
    textFile(path, html),
    ...figuresOf(document).map(({ id, data }) =>
      csvFile(join(dataFolder, `${id}.csv`), tableFromColumns(data)),
    ),
  ];
}

function plainText(study: ReportedStudy, format: "md" | "latex"): string {
  const document = studyDocument(study, { figures: false, measuresATable: 4 });
  return format === "md" ? markdownReport(document) : latexReport(document);
}

/** A report under the name of another kind of file would take its place. */
function refuseOtherEnding(path: string, format: ReportOptions["format"]): void {
  if (path.toLowerCase().endsWith(ENDINGS[format])) return;
  throw new InvalidInput({
    path: `--out ${path}`,
    found: "a name with another ending",
    expected: `a file name that ends in ${ENDINGS[format]}, for --format ${format}`,
  });
}
