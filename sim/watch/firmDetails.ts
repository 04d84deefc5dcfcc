import { type FirmStatus, firmStatus } from "./details.ts";
import { BORN, numberOf, statusOf } from "./statuses.ts";
import type { WatchRun } from "./watchRun.ts";

/** A year of a firm in both worlds. */
export interface FirmYear {
  readonly index: number;
  readonly year: number;
  readonly with: FirmStatus;
  readonly without: FirmStatus;
  /** The firm was born in this year, in the place of one that closed. */
  readonly born: boolean;
}

/** One firm and its past in both worlds, through all years watched so far. */
export interface FirmDetails {
  readonly place: number;
  /** Of the firm that has the place now. */
  readonly number: number;
  readonly province: string;
  readonly provinceName: string;
  readonly industry: string;
  /** Employees. */
  readonly size: number;
  readonly supplier: boolean;
  readonly exporter: boolean;
  readonly years: readonly FirmYear[];
  /** Numbers of the years in which it is active somewhere it would not be without imitation, or the reverse. */
  readonly flippedYears: readonly number[];
}

/** @throws RangeError for a place that the world does not have. */
export function firmDetails(run: WatchRun, place: number): FirmDetails {
  const { factual, beside, snapshots } = run;
  const { firms, provinces, industryNames } = factual.world;
  if (!Number.isInteger(place) || place < 0 || place >= firms.count)
    throw new RangeError(`firm: ${place} is not a place from 0 to ${firms.count - 1}`);
  const years = snapshots.map(
    ({ index, year }): FirmYear => ({
      index,
      year,
      with: firmStatus(factual, place, index),
      without: firmStatus(beside, place, index),
      born: (statusOf(factual.statuses, place, index) & BORN) !== 0,
    }),
  );
  const province = provinces[firms.province[place]];
  return {
    place,
    number: numberOf(factual.statuses, place, snapshots.length - 1),
    province: province.code,
    provinceName: province.name,
    industry: industryNames[firms.industry[place]],
    size: firms.size[place],
    supplier: firms.supplier[place] === 1,
    exporter: firms.exporter[place] === 1,
    years,
    flippedYears: years
      .filter((each) => each.with.destinations.join() !== each.without.destinations.join())
      .map(({ index }) => index),
  };
}
