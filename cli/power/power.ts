import { join } from "node:path";
import { type PowerRequest, powerRequest } from "../../study/power/powerRequest.ts";
import { powerStudy } from "../../study/power/powerStudy.ts";
import { availableCores } from "../../workers/nodeEndpoint.ts";
import { EXIT } from "../failure.ts";
import { interruption } from "../interruption.ts";
import { prepareFolder } from "../outputFolder.ts";
import { csvFile, jsonFile } from "../plannedFiles.ts";
import { designWarnings, type GivenInstead, readDesign } from "../study/givenDesign.ts";
import { writeFiles } from "../writeFiles.ts";
import { givenNulls } from "./givenNulls.ts";
import { powerTable } from "./powerTable.ts";
import { powerText } from "./powerText.ts";
import { stageRunner } from "./stageRunner.ts";

export interface PowerOptions extends GivenInstead {
  readonly solve?: string;
  readonly mde?: string | true;
  readonly target?: number;
  readonly method?: string;
  readonly estimand?: string;
  readonly from?: number;
  readonly to?: number;
  readonly null?: readonly string[];
  readonly confirm?: number;
  readonly out?: string;
  readonly workers?: number;
  readonly format: "table" | "json";
}

const FILES = ["power.json", "power.csv"] as const;

/** `bandwagon power DESIGN`. Returns the exit code: 1 when no replication gave an estimate. */
export async function power(designPath: string, options: PowerOptions): Promise<number> {
  const design = await readDesign(designPath, options);
  const request = powerRequest(design, { ...options, nulls: givenNulls(options.null) });
  for (const warning of designWarnings(design)) process.stderr.write(`${warning}\n`);
  process.stderr.write(`${plan(request)}\n`);
  const { out } = options;
  const folder = out === undefined ? null : await prepareFolder(out, "--out", FILES);
  const { signal, release } = interruption();
  try {
    const run = stageRunner({ out, workers: options.workers ?? availableCores(), signal, designPath });
    const result = await powerStudy(request, run);
    if (out !== undefined) {
      const files = [jsonFile(join(out, FILES[0]), result), csvFile(join(out, FILES[1]), powerTable(result))];
      await writeFiles(files, signal);
    }
    process.stdout.write(
      options.format === "json" ? `${JSON.stringify(result, null, 2)}\n` : `\n${powerText(result)}\n`,
    );
    if (out !== undefined)
      process.stderr.write(`files: ${FILES.map((name) => join(out, name)).join(", ")}\n`);
    const anything = result.tried.some(({ replications, failed }) => failed < replications);
    if (!anything) process.stderr.write("error: no replication gave an estimate\n");
    return anything ? EXIT.done : EXIT.workFailed;
  } finally {
    release();
    folder?.discard();
  }
}

/** What is going to happen, before it costs anything. */
function plan({ quantity, target, estimand, method, nulls, confirm, design }: PowerRequest): string {
  const { from, to } = quantity.range;
  const values = `${quantity.sign * from} to ${quantity.sign * to}`;
  const { replications } = design.design;
  // Four of the grid and three of each of two refinements; a range that must grow adds to them.
  const count = nulls.length * replications + 10 * replications + confirm;
  const again = quantity.kind === "size" ? nulls.length * confirm : 0;
  return `power: smallest ${quantity.parameter} from ${values} with power ${target} for ${estimand} by ${method}; about ${count + again} replications`;
}
