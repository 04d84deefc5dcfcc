import { InvalidInput } from "../../scenarios/index.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { type FirmStatus, firmStatus, watchedYear } from "./details.ts";
import { ANYWHERE, numberOf, statusOf } from "./statuses.ts";
import type { WatchRun } from "./watchRun.ts";

/** A firm of a list. */
export interface FirmOfProvince {
  /** Its place among the firms of the world, from 0: what `firmDetails` takes. */
  readonly place: number;
  /** As the panel's column `firm` has it. */
  readonly number: number;
  readonly industry: string;
  readonly with: FirmStatus;
  readonly without: FirmStatus;
  /** Active somewhere it would not be without imitation, or the reverse. */
  readonly flipped: boolean;
}

/** The firms of one province at the end of a year. */
export interface ProvinceDetails {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly index: number;
  readonly year: number;
  /** Flipped firms first, then others abroad in either world, then those at home; within these by place. */
  readonly firms: readonly FirmOfProvince[];
  /** Firms of the province that are not listed; those that closed in both worlds are counted nowhere. */
  readonly rest: number;
}

/**
 * @param year number of a watched year; see `WatchSnapshot.index`.
 * @param limit firms listed at most. Default 100.
 * @throws InvalidInput for a province the world does not have. @throws RangeError for a year not watched so far.
 */
export function provinceDetails(run: WatchRun, code: string, year: number, limit = 100): ProvinceDetails {
  const { factual, beside } = run;
  const { provinces, firms, industryNames } = factual.world;
  const index = watchedYear(run, year);
  const at = provinces.findIndex((each) => each.code === code);
  if (at < 0) throw unknownProvince("province", code, provinces);
  const groups: [number[], number[], number[]] = [[], [], []];
  for (let firm = 0; firm < firms.count; firm++) {
    if (firms.province[firm] !== at) continue;
    const now = statusOf(factual.statuses, firm, index);
    const alone = statusOf(beside.statuses, firm, index);
    if ((now | alone) === 0) continue;
    if (((now ^ alone) & ANYWHERE) !== 0) groups[0].push(firm);
    else groups[(now & ANYWHERE) !== 0 ? 1 : 2].push(firm);
  }
  const found = groups.flat();
  const { name, region } = provinces[at];
  return {
    code,
    name,
    region,
    index,
    year: run.snapshots[index].year,
    firms: found.slice(0, limit).map((place) => ({
      place,
      number: numberOf(factual.statuses, place, index),
      industry: industryNames[firms.industry[place]],
      with: firmStatus(factual, place, index),
      without: firmStatus(beside, place, index),
      flipped: groups[0].includes(place),
    })),
    rest: Math.max(0, found.length - limit),
  };
}

/** Says which provinces there are: too many to list, so the first ones. */
export function unknownProvince(
  path: string,
  code: string,
  provinces: readonly { readonly code: string }[],
): InvalidInput {
  const some = provinces.slice(0, 12).map((each) => each.code);
  return new InvalidInput({
    path,
    found: JSON.stringify(code),
    expected:
      provinces.length > some.length
        ? phrase`the code of a province of this world: ${some.join(", ")}, … (${provinces.length} in all)`
        : phrase`the code of a province of this world: ${some.join(", ")}`,
  });
}
