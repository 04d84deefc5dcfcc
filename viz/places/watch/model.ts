import { batch, computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import type { WatchRequest, WatchSnapshot, WorldYear } from "../../../sim/index.ts";
import type { WatchClient } from "../../../workers/lab/watchClient.ts";
import type { WorldToWatch } from "../../../workers/lab/watchJobs.ts";
import type { Failure } from "../../../workers/outcome.ts";
import { throttleLatest } from "../../figure/throttle.ts";
import type { Lab } from "../../state/lab.ts";
import { createPlayback, type Playback } from "./playback.ts";
import { requestOf } from "./request.ts";
import { indexOfYear } from "./years.ts";

/** A run as far as it has arrived. `snapshots` grows in place; `WatchModel.arrived` says how far. */
export interface ShownRun {
  readonly request: WatchRequest;
  readonly world: WorldToWatch;
  readonly snapshots: readonly WatchSnapshot[];
}

/** A run, how many of its years are drawn, and the index of the one that is marked. */
export interface Charted {
  readonly run: ShownRun;
  readonly count: number;
  readonly index: number;
}

/** What the parts of the place share. */
export interface WatchModel {
  /** The run on the screen: the last one until the new one has come to the shown year. */
  readonly run: ReadonlySignal<ShownRun | null>;
  /** Years of that run that are there. */
  readonly arrived: ReadonlySignal<number>;
  /** Index of the shown year. */
  readonly index: ReadonlySignal<number>;
  readonly shown: ReadonlySignal<WatchSnapshot | null>;
  /**
   * The shown year of a newer run, of the world with imitation alone: what a reader who moved a control sees first. Null when `run` is the
   * newest.
   */
  readonly ahead: ReadonlySignal<WorldYear | null>;
  /** What the charts show: it follows the run and the year at most five times a second. */
  readonly charted: ReadonlySignal<Charted | null>;
  /** A newer run is on its way. */
  readonly busy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<Failure | null>;
  readonly playback: Playback;
  /** Shows a year, by index, and keeps it in the link. */
  show(index: number): void;
  /** Asks again after a failure. */
  retry(): void;
  dispose(): void;
}

export interface WatchModelOptions {
  readonly client: WatchClient;
  /** Begins to play by itself. */
  readonly autoplay: boolean;
  /** Told of a request that the simulator refuses. */
  readonly onRefused: (failure: Failure) => void;
}

const chartPause = 200;
const linkPause = 300;

export function createWatchModel(lab: Lab, { client, autoplay, onRefused }: WatchModelOptions): WatchModel {
  const run = signal<ShownRun | null>(null);
  const arrived = signal(0);
  const busy = signal(true);
  const ahead = signal<WorldYear | null>(null);
  const failure = signal<Failure | null>(null);
  const attempt = signal(0);
  const year = signal<number | null>(lab.state.peek().step);
  const requested = computed(() => JSON.stringify(requestOf(lab.state.value)));

  const index = computed(() => {
    const world = run.value?.world;
    return world === undefined ? 0 : indexOfYear(world.years, year.value);
  });
  const shown = computed(() => {
    const available = arrived.value;
    return run.value?.snapshots[Math.min(index.value, available - 1)] ?? null;
  });

  const keepInLink = throttleLatest((step: number) => {
    if (lab.state.peek().step !== step) lab.update({ step });
  }, linkPause);
  let own = year.peek();
  function move(to: number, keep: boolean): void {
    const next = run.peek()?.world.years[to];
    if (next === undefined) return;
    year.value = next;
    if (!keep) return;
    own = next;
    keepInLink.push(next);
  }
  const playback = createPlayback({
    ahead: () => index.peek() + 1 < arrived.peek(),
    atEnd: () => index.peek() + 1 >= (run.peek()?.world.years.length ?? Number.POSITIVE_INFINITY),
    forward: () => move(index.peek() + 1, !playback.byItself.peek()),
    rewind: () => move(0, false),
    speed: () => lab.state.peek().detail.speed ?? "",
  });

  const charted = signal<Charted | null>(null);
  const charts = throttleLatest((next: Charted) => {
    charted.value = next;
  }, chartPause);

  let running: { readonly stop: AbortController; displayed: boolean } | null = null;
  let waiting: WatchRequest | null = null;
  let frame = 0;
  const stops = [
    effect(() => {
      attempt.value;
      const request = JSON.parse(requested.value) as WatchRequest;
      untracked(() => ask(request));
    }),
    // A link, a lesson or the back button has named another year.
    effect(() => {
      const { step } = lab.state.value;
      if (step === own) return;
      own = step;
      year.value = step;
      playback.pause();
    }),
    // What is ahead belongs to one year that stands still.
    effect(() => {
      index.value;
      playback.playing.value;
      untracked(() => {
        ahead.value = null;
      });
    }),
    effect(() => {
      const [shownRun, count, at] = [run.value, arrived.value, index.value];
      if (shownRun !== null && count > 0) charts.push({ run: shownRun, count, index: at });
    }),
  ];

  /** While a thumb is dragged the run on its way is shown before the newest one starts, so that something is seen of the drag. */
  function ask(request: WatchRequest): void {
    waiting = request;
    if (running === null || running.displayed) startWaiting();
  }

  function startWaiting(): void {
    if (waiting === null) return;
    const request = waiting;
    waiting = null;
    running?.stop.abort();
    start(request);
  }

  function start(request: WatchRequest): void {
    const asked = performance.now();
    const snapshots: WatchSnapshot[] = [];
    const own = { stop: new AbortController(), displayed: false };
    running = own;
    let next: ShownRun | null = null;
    let complete = false;
    let early: { readonly index: number; readonly year: WorldYear } | null = null;
    busy.value = true;
    const display = () => {
      frame = 0;
      if (next === null || running !== own) return;
      const latest = next;
      const wanted = run.value === null ? 0 : indexOfYear(latest.world.years, year.value);
      if (snapshots.length > wanted) {
        batch(() => {
          run.value = latest;
          arrived.value = snapshots.length;
          ahead.value = null;
          failure.value = null;
          if (complete) busy.value = false;
        });
      } else {
        const sameMap = latest.world.provinces === run.value?.world.provinces;
        if (early?.index !== wanted || !sameMap || playback.playing.value || own.displayed) return;
        ahead.value = early.year;
      }
      if (own.displayed) return;
      own.displayed = true;
      performance.measure("watch: shown year after a change", { start: asked });
      startWaiting();
    };
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(display);
    };
    cancelAnimationFrame(frame);
    frame = 0;
    client
      .run(
        request,
        {
          onWorld: (world) => {
            const before = run.value;
            // The drawing of a map is made anew for another array of provinces.
            const same = before !== null && sameProvinces(before.world, world);
            const provinces = same ? before.world.provinces : world.provinces;
            next = { request, world: { ...world, provinces }, snapshots };
            if (before === null && autoplay) year.value = world.years[0] ?? null;
          },
          ...(run.peek() === null || playback.playing.peek() ? {} : { first: index.peek() }),
          onFirst: (at, ofWorld) => {
            early = { index: at, year: ofWorld };
            // At once, as it comes once a change: the frame that draws it need not be waited for.
            cancelAnimationFrame(frame);
            display();
          },
          onYear: (snapshot) => {
            snapshots.push(snapshot);
            soon();
          },
        },
        own.stop.signal,
      )
      .then((outcome) => {
        if (own.stop.signal.aborted) return;
        if (outcome.ok) {
          complete = true;
          soon();
          return;
        }
        busy.value = false;
        own.displayed = true;
        ahead.value = null;
        if (waiting !== null) startWaiting();
        else if (outcome.error.code === "invalid-input") onRefused(outcome.error);
        else if (outcome.error.code !== "cancelled") failure.value = outcome.error;
      });
  }

  if (autoplay) playback.playByItself();
  return {
    run,
    arrived,
    index,
    shown,
    ahead,
    charted,
    busy,
    failure,
    playback,
    show(to) {
      playback.pause();
      const last = (run.peek()?.world.years.length ?? 1) - 1;
      move(Math.max(0, Math.min(last, to)), true);
    },
    retry() {
      attempt.value += 1;
    },
    dispose() {
      for (const stop of stops) stop();
      waiting = null;
      running?.stop.abort();
      cancelAnimationFrame(frame);
      charts.cancel();
      keepInLink.cancel();
      playback.dispose();
    },
  };
}

function sameProvinces(one: WorldToWatch, other: WorldToWatch): boolean {
  return (
    one.provinces.length === other.provinces.length &&
    one.provinces.every(({ code }, at) => code === other.provinces[at]?.code)
  );
}
