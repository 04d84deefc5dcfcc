import type { Scenario } from "../../scenarios/index.ts";
import type { SharedFirms } from "../firms/sharedFirms.ts";
import type { RunKey } from "../run.ts";
import { advance, yearsOf } from "../simulate.ts";
import { startWorld } from "../startWorld.ts";
import type { World } from "../world.ts";
import { emptyStatuses, rememberStatuses, type Statuses } from "./statuses.ts";
import { countYear, type WorldYear } from "./worldYear.ts";

/**
 * One world on its way, and what is kept of the years behind it. It can be shared by several runs: the world without
 * imitation does not change while imitation is all that is changed.
 */
export interface WorldTrack {
  readonly world: World;
  /** Entries from 0, the world before its first year, to this. */
  readonly lastYear: number;
  readonly statuses: Statuses;
  /** Firms active by market at the end of each year so far. */
  readonly stocks: Int32Array[];
  readonly years: WorldYear[];
}

/**
 * Before the first year, which is entry 0: everybody at home. No panel is written.
 *
 * @param shared what worlds of the same firms share; see sharedFirms.ts.
 */
export function startTrack(scenario: Scenario, key: RunKey, shared: SharedFirms | null = null): WorldTrack {
  const world = startWorld(scenario, key, { columns: [], shared });
  const lastYear = yearsOf(scenario);
  const track: WorldTrack = {
    world,
    lastYear,
    statuses: emptyStatuses(scenario.firms, lastYear + 1),
    stocks: [],
    years: [],
  };
  writeDown(track);
  return track;
}

/** The entry of a year, simulated first where it is still to come. */
export function yearOfTrack(track: WorldTrack, year: number): WorldYear {
  while (track.years.length <= year) {
    advance(track.world, 1, { recordTruth: false, recordPanel: false });
    writeDown(track);
  }
  return track.years[year];
}

function writeDown({ world, statuses, stocks, years }: WorldTrack): void {
  rememberStatuses(statuses, world, years.length);
  years.push(countYear(world, statuses, stocks, years.length));
}
