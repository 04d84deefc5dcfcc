import type { Scenario } from "../../scenarios/index.ts";
import { startWorld } from "../../sim/index.ts";
import type { RunKey } from "../../sim/run.ts";
import { ALIVE, ANYWHERE } from "../../sim/watch/statuses.ts";
import { finishedTrack } from "./finishedTrack.ts";

/** The firms of one province through all years, in two worlds with the same draws. */
export interface ProvinceStory {
  readonly provinceName: string;
  /** Calendar years; the first is before anything happens. */
  readonly years: readonly number[];
  readonly firms: readonly {
    readonly place: number;
    /** Employees. */
    readonly size: number;
    /** Abroad at the end of each year, with the pioneer and without. */
    readonly with: readonly boolean[];
    readonly without: readonly boolean[];
  }[];
  /** Firms abroad at the end of each year. */
  readonly abroadWith: readonly number[];
  readonly abroadWithout: readonly number[];
}

/** Places of the firms of a province; empty for one that the world does not have. */
export function placesOfProvince(scenario: Scenario, key: RunKey, code: string): number[] {
  const { provinces, firms } = startWorld(scenario, key, { columns: [] });
  const at = provinces.findIndex((each) => each.code === code);
  return Array.from(firms.province.keys()).filter((place) => firms.province[place] === at);
}

/** @throws RangeError for a province that the world does not have. */
export function provinceStory(
  pioneered: Scenario,
  alone: Scenario,
  key: RunKey,
  code: string,
): ProvinceStory {
  const tracks = [pioneered, alone].map((scenario) => finishedTrack(scenario, key));
  const [one, other] = tracks;
  const at = one?.world.provinces.findIndex((each) => each.code === code) ?? -1;
  if (one === undefined || other === undefined || at < 0)
    throw new RangeError(`the world has no province ${code}`);
  const places = Array.from(one.world.firms.province.keys()).filter(
    (place) => one.world.firms.province[place] === at,
  );
  const abroad = (track: typeof one, place: number) =>
    track.years.map((_, year) => {
      const status = track.statuses.bytes[year * track.statuses.firms + place] ?? 0;
      return (status & ANYWHERE) !== 0 && (status & ALIVE) !== 0;
    });
  return {
    provinceName: one.world.provinces[at]?.name ?? "",
    years: one.years.map((_, year) => pioneered.firstYear - pioneered.warmUpYears + year),
    firms: places.map((place) => ({
      place,
      size: one.world.firms.size[place] ?? 0,
      with: abroad(one, place),
      without: abroad(other, place),
    })),
    abroadWith: one.years.map((year) => year.abroad[at] ?? 0),
    abroadWithout: other.years.map((year) => year.abroad[at] ?? 0),
  };
}
