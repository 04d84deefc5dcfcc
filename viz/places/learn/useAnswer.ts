import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { LessonAnswer, LessonJob, LessonKind } from "../../../workers/lab/lessonJobs.ts";
import { lessonEngine } from "./engine.ts";

export interface Answered<Kind extends LessonKind> {
  /** Of this question, or of the one before it while this one is being computed; null before the first. */
  readonly answer: LessonAnswer<Kind> | null;
  /** True where `answer` is not yet that of this question. */
  readonly pending: boolean;
  /** Why there is no answer. */
  readonly failure: string | null;
}

/** The answer to a question; a newer question takes the place of one that is still open. */
export function useAnswer<Kind extends LessonKind>(job: LessonJob<Kind>): Answered<Kind> {
  const name = JSON.stringify(job);
  const latest = useSignal<{ name: string; answer: LessonAnswer<Kind> } | null>(null);
  const failure = useSignal<string | null>(null);
  const known = lessonEngine().known(job);
  // The question is its text.
  useEffect(() => {
    failure.value = null;
    if (known !== undefined) {
      latest.value = { name, answer: known };
      return;
    }
    const stop = new AbortController();
    void lessonEngine()
      .ask(job, stop.signal)
      .then((outcome) => {
        if (stop.signal.aborted) return;
        if (outcome.ok) latest.value = { name, answer: outcome.value };
        else failure.value = outcome.error.message;
      });
    return () => stop.abort(new Error("A newer question took its place."));
  }, [name]);
  const answer = known ?? latest.value?.answer ?? null;
  return {
    answer,
    pending: known === undefined && latest.value?.name !== name && failure.value === null,
    failure: failure.value,
  };
}
