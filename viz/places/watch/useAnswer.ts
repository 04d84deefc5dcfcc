import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Failure, Outcome } from "../../../workers/outcome.ts";

export interface Answer<Value> {
  /** The last answer; it stands until the next has come. */
  readonly value: Value | null;
  readonly failure: Failure | null;
}

/**
 * Asks the simulator's thread whenever `key` changes; null asks nothing.
 *
 * @param ask what is asked; it belongs to `key`.
 */
export function useAnswer<Value>(
  key: string | null,
  ask: (signal: AbortSignal) => Promise<Outcome<Value>>,
): ReadonlySignal<Answer<Value>> {
  const answer = useSignal<Answer<Value>>({ value: null, failure: null });
  useEffect(() => {
    if (key === null) return;
    const stop = new AbortController();
    ask(stop.signal).then((outcome) => {
      if (stop.signal.aborted) return;
      if (outcome.ok) answer.value = { value: outcome.value, failure: null };
      else if (outcome.error.code !== "cancelled") answer.value = { value: null, failure: outcome.error };
    });
    return () => stop.abort();
  }, [key, answer]);
  return answer;
}
