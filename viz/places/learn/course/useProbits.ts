import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CountryName } from "../../../../study/lesson/lessonWorlds.ts";
import type { ProbitVerdict } from "../../../../study/lesson/naiveProbit.ts";
import { lessonEngine } from "../engine.ts";

/** Histories in one question; few, so that dots arrive one after the other. */
const perQuestion = 5;

export interface Probits {
  readonly verdicts: readonly ProbitVerdict[];
  readonly failure: string | null;
}

/** The verdicts on histories 1 to `count` of a country, in their order, as they come. */
export function useProbits(country: CountryName, seed: string, count: number): Probits {
  const verdicts = useSignal<readonly ProbitVerdict[]>([]);
  const failure = useSignal<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    verdicts.value = [];
    failure.value = null;
    const ask = async () => {
      for (let from = 1; from <= count && !stop.signal.aborted; ) {
        // The first one alone: it is there at once, and stays the same when more are asked for.
        const until = from === 1 ? 1 : Math.min(count, from + perQuestion - 1);
        const job = { kind: "probits", seed, country, from, until } as const;
        const known = lessonEngine().known(job);
        if (known === undefined) {
          const outcome = await lessonEngine().ask(job, stop.signal);
          if (stop.signal.aborted) return;
          if (!outcome.ok) {
            failure.value = outcome.error.message;
            return;
          }
          verdicts.value = [...verdicts.value, ...outcome.value];
        } else verdicts.value = [...verdicts.value, ...known];
        from = until + 1;
      }
    };
    void ask();
    return () => stop.abort(new Error("Other histories were asked for."));
  }, [country, seed, count, verdicts, failure]);
  return { verdicts: verdicts.value, failure: failure.value };
}
