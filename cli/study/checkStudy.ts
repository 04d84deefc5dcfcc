import { arch, platform, release } from "node:os";
import { version } from "../../package.json";
import type { ResolvedDesign } from "../../study/cells.ts";
import { designCautions } from "../../study/designCheck/designCautions.ts";
import {
  type ExpectedError,
  type ExpectedShareError,
  expectedErrors,
  expectedShareErrors,
} from "../../study/designCheck/expectedErrors.ts";
import { preregistration } from "../../study/designCheck/preregistration.ts";
import { dataDigest } from "../../study/log/digest.ts";
import { availableCores } from "../../workers/nodeEndpoint.ts";
import { EXIT } from "../failure.ts";
import { interruption } from "../interruption.ts";
import { panelBytes } from "../panelMemory.ts";
import { type Pilot, runPilot } from "./checkPilot.ts";
import { checkTable } from "./checkTable.ts";
import { designWarnings, type GivenInstead, readDesign, refuseLargeCells } from "./givenDesign.ts";

export interface CheckOptions extends GivenInstead {
  readonly workers?: number;
  /** Replications of each cell of the pilot; false for none; when left out, at most 10 and about a minute. */
  readonly pilot?: number | false;
  readonly format: "table" | "json" | "markdown";
}

/** What is known of a study before it is run. */
export interface StudyCheck {
  /** Digest of the design. */
  readonly design: string;
  readonly aim: string;
  readonly cells: number;
  /** Of each cell, or at most. */
  readonly replications: number;
  /** Whether a rule may end the study before all replications. */
  readonly stopsByRule: boolean;
  readonly total: number;
  readonly streams: string;
  /** By world: its cells, its methods and its estimands (null for all coefficients). */
  readonly worlds: readonly {
    readonly world: string;
    readonly cells: number;
    readonly methods: readonly string[];
    readonly estimands: readonly string[] | null;
  }[];
  readonly workers: number;
  /** Bytes that the panels of all threads, their samples and the index of the results take at most, by the sizes of the worlds. */
  readonly memory: number;
  /** Null without a pilot. */
  readonly pilot: Pilot | null;
  readonly errors: readonly ExpectedError[] | null;
  readonly shares: readonly ExpectedShareError[];
  readonly cautions: readonly string[];
}

/** Replications of a cell of the pilot, and its seconds, where nothing is said. */
const FEW = 10;
const A_MINUTE = 60;

/** `bandwagon study check DESIGN`. Returns the exit code. */
export async function checkStudy(path: string, options: CheckOptions): Promise<number> {
  const study = await readDesign(path, options);
  for (const warning of designWarnings(study)) process.stderr.write(`${warning}\n`);
  const workers = options.workers ?? availableCores();
  refuseLargeCells(study, workers, path);
  const { signal, release: stopListening } = interruption();
  try {
    const pilot =
      options.pilot === false
        ? null
        : await runPilot(study, {
            replications: options.pilot ?? FEW,
            budget: options.pilot === undefined ? A_MINUTE : Number.POSITIVE_INFINITY,
            workers,
            signal,
          });
    const check = checkOf(study, workers, pilot);
    process.stdout.write(printed(study, check, options.format));
    return EXIT.done;
  } finally {
    stopListening();
  }
}

function printed(study: ResolvedDesign, check: StudyCheck, format: CheckOptions["format"]): string {
  if (format === "json") {
    const { design: _, summary, ...pilot } = check.pilot ?? { design: null, summary: null };
    const told = check.pilot === null ? null : { ...pilot, failures: summary?.methods };
    return `${JSON.stringify({ ...check, pilot: told, preregistration: preregistrationOf(study, check) }, null, 2)}\n`;
  }
  const text = preregistrationOf(study, check);
  return format === "markdown" ? text : `\n${checkTable(check)}\n\n${text}`;
}

function checkOf(study: ResolvedDesign, workers: number, pilot: Pilot | null): StudyCheck {
  const { design, cells } = study;
  const worlds = new Map<string, StudyCheck["worlds"][number]>();
  for (const { world, methods, estimands } of cells) {
    const before = worlds.get(world)?.cells ?? 0;
    worlds.set(world, { world, cells: before + 1, methods: methods.map(({ name }) => name), estimands });
  }
  const total = cells.length * design.replications;
  return {
    design: dataDigest(design),
    aim: design.aim,
    cells: cells.length,
    replications: design.replications,
    stopsByRule: design.until !== undefined,
    total,
    streams: design.streams,
    worlds: [...worlds.values()],
    workers,
    memory: memoryOf(study, Math.min(workers, total)),
    pilot,
    errors: pilot === null ? null : expectedErrors(design, pilot.design.cells, pilot.summary),
    shares: expectedShareErrors(design),
    cautions: designCautions(study, pilot?.summary ?? null),
  };
}

/** What the index of the logs takes for a replication. */
const INDEX_BYTES = 24;
/** A panel, and its samples with their fits. */
const PANELS_HELD = 4;

function memoryOf({ cells, design }: ResolvedDesign, threads: number): number {
  const largest = cells.reduce((most, { scenario }) => Math.max(most, panelBytes(scenario)), 0);
  return PANELS_HELD * threads * largest + INDEX_BYTES * cells.length * design.replications;
}

function preregistrationOf(study: ResolvedDesign, { pilot, errors, shares }: StudyCheck): string {
  return preregistration(study, {
    software: `bandwagon ${version}, which simulates, fits and summarises.`,
    environment: `Node.js ${process.versions.node} on ${platform()} ${release()} (${arch()}). Results do not depend on it.`,
    errors,
    shares,
    pilot: pilot === null ? null : { replications: pilot.ran, cells: pilot.cells.length },
  });
}
