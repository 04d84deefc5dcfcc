import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import type { LabFit } from "../../../study/lab/labFit.ts";
import type { EstimateClient } from "../../../workers/lab/estimateClient.ts";
import type { EstimateFile, EstimateRequest, Survey, TakenFile } from "../../../workers/lab/estimateJobs.ts";
import type { Failure, Outcome } from "../../../workers/outcome.ts";
import type { Lab } from "../../state/lab.ts";
import { chosenSpecifications, requestOf } from "./request.ts";

/** Where one specification stands. */
export type FitState =
  | { readonly status: "waiting" | "running" }
  | { readonly status: "done"; readonly fit: LabFit; readonly seconds: number }
  | { readonly status: "failed"; readonly failure: Failure };

/** What the parts of the place share. */
export interface EstimateModel {
  readonly request: ReadonlySignal<EstimateRequest>;
  /** Null while the world is simulated. */
  readonly survey: ReadonlySignal<Survey | null>;
  readonly failure: ReadonlySignal<Failure | null>;
  readonly chosen: ReadonlySignal<readonly string[]>;
  /** What was asked to be fitted to this survey, by name. */
  readonly fits: ReadonlySignal<ReadonlyMap<string, FitState>>;
  /** Fits of the chosen specifications that are there, in their order. */
  readonly done: ReadonlySignal<readonly LabFit[]>;
  readonly running: ReadonlySignal<boolean>;
  /** Fits what is chosen and not there yet, one after the other. */
  fitChosen(): Promise<void>;
  cancel(): void;
  /** The panel or a script, as a file. */
  file(file: EstimateFile): Promise<Outcome<readonly TakenFile[]>>;
  /** Simulates again after a failure. */
  retry(): void;
  dispose(): void;
}

export interface EstimateModelOptions {
  readonly client: EstimateClient;
  /** Told of a request that the simulator refuses. */
  readonly onRefused: (failure: Failure) => void;
}

export function createEstimateModel(lab: Lab, { client, onRefused }: EstimateModelOptions): EstimateModel {
  const survey = signal<Survey | null>(null);
  const failure = signal<Failure | null>(null);
  const fits = signal<ReadonlyMap<string, FitState>>(new Map());
  const running = signal(false);
  const attempt = signal(0);
  const written = computed(() => JSON.stringify(requestOf(lab.state.value)));
  const request = computed((): EstimateRequest => JSON.parse(written.value));
  const asked = computed(() => chosenSpecifications(lab.state.value).chosen.join());
  const chosen = computed(() => (asked.value === "" ? [] : asked.value.split(",")));
  let held: readonly LabFit[] = [];
  // The same list while the same fits are in it: figures are drawn anew only for others.
  const done = computed(() => {
    const now = chosen.value.flatMap((name) => {
      const state = fits.value.get(name);
      return state?.status === "done" ? [state.fit] : [];
    });
    if (now.length !== held.length || now.some((fit, at) => fit !== held[at])) held = now;
    return held;
  });
  let stop = new AbortController();

  function set(name: string, state: FitState | null): void {
    const next = new Map(fits.peek());
    if (state === null) next.delete(name);
    else next.set(name, state);
    fits.value = next;
  }

  function cancel(): void {
    stop.abort(new Error("The reader stopped it."));
    stop = new AbortController();
    running.value = false;
    fits.value = new Map(
      [...fits.peek()].filter(([, { status }]) => status === "done" || status === "failed"),
    );
  }

  async function fitChosen(): Promise<void> {
    if (running.peek() || survey.peek() === null) return;
    const { signal: stopped } = stop;
    const wanted = chosen.peek().filter((name) => fits.peek().get(name)?.status !== "done");
    if (wanted.length === 0) return;
    running.value = true;
    for (const name of wanted) set(name, { status: "waiting" });
    for (const name of wanted) {
      set(name, { status: "running" });
      const start = performance.now();
      const outcome = await client.fit(request.peek(), name, stopped);
      if (stopped.aborted) return;
      if (outcome.ok)
        set(name, { status: "done", fit: outcome.value, seconds: (performance.now() - start) / 1000 });
      else set(name, { status: "failed", failure: outcome.error });
    }
    running.value = false;
  }

  const surveyEach = effect(() => {
    const wanted = request.value;
    void attempt.value;
    untracked(() => {
      cancel();
      survey.value = null;
      failure.value = null;
      fits.value = new Map();
    });
    const own = new AbortController();
    void client.survey(wanted, own.signal).then((outcome) => {
      if (own.signal.aborted) return;
      if (outcome.ok) {
        survey.value = outcome.value;
        // A link to results asks for them at once.
        if (lab.state.peek().detail.fitted === "1") void fitChosen();
        return;
      }
      failure.value = outcome.error;
      if (outcome.error.code === "invalid-input" && outcome.error.details?.path !== "surveyRule")
        onRefused(outcome.error);
    });
    return () => own.abort(new Error("Another world took its place."));
  });

  return {
    request,
    survey,
    failure,
    chosen,
    fits,
    done,
    running,
    fitChosen,
    cancel,
    file: (file) => client.file(request.peek(), file),
    retry() {
      attempt.value += 1;
    },
    dispose() {
      surveyEach();
      cancel();
    },
  };
}
