import type { Table } from "../../panel/table.ts";
import { textOf } from "../../scenarios/phrase.ts";
import type { DesignFromPanel } from "../../study/designFrom/designFromFit.ts";
import {
  columnsOfDesign,
  type DesignFromRequest,
  designFromTable,
  UnusableFit,
} from "../../study/designFrom/designFromTable.ts";
import { EXIT, WorkFailed } from "../failure.ts";
import { prepareFiles } from "../outputFolder.ts";
import { jsonFile } from "../plannedFiles.ts";
import { readTable } from "../readTable.ts";
import { writeFiles } from "../writeFiles.ts";
import { designFromText } from "./designFromText.ts";

export interface DesignFromOptions extends DesignFromRequest {
  readonly na?: string;
  readonly decimal?: "." | ",";
  readonly out?: string;
  readonly format: "table" | "json";
}

/** `bandwagon study design-from FILE`. Returns the exit code. */
export async function designFrom(path: string, options: DesignFromOptions): Promise<number> {
  const columns = columnsOfDesign(options);
  const { out } = options;
  const folder = out === undefined ? null : await prepareFiles([out], "--out");
  try {
    const { na, decimal } = options;
    const missing = na === undefined ? [] : na.split(",");
    const table = await readTable(path, { missing, ...(decimal && { decimal }), columns });
    const found = designOf(table, options);
    if (out !== undefined) await writeFiles([jsonFile(out, found.design)]);
    process.stderr.write(`${designFromText(found, path, out)}\n`);
    if (options.format === "json")
      process.stdout.write(
        `${JSON.stringify({ ...found, warnings: found.warnings.map((each) => textOf(each)) }, null, 2)}\n`,
      );
    else if (out === undefined) process.stdout.write(`${JSON.stringify(found.design, null, 2)}\n`);
    return EXIT.done;
  } finally {
    folder?.discard();
  }
}

function designOf(table: Table, options: DesignFromOptions): DesignFromPanel {
  try {
    return designFromTable(table, options);
  } catch (error) {
    if (!(error instanceof UnusableFit)) throw error;
    throw new WorkFailed(
      `the model has no usable estimates (${error.message}); bandwagon estimate shows more`,
    );
  }
}
