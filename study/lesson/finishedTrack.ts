import type { Scenario } from "../../scenarios/index.ts";
import type { RunKey } from "../../sim/run.ts";
import { startTrack, type WorldTrack, yearOfTrack } from "../../sim/watch/worldTrack.ts";

/** A world watched to its last year. */
export function finishedTrack(scenario: Scenario, key: RunKey): WorldTrack {
  const track = startTrack(scenario, key);
  yearOfTrack(track, track.lastYear);
  return track;
}

/** Share of the living firms that are abroad, year by year; entry 0 is the world before its first year. */
export function sharesAbroad(track: WorldTrack): number[] {
  return track.years.map(({ total }) => (total.alive === 0 ? 0 : total.abroad / total.alive));
}
