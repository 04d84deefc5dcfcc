import { csvChunks } from "../../panel/csvChunks.ts";
import { type Family, families, InvalidInput, nearestName } from "../../scenarios/index.ts";
import { textAlone } from "../../scenarios/phrase.ts";
import { coefficientTable } from "../../study/replicate/coefficientTable.ts";
import type { RepeatedClaims, RepeatedOrders } from "../../study/replicate/repeatedClaims.ts";
import type { RepeatedPaper } from "../../study/replicate/repeatedPaper.ts";
import type { RepeatedSurvey } from "../../study/replicate/repeatedSurvey.ts";
import type { SpreadOverSeeds } from "../../study/replicate/spreadOverSeeds.ts";
import { spreadTableOfNumbers } from "../../study/replicate/spreadTableOfNumbers.ts";
import { EXIT } from "../failure.ts";
import { interruption } from "../interruption.ts";
import { prepareFiles } from "../outputFolder.ts";
import { textFile } from "../plannedFiles.ts";
import { namedWorld } from "../scenarioFile.ts";
import { writeFiles } from "../writeFiles.ts";
import { claimsCsv, claimsHtml, claimsLatex, claimsText } from "./claimsDocument.ts";
import { claimsTable } from "./claimsTable.ts";
import { replicateClaims, replicateOrders } from "./replicateClaims.ts";
import { replicateRegressions } from "./replicateRegressions.ts";
import { replicateSurvey } from "./replicateSurvey.ts";
import { replicationDocument } from "./replicationDocument.ts";
import { replicationHtml } from "./replicationHtml.ts";
import { replicationLatex } from "./replicationLatex.ts";
import { replicationText } from "./replicationText.ts";
import { seedsFrom } from "./seedsFrom.ts";
import { surveyDocument } from "./surveyDocument.ts";

export interface ReplicateOptions {
  readonly scale?: number;
  readonly models?: readonly string[];
  readonly seed?: string;
  /** Histories. */
  readonly seeds?: number;
  readonly format?: ReplicateFormat;
  readonly out?: string;
  /** A scenario, or a file of one, in place of the family's first. */
  readonly world?: string;
}

export type ReplicateFormat = "table" | "json" | "csv" | "latex" | "html";

/** Of a paper without regressions, as many as the pages of these papers use. */
const HISTORIES = 30;

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
    const document = printed(replication, family, format);
    if (options.out === undefined) process.stdout.write(document);
    else {
      await writeFiles([textFile(options.out, document)], signal);
      process.stderr.write(`file: ${options.out}\n`);
    }
    const fitted = anyFitted(replication);
    if (!fitted) process.stderr.write("error: no model could be fitted\n");
    return fitted ? EXIT.done : EXIT.workFailed;
  } catch (error) {
    folder?.discard();
    throw error;
  } finally {
    release();
  }
}

type Repeated = RepeatedPaper | SpreadOverSeeds | RepeatedClaims | RepeatedOrders | RepeatedSurvey;

/** Whether at least one model has a maximum; true where there are none to fit. */
function anyFitted(replication: Repeated): boolean {
  switch (replication.kind) {
    case "regressions":
      return (
        replication.models.some(({ ours }) => ours.converged) || replication.selection?.converged === true
      );
    case "spread":
      return (
        replication.models.some(({ converged }) => converged > 0) ||
        (replication.selection?.converged ?? 0) > 0
      );
    default:
      return true;
  }
}

/** What a family has decides what is repeated: regressions, figures and claims, or orders. */
async function run(family: Family, options: ReplicateOptions, signal: AbortSignal): Promise<Repeated> {
  const { models = [], seed = "1" } = options;
  if (family.publishedModels !== undefined) {
    const seeds = seedsFrom(seed, options.seeds ?? 1);
    const world = options.world === undefined ? undefined : await namedWorld(options.world);
    return replicateRegressions(family, { scale: options.scale ?? 0.1, models, seeds, world }, signal);
  }
  if (options.world !== undefined) {
    throw new InvalidInput({
      path: "--world",
      found: JSON.stringify(options.world),
      expected: `nothing: ${family.name} has no regressions to be repeated in another world`,
    });
  }
  const request = { scale: options.scale ?? 1, models, seed, histories: options.seeds ?? HISTORIES };
  if (family.survey !== undefined) return replicateSurvey(family, request, signal);
  return family.clusterPresets === undefined
    ? replicateClaims(family, request, signal)
    : replicateOrders(family, request, signal);
}

function printed(replication: Repeated, family: Family, format: ReplicateFormat): string {
  if (format === "json") return `${JSON.stringify(replication, textAlone, 2)}\n`;
  if (replication.kind === "survey") return surveyDocument(replication, format);
  if (replication.kind !== "regressions" && replication.kind !== "spread") {
    const table = claimsTable(replication);
    if (format === "csv") return claimsCsv(table);
    if (format === "latex") return claimsLatex(table);
    return format === "html" ? claimsHtml(table) : claimsText(table);
  }
  if (format === "csv") {
    const table =
      replication.kind === "spread" ? spreadTableOfNumbers(replication) : coefficientTable(replication);
    return [...csvChunks(table)].join("");
  }
  const document = replicationDocument(replication, family);
  if (format === "latex") return replicationLatex(document);
  return format === "html" ? replicationHtml(document) : replicationText(document);
}

function familyNamed(name: string): Family {
  const family = families.find((each) => each.name === name);
  if (family !== undefined) return family;
  const names = families.map((each) => each.name);
  throw new InvalidInput({
    path: "PAPER",
    found: JSON.stringify(name),
    expected: `a paper: ${names.join(", ")}`,
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
