import { advance, historyOf, yearsOf } from "../../sim/simulate.ts";
import { startWorld } from "../../sim/startWorld.ts";
import {
  advanceWatch,
  factualYear,
  firmDetails,
  provinceDetails,
  startWatch,
  type WatchRequest,
  type WatchRun,
  watchedWorld,
  yearsToWatch,
} from "../../sim/watch/index.ts";
import type { JobService, Report } from "../jobService.ts";
import { breathe, breathingApart, letDraw } from "./breathe.ts";
import { keptTracks } from "./keptTracks.ts";
import type { WatchJob, WatchProgress, WatchResult } from "./watchJobs.ts";
import { worldToWatch } from "./worldToWatch.ts";

/** Runs whose years can be looked into without being run again. */
const RUNS_KEPT = 2;

/**
 * Watches worlds: runs them year by year, and looks into runs it has kept. A run that is not kept is run again, so that an answer depends
 * on the request alone.
 */
export const watchService: JobService<null, WatchJob, WatchResult, WatchProgress> = {
  prepare() {
    const tracks = keptTracks();
    const runs = new Map<string, WatchRun>();

    function runOf(request: WatchRequest): WatchRun {
      const name = JSON.stringify(request);
      let run = runs.get(name);
      if (run === undefined) {
        const { scenario, key } = watchedWorld(request);
        run = startWatch(scenario, key, tracks.trackOf);
      }
      // The one asked for last is the last to go.
      runs.delete(name);
      runs.set(name, run);
      for (const oldest of runs.keys()) if (runs.size > RUNS_KEPT) runs.delete(oldest);
      return run;
    }

    /** Up to and with the year of a number; messages are heard between two years. */
    async function watchUntil(run: WatchRun, index: number, signal: AbortSignal): Promise<void> {
      while (run.snapshots.length <= index && !signal.aborted) {
        if (advanceWatch(run) === null) return;
        await breathe();
      }
    }

    /** The world with imitation as far as the year on display, which is all that is waited for. */
    async function sendFirst(
      run: WatchRun,
      first: number,
      report: Report<WatchProgress>,
      signal: AbortSignal,
    ): Promise<void> {
      const index = Math.min(first, yearsToWatch(run) - 1);
      const pause = breathingApart();
      for (let year = 0; year < index && !signal.aborted; year++) {
        factualYear(run, year);
        await pause();
      }
      if (signal.aborted) return;
      report({ kind: "first", index, with: factualYear(run, index) }, "always");
      await letDraw();
    }

    return async (job, report, signal): Promise<WatchResult> => {
      switch (job.kind) {
        case "run": {
          const run = runOf(job.request);
          const years = yearsToWatch(run);
          report({ kind: "world", world: worldToWatch(run, job.request) }, "always");
          if (job.first !== undefined) await sendFirst(run, job.first, report, signal);
          for (let index = 0; index < years && !signal.aborted; index++) {
            if (index >= run.snapshots.length) advanceWatch(run);
            const snapshot = run.snapshots[index];
            if (snapshot !== undefined) report({ kind: "year", snapshot }, "always");
            await breathe();
          }
          return { kind: "run", years };
        }
        case "province": {
          const run = runOf(job.request);
          await watchUntil(run, job.index, signal);
          return { kind: "province", province: provinceDetails(run, job.province, job.index, job.limit) };
        }
        case "firm": {
          const run = runOf(job.request);
          await watchUntil(run, yearsToWatch(run) - 1, signal);
          return { kind: "firm", firm: firmDetails(run, job.place) };
        }
        case "truth": {
          const { scenario, key } = watchedWorld(job.request);
          const world = startWorld(scenario, key, { columns: [] });
          for (let year = 0; year < yearsOf(scenario) && !signal.aborted; year++) {
            advance(world, 1);
            await breathe();
          }
          const { truth, diagnostics } = historyOf(world);
          return { kind: "truth", truth: { truth, diagnostics } };
        }
      }
    };
  },
};
