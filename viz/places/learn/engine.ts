import { createLabPool } from "../../../workers/lab/labPool.ts";
import type { LessonAnswer, LessonJob, LessonKind } from "../../../workers/lab/lessonJobs.ts";
import type { Outcome } from "../../../workers/outcome.ts";
import { spawnLabWorker } from "../../engine/spawnLabWorker.ts";

/** Asks the lessons' threads. The same question is computed once; what was asked last is kept. */
export interface LessonEngine {
  ask<Kind extends LessonKind>(
    job: LessonJob<Kind>,
    signal: AbortSignal,
  ): Promise<Outcome<LessonAnswer<Kind>>>;
  /** An answer that is there already. */
  known<Kind extends LessonKind>(job: LessonJob<Kind>): LessonAnswer<Kind> | undefined;
}

/** An answer holds numbers of one figure; the largest, a country, some 50 kB. */
const answersKept = 60;

function createLessonEngine(): LessonEngine {
  const pool = createLabPool("lesson", null, { spawn: spawnLabWorker, size: 2 });
  const answers = new Map<string, LessonAnswer<LessonKind>>();
  return {
    known(job) {
      // What is kept under a question is its answer.
      return answers.get(JSON.stringify(job)) as LessonAnswer<(typeof job)["kind"]> | undefined;
    },
    async ask(job, signal) {
      // A question of one kind is a question; the compiler does not follow that through the table of kinds.
      const outcome = await pool.run(job as LessonJob, { signal, cancel: "ask" });
      if (!outcome.ok) return outcome;
      answers.set(JSON.stringify(job), outcome.value);
      for (const oldest of answers.keys()) if (answers.size > answersKept) answers.delete(oldest);
      // The service answers every kind of question with an answer of its kind.
      return { ok: true, value: outcome.value as LessonAnswer<(typeof job)["kind"]> };
    },
  };
}

let engine: LessonEngine | null = null;

/** The page's threads for lessons, started at the first question. */
export function lessonEngine(): LessonEngine {
  engine ??= createLessonEngine();
  return engine;
}
