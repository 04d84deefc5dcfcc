import {
  InvalidFormula,
  type ModelFrameOptions,
  modelFrame,
  type PanelColumns,
  parseFormula,
} from "../../estimators/index.ts";
import { InvalidInput } from "../../scenarios/index.ts";
import { EXIT } from "../failure.ts";
import { prepareFiles } from "../outputFolder.ts";
import { jsonFile } from "../plannedFiles.ts";
import { readTable } from "../readTable.ts";
import { writeFiles } from "../writeFiles.ts";
import { columnsInUse } from "./estimateColumns.ts";
import { fitModel, type ModelOptions } from "./estimateModel.ts";
import { estimateResult } from "./estimateResult.ts";
import { estimateTable } from "./estimateTable.ts";

export interface EstimateOptions extends ModelOptions {
  /** `ID,TIME` */
  readonly panel?: string;
  readonly subset?: string;
  readonly cluster?: string;
  readonly weights?: string;
  /** Texts that mark missing cells, between commas. */
  readonly na?: string;
  readonly format: "table" | "json";
  readonly out?: string;
}

/** `bandwagon estimate FILE FORMULA`. Returns the exit code: 1 when there is no finite, verified maximum. */
export async function estimate(path: string, formulaText: string, options: EstimateOptions): Promise<number> {
  const { subset, cluster, weights, out } = options;
  if (out !== undefined && !/\.json$/i.test(out)) {
    throw new InvalidInput({
      path: `--out ${out}`,
      found: "another ending",
      expected: "a file name that ends in .json",
    });
  }
  const formula = parseFormula(formulaText);
  const panel = options.panel === undefined ? undefined : panelColumns(options.panel);
  const frameOptions: ModelFrameOptions = {
    ...(panel && { panel }),
    ...(subset !== undefined && { subset }),
    ...(cluster !== undefined && { cluster }),
    ...(weights !== undefined && { weights }),
  };
  const expressions = Object.entries({ subset, cluster, weights }).flatMap(([what, text]) =>
    text === undefined ? [] : [{ what, text }],
  );
  const use = { ...(panel && { panel }), expressions };
  const missing = options.na === undefined ? [] : options.na.split(",");
  const folder = out === undefined ? null : await prepareFiles([out], "--out");
  try {
    const table = await readTable(path, { missing, columns: (names) => columnsInUse(formula, use, names) });
    const frame = modelFrame(formula, table, frameOptions);
    const result = estimateResult(frame, fitModel(frame, options));
    if (out !== undefined) await writeFiles([jsonFile(out, result)]);
    const report = options.format === "json" ? JSON.stringify(result, null, 2) : estimateTable(result);
    process.stdout.write(`${report}\n`);
    if (result.converged) return EXIT.done;
    const codes = result.warnings.map(({ code }) => code).join(", ");
    process.stderr.write(`error: the model could not be fitted as asked: ${codes}\n`);
    return EXIT.workFailed;
  } catch (error) {
    folder?.discard();
    throw withFlag(error, missing);
  }
}

function panelColumns(text: string): PanelColumns {
  const [id = "", time = "", ...rest] = text.split(",").map((name) => name.trim());
  if (id !== "" && time !== "" && rest.length === 0) return { id, time };
  throw new InvalidInput({
    path: `--panel ${text}`,
    found: JSON.stringify(text),
    expected: "two columns: who, and when, as in --panel firm,year",
  });
}

const USUAL_MARKS = ["NA", "N/A", "NULL", "null", "na", "n/a", ".", "-"];

/**
 * The same complaint with the flag that helps. A cell with `NA` is a label until it is said to be a missing value; in a
 * column of numbers that is likely meant.
 */
function withFlag(error: unknown, missing: readonly string[]): unknown {
  if (error instanceof InvalidFormula) {
    if (!error.found.endsWith("without a panel")) return error;
    const { source, position, found } = error;
    const expected = `${error.expected}: --panel id,time`;
    return new InvalidFormula(source, { start: position }, { found, expected });
  }
  if (!(error instanceof InvalidInput)) return error;
  const mark = USUAL_MARKS.find((text) => error.found === JSON.stringify(text) && !missing.includes(text));
  if (mark === undefined) return error;
  const { path, found } = error;
  const all = [...missing, mark].join(",");
  return new InvalidInput({
    path,
    found,
    expected: `${error.expected}; --na "${all}" reads such cells as missing`,
  });
}
