import { columnSummaries, firstCells } from "../../panel/columnSummary.ts";
import type { Table } from "../../panel/table.ts";
import { InvalidInput } from "../../scenarios/invalidInput.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { knownColumns } from "../../study/designFrom/knownColumns.ts";
import { suspectedMarks, withFlag } from "../../study/estimate/missingMarks.ts";
import { isParquet, type OpenedFile, readOpenedTable } from "../../study/estimate/readOpenedTable.ts";
import type { JobService, Report } from "../jobService.ts";
import type { DataJob, DataProgress, DataRequest, DataResult, DataSummary } from "./dataJobs.ts";
import { designAnswer } from "./designData.ts";
import { type EstimatedData, estimateAnswer, estimateData } from "./estimateData.ts";
import { exportedFiles } from "./exportedFiles.ts";
import { openedData } from "./openedData.ts";
import { samplePanel } from "./samplePanel.ts";

/** Levels of a column and cells of the table that the page is told at once. */
const LEVELS_TOLD = 8;
const PREVIEW = { rows: 8, columns: 40 };

/** A file as it was read. */
export interface ReadData {
  readonly file: File;
  readonly opened: OpenedFile;
  readonly table: Table;
}

/** Reads tables of the reader's, fits models to them and writes what comes of it. The last table and the last fit are kept. */
export const dataService: JobService<null, DataJob, DataResult, DataProgress> = {
  prepare() {
    let read: { readonly name: string; readonly data: ReadData } | null = null;
    let estimated: { readonly name: string; readonly fit: EstimatedData } | null = null;

    async function dataOf(request: DataRequest, report: Report<DataProgress>): Promise<ReadData> {
      const name = JSON.stringify([request.id, request.reading]);
      if (read?.name !== name) {
        // Two tables at once may be more than the memory there is.
        read = null;
        estimated = null;
        read = { name, data: await readData(request, report) };
      }
      return read.data;
    }

    return async (job, report): Promise<DataResult> => {
      const data = await dataOf(job.data, report);
      if (job.kind === "read") return { kind: "read", summary: summaryOf(data, job.data) };
      const { missing } = job.data.reading;
      try {
        if (job.kind === "design") {
          report({ kind: "designing" }, "always");
          return { kind: "design", answer: designAnswer(data, job.design, job.data.reading) };
        }
        const name = JSON.stringify(job.model);
        if (estimated?.name !== name) {
          report({ kind: "fitting" }, "always");
          estimated = { name, fit: estimateData(data.table, job.model) };
        }
        const { fit } = estimated;
        if (job.kind === "estimate") {
          return { kind: "estimate", answer: estimateAnswer(data, fit, job.data.reading, job.model) };
        }
        return {
          kind: "export",
          files: await exportedFiles(job.what, data, fit, job.data.reading, job.model),
        };
      } catch (error) {
        throw withFlag(withoutMemory(error, data.file), missing);
      }
    };
  },
};

async function readData({ source, reading }: DataRequest, report: Report<DataProgress>): Promise<ReadData> {
  if (source.kind === "sample") report({ kind: "simulating" }, "always");
  const file = source.kind === "sample" ? samplePanel() : source.file;
  const opened = await openedData(file, file.name, (bytes, of) => {
    report({ kind: "reading", share: of === 0 ? 1 : bytes / of, bytes });
  });
  const { missing, decimal } = reading;
  try {
    const table = await readOpenedTable(opened, {
      missing,
      ...(decimal !== null && !isParquet(opened) && { decimal }),
    });
    return { file, opened, table };
  } catch (error) {
    throw withFlag(withoutMemory(error, file), missing);
  }
}

/** What the engine says where an array cannot be had is no help to a reader. */
function withoutMemory(error: unknown, { name, size }: File): unknown {
  if (
    !(error instanceof RangeError && /allocation failed|Invalid (typed )?array length/.test(error.message))
  ) {
    return error;
  }
  return new InvalidInput({
    path: name,
    found: phrase`${Math.round(size / 1e6)} MB, for which this browser has not enough memory`,
    expected: phrase`a file of fewer rows or columns; bandwagon estimate in a terminal reads only the columns a formula needs`,
  });
}

function summaryOf({ file, opened, table }: ReadData, { source }: DataRequest): DataSummary {
  return {
    worldColumns: knownColumns,
    name: file.name,
    bytes: file.size,
    format: isParquet(opened) ? "parquet" : "text",
    rows: table.rows,
    columns: columnSummaries(table, { levels: LEVELS_TOLD }),
    preview: firstCells(table, PREVIEW),
    // The simulated panel has no missing cells: its NA is Napoli.
    marks: source.kind === "sample" || isParquet(opened) ? [] : suspectedMarks(table),
  };
}
