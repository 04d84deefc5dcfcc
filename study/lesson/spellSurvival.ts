import { ALIVE, ANYWHERE, BORN } from "../../sim/watch/statuses.ts";
import type { WorldTrack } from "../../sim/watch/worldTrack.ts";

/** Share of spells abroad that are still running after 1, 2, 3 … years (Kaplan & Meier), by peers at their start. */
export interface SurvivalByPeers {
  readonly few: PeerGroup;
  readonly many: PeerGroup;
}

export interface PeerGroup {
  /** Spells in the group. */
  readonly spells: number;
  /** Fewest and most peers at the start. */
  readonly fewest: number;
  readonly most: number;
  /** survival[t − 1]: still abroad after t years. */
  readonly survival: readonly number[];
}

interface Spell {
  readonly peers: number;
  /** Years until it ended or was lost from sight. */
  readonly years: number;
  readonly ended: boolean;
}

/**
 * A spell is a firm's time abroad, wherever. Peers are the firms of the province that were abroad at the end of the year before it began
 * (Canello & Pavone). Spells begun in the years `from` to `until` are parted at the median of their peers: `few` has those below, `many` the rest.
 *
 * @param longest years followed.
 */
export function spellSurvival(
  track: WorldTrack,
  from: number,
  until: number,
  longest: number,
): SurvivalByPeers {
  const spells = spellsOf(track, from, until, longest).sort((one, other) => one.peers - other.peers);
  const middle = spells[spells.length >> 1]?.peers ?? 0;
  return {
    few: group(
      spells.filter(({ peers }) => peers < middle),
      longest,
    ),
    many: group(
      spells.filter(({ peers }) => peers >= middle),
      longest,
    ),
  };
}

function spellsOf({ statuses, world, years }: WorldTrack, from: number, until: number, longest: number) {
  const { bytes, firms } = statuses;
  const spells: Spell[] = [];
  const last = years.length - 1;
  for (let year = Math.max(1, from); year <= until; year++) {
    for (let firm = 0; firm < firms; firm++) {
      const begun = bytes[year * firms + firm] ?? 0;
      const before = bytes[(year - 1) * firms + firm] ?? 0;
      if ((begun & ANYWHERE) === 0 || (before & ANYWHERE) !== 0 || (begun & BORN) !== 0) continue;
      let running = 0;
      let ended = false;
      while (running < longest && year + running < last) {
        running += 1;
        const status = bytes[(year + running) * firms + firm] ?? 0;
        // A firm that closed, and one that was born in its place, have not come home.
        if ((status & ALIVE) === 0 || (status & BORN) !== 0) {
          running -= 1;
          break;
        }
        if ((status & ANYWHERE) === 0) {
          ended = true;
          break;
        }
      }
      const peers = years[year - 1]?.abroad[world.firms.province[firm] ?? 0] ?? 0;
      if (running > 0) spells.push({ peers, years: running, ended });
    }
  }
  return spells;
}

function group(spells: readonly Spell[], longest: number): PeerGroup {
  let left = 1;
  const survival = Array.from({ length: longest }, (_, at) => {
    const atRisk = spells.filter(({ years }) => years >= at + 1).length;
    const ends = spells.filter(({ years, ended }) => ended && years === at + 1).length;
    left *= atRisk === 0 ? 1 : 1 - ends / atRisk;
    return left;
  });
  return {
    spells: spells.length,
    fewest: spells[0]?.peers ?? 0,
    most: spells.at(-1)?.peers ?? 0,
    survival,
  };
}
