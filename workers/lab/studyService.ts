import type { ResolvedDesign } from "../../study/cells.ts";
import { rowsOfOutcome } from "../../study/failureRows.ts";
import { filesOfStudy } from "../../study/repeat/filesOfStudy.ts";
import { type GrowingRounds, growingRounds } from "../../study/repeat/growingRounds.ts";
import { type GrowingRows, growingRows } from "../../study/repeat/growingRows.ts";
import type { JobService } from "../jobService.ts";
import { lookAtReplication, lookAtStudy } from "./lookAtStudy.ts";
import { planStudy } from "./planStudy.ts";
import type { StudyJob, StudyResult } from "./studyJobs.ts";

/**
 * Reads designs, keeps the rows of one study in memory, and says what they come to, so that the page's own thread neither parses,
 * summarises nor writes files.
 */
export const studyService: JobService<null, StudyJob, StudyResult, never> = {
  prepare() {
    let study: {
      readonly design: ResolvedDesign;
      readonly rows: GrowingRows;
      readonly rounds: GrowingRounds | null;
    } | null = null;
    const planned = () => {
      if (study === null) throw new Error("No study was planned in this thread.");
      return study;
    };
    return async (job): Promise<StudyResult> => {
      switch (job.kind) {
        case "plan": {
          const plan = planStudy(job.source);
          const rows = growingRows(plan.design);
          study = { design: plan.design, rows, rounds: growingRounds(plan.design, rows) };
          return { kind: "plan", plan };
        }
        case "read":
          return { kind: "read", plan: planStudy(job.source) };
        case "add": {
          const { design, rows } = planned();
          for (const { outcome, ...key } of job.done) rows.add(key, rowsOfOutcome(design, key, outcome));
          return { kind: "add" };
        }
        case "look": {
          const { design, rows, rounds } = planned();
          return { kind: "look", look: lookAtStudy(design, rows, job.at, rounds) };
        }
        case "round":
          return { kind: "round", missing: planned().rounds?.missing(job.timeIsUp) ?? [] };
        case "replication": {
          const { design, rows } = planned();
          return { kind: "replication", found: lookAtReplication(design, rows, job) };
        }
        case "files": {
          const { design, rows, rounds } = planned();
          const { only } = job;
          if (rounds?.stopped() === false) throw new Error("The rule has not stopped every cell yet.");
          const replications = rounds === null ? job.replications : design.design.replications;
          const whole = { cells: design.cells, design: { ...design.design, replications } };
          return { kind: "files", files: await filesOfStudy(whole, rows.upTo(replications), rounds, only) };
        }
      }
    };
  },
};
