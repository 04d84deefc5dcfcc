import { type ReadonlySignal, signal } from "@preact/signals";
import type { Cause } from "../../../scenarios/lab/lookAlikes.ts";
import type { SeenWorld } from "../../../study/lookAlikes/seenWorld.ts";
import type { TrueWorld } from "../../../workers/lab/tellApartJobs.ts";
import { type TellApartThread, withoutStop } from "./thread.ts";

export interface RoundModel {
  /** null while they are simulated. */
  readonly worlds: ReadonlySignal<Readonly<Record<Cause, SeenWorld>> | null>;
  /** null until they are asked for and there. */
  readonly truths: ReadonlySignal<Readonly<Record<Cause, TrueWorld>> | null>;
  readonly problem: ReadonlySignal<string | null>;
  /** Asks for what is true, once. */
  reveal(): void;
  /** Starts again what failed. */
  retry(): void;
  dispose(): void;
}

/** The three worlds of a seed, computed in the thread. */
export function createRoundModel(thread: TellApartThread, seed: string): RoundModel {
  const worlds = signal<Readonly<Record<Cause, SeenWorld>> | null>(null);
  const truths = signal<Readonly<Record<Cause, TrueWorld>> | null>(null);
  const problem = signal<string | null>(null);
  const life = new AbortController();
  let asked = false;

  async function load(): Promise<void> {
    const outcome = await thread.run({ kind: "round", seed }, { signal: life.signal, cancel: "ask" });
    if (life.signal.aborted) return;
    if (!outcome.ok) problem.value = withoutStop(outcome.error.message);
    else if (outcome.value.kind === "round") worlds.value = outcome.value.worlds;
  }

  async function loadTruth(): Promise<void> {
    const outcome = await thread.run({ kind: "truth", seed }, { signal: life.signal, cancel: "ask" });
    if (life.signal.aborted) return;
    if (!outcome.ok) problem.value = withoutStop(outcome.error.message);
    else if (outcome.value.kind === "truth") truths.value = outcome.value.truths;
  }

  void load();
  return {
    worlds,
    truths,
    problem,
    reveal() {
      if (asked) return;
      asked = true;
      void loadTruth();
    },
    retry() {
      problem.value = null;
      if (worlds.value === null) void load();
      if (asked && truths.value === null) void loadTruth();
    },
    dispose: () => life.abort(),
  };
}
