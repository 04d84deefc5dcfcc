import { type Cause, causes } from "../../scenarios/lab/lookAlikes.ts";
import { resolveDesign } from "../../study/cells.ts";
import { parseDesign } from "../../study/design.ts";
import { cellEstimates } from "../../study/lookAlikes/cellEstimates.ts";
import { givenAwayBy, type Reference, referenceOf } from "../../study/lookAlikes/givenAway.ts";
import { lookAlikeDesign } from "../../study/lookAlikes/lookAlikeDesign.ts";
import type { PlainStatistics } from "../../study/lookAlikes/plainStatistics.ts";
import { peerEffectOf, type SeenWorld, seenWorld } from "../../study/lookAlikes/seenWorld.ts";
import { designText, studyName } from "../../study/repeat/studyName.ts";
import type { EstimateRow } from "../../study/rows.ts";
import { summarise } from "../../study/summary.ts";
import { verdictCsv } from "../../study/verdict/verdictCsv.ts";
import { verdictMarkdown } from "../../study/verdict/verdictMarkdown.ts";
import type { JobService } from "../jobService.ts";
import { breathe } from "./breathe.ts";
import type { FoundVerdict, TellApartJob, TellApartResult, TrueWorld } from "./tellApartJobs.ts";

/** Other histories of each cause that a world is compared with; they are replications 2 to 11 of its study. */
const REFERENCES = 10;

/** The worlds that look alike, what is true of them, and the verdict on what was estimated in them. */
export const tellApartService: JobService<null, TellApartJob, TellApartResult, never> = {
  prepare() {
    let seed = "";
    let rows: EstimateRow[] = [];
    return async (job, _report, signal): Promise<TellApartResult> => {
      switch (job.kind) {
        case "round": {
          const worlds = new Map<Cause, SeenWorld>();
          for (const cause of causes) {
            worlds.set(cause, seenWorld(cause, job.seed));
            await breathe();
          }
          return { kind: "round", worlds: byCause(worlds) };
        }
        case "truth":
          return { kind: "truth", truths: await truthsOf(job.seed, signal) };
        case "study": {
          const resolved = resolveDesign(parseDesign(lookAlikeDesign(job.seed, job.replications)));
          const { design } = resolved;
          return { kind: "study", resolved, name: studyName(design), file: designText(design) };
        }
        case "verdict": {
          if (job.from === 0) rows = [];
          else if (job.seed !== seed || job.from !== rows.length) return { kind: "again" };
          seed = job.seed;
          rows = rows.concat(job.rows);
          return { kind: "verdict", found: verdictOfRows(seed, rows) };
        }
      }
    };
  },
};

/** The study engine's verdict on the rows of the study of a seed. @param rows at least one. */
export function verdictOfRows(seed: string, rows: readonly EstimateRow[]): FoundVerdict {
  const replications = rows.reduce((most, row) => Math.max(most, row.replication), 1);
  const resolved = resolveDesign(parseDesign(lookAlikeDesign(seed, replications)));
  const { verdict } = summarise(resolved, rows);
  const { verdict: asked } = resolved.design;
  if (verdict === undefined || asked === undefined) throw new Error("the design asks for no verdict");
  return {
    verdict,
    estimates: cellEstimates(rows, asked, verdict),
    markdown: verdictMarkdown(verdict),
    csv: verdictCsv(verdict),
  };
}

async function truthsOf(seed: string, signal: AbortSignal): Promise<Readonly<Record<Cause, TrueWorld>>> {
  const references = new Map<Cause, Reference>();
  for (const cause of causes) {
    const others: PlainStatistics[] = [];
    for (let other = 2; other < REFERENCES + 2 && !signal.aborted; other++) {
      others.push(seenWorld(cause, seed, "asItIs", other).statistics);
      await breathe();
    }
    references.set(cause, referenceOf(others));
  }
  const truths = new Map<Cause, TrueWorld>();
  for (const cause of causes) {
    const { statistics } = seenWorld(cause, seed);
    truths.set(cause, {
      peerEffect: peerEffectOf(cause, seed),
      noImitation: seenWorld(cause, seed, "noImitation"),
      noCause: seenWorld(cause, seed, "noCause"),
      reference: pick(references, cause),
      givenAwayBy: givenAwayBy(cause, statistics, byCause(references)),
    });
    await breathe();
  }
  return byCause(truths);
}

function byCause<Value>(values: ReadonlyMap<Cause, Value>): Readonly<Record<Cause, Value>> {
  return {
    imitation: pick(values, "imitation"),
    location: pick(values, "location"),
    shock: pick(values, "shock"),
  };
}

function pick<Value>(values: ReadonlyMap<Cause, Value>, cause: Cause): Value {
  const value = values.get(cause);
  if (value === undefined) throw new Error(`nothing was computed for ${cause}`);
  return value;
}
