import { csvChunks } from "../../panel/csvChunks.ts";
import { type Family, families, InvalidInput, nearestName } from "../../scenarios/index.ts";
import { coefficientTable } from "../../study/replicate/coefficientTable.ts";
import type { RepeatedClaims, RepeatedOrders } from "../../study/replicate/repeatedClaims.ts";
import type { RepeatedPaper } from "../../study/replicate/repeatedPaper.ts";
import { EXIT } from "../failure.ts";
import { interruption } from "../interruption.ts";
import { prepareFiles } from "../outputFolder.ts";
import { textFile } from "../plannedFiles.ts";
import { writeFiles } from "../writeFiles.ts";
import { claimsCsv, claimsHtml, claimsLatex, claimsText } from "./claimsDocument.ts";
import { claimsTable } from "./claimsTable.ts";
import { replicateClaims, replicateOrders } from "./replicateClaims.ts";
import { replicateRegressions } from "./replicateRegressions.ts";
import { replicationHtml } from "./replicationHtml.ts";
import { replicationLatex } from "./replicationLatex.ts";
import { replicationText } from "./replicationText.ts";

export interface ReplicateOptions {
  readonly scale?: number;
  readonly models?: readonly string[];
  readonly seed?: string;
  readonly format?: ReplicateFormat;
  readonly out?: string;
}

export type ReplicateFormat = "table" | "json" | "csv" | "latex" | "html";

/** Papers of the project's plan that have no scenarios yet. */
const NOT_YET = ["canello-pavone", "bettiol-2017"];

const ENDINGS: Readonly<Record<string, ReplicateFormat>> = {
  txt: "table",
  json: "json",
  csv: "csv",
  tex: "latex",
  html: "html",
};

/** `bandwagon replicate PAPER`. Returns the exit code. */
export async function replicate(paper: string, options: ReplicateOptions): Promise<number> {
  const family = familyNamed(paper);
  const format = formatOf(options);
  const { signal, release } = interruption();
  const folder = options.out === undefined ? null : await prepareFiles([options.out], "--out");
  try {
    const replication = await run(family, options, signal);
    const document = printed(replication, format);
    if (options.out === undefined) process.stdout.write(document);
    else {
      await writeFiles([textFile(options.out, document)], signal);
      process.stderr.write(`file: ${options.out}\n`);
    }
    const fitted =
      replication.kind !== "regressions" || replication.models.some(({ ours }) => ours.converged);
    if (!fitted) process.stderr.write("error: no model could be fitted\n");
    return fitted ? EXIT.done : EXIT.workFailed;
  } catch (error) {
    folder?.discard();
    throw error;
  } finally {
    release();
  }
}

type Repeated = RepeatedPaper | RepeatedClaims | RepeatedOrders;

/** What a family has decides what is repeated: regressions, figures and claims, or orders. */
async function run(family: Family, options: ReplicateOptions, signal: AbortSignal): Promise<Repeated> {
  const { models = [], seed } = options;
  if (family.publishedModels !== undefined) {
    return replicateRegressions(family, { scale: options.scale ?? 0.1, models, seed: seed ?? "1" }, signal);
  }
  const request = { scale: options.scale ?? 1, models, seed };
  return family.clusterPresets === undefined
    ? replicateClaims(family, request, signal)
    : replicateOrders(family, request);
}

function printed(replication: Repeated, format: ReplicateFormat): string {
  if (format === "json") return `${JSON.stringify(replication, null, 2)}\n`;
  if (replication.kind !== "regressions") {
    const table = claimsTable(replication);
    if (format === "csv") return claimsCsv(table);
    if (format === "latex") return claimsLatex(table);
    return format === "html" ? claimsHtml(table) : claimsText(table);
  }
  if (format === "csv") return [...csvChunks(coefficientTable(replication))].join("");
  if (format === "latex") return replicationLatex(replication);
  return format === "html" ? replicationHtml(replication) : replicationText(replication);
}

function familyNamed(name: string): Family {
  const family = families.find((each) => each.name === name);
  if (family !== undefined) return family;
  const names = families.map((each) => each.name);
  const missing = NOT_YET.filter((each) => !names.includes(each));
  throw new InvalidInput({
    path: "PAPER",
    found: `${JSON.stringify(name)}${missing.includes(name) ? ", which has no scenarios yet" : ""}`,
    expected: `a paper: ${names.join(", ")}${missing.length === 0 ? "" : ` (not there yet: ${missing.join(", ")})`}`,
    suggestion: nearestName(name, names),
  });
}

/** What was asked for; else what the name of the file says; else a table. */
function formatOf({ format, out }: ReplicateOptions): ReplicateFormat {
  if (format !== undefined) return format;
  if (out === undefined) return "table";
  const ofName = ENDINGS[out.slice(out.lastIndexOf(".") + 1).toLowerCase()];
  if (ofName !== undefined) return ofName;
  throw new InvalidInput({
    path: `--out ${out}`,
    found: "a name that does not tell the format",
    expected: `a name that ends in ${Object.keys(ENDINGS)
      .map((ending) => `.${ending}`)
      .join(", ")}, or --format beside it`,
  });
}
