import type { Scenario } from "../../scenarios/index.ts";
import type { RunKey } from "../../sim/run.ts";
import { tracksWithSharedFirms, type WorldTrack } from "../../sim/watch/index.ts";

/** Worlds kept; one of Italy at full size, watched for 30 years, takes some 20 MB. */
const TRACKS_KEPT = 4;

/**
 * Remembers the worlds that were asked for last, as far as each was run. The world without imitation is the same whatever the imitation, so
 * that half of a run is there already when imitation alone is changed; and both are when it is changed back.
 */
export function keptTracks(): { readonly trackOf: (scenario: Scenario, key: RunKey) => WorldTrack } {
  const kept = new Map<string, WorldTrack>();
  const startTrack = tracksWithSharedFirms();
  return {
    trackOf(scenario, key) {
      const name = JSON.stringify([scenario, key]);
      const track = kept.get(name) ?? startTrack(scenario, key);
      kept.delete(name);
      kept.set(name, track);
      for (const oldest of kept.keys()) if (kept.size > TRACKS_KEPT) kept.delete(oldest);
      return track;
    },
  };
}
