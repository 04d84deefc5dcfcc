import type { WatchRun, WorldYear } from "../../sim/index.ts";

/** A country through all years, beside itself without imitation: shares of living firms that are abroad. */
export interface Country {
  /** Calendar years; the first is before anything happens. */
  readonly years: readonly number[];
  readonly provinces: readonly {
    readonly code: string;
    readonly name: string;
    readonly region: string;
    /** Living ones, in the last year. */
    readonly firms: number;
  }[];
  readonly firms: number;
  readonly shareWith: readonly number[];
  readonly shareWithout: readonly number[];
  /** By year and province; null where no firm lives. */
  readonly provincesWith: readonly (readonly (number | null)[])[];
  readonly provincesWithout: readonly (readonly (number | null)[])[];
  /** Firms that in some year were elsewhere than they would have been without imitation. */
  readonly everFlipped: number;
  /** In the last year, in the half of the provinces with more firms and in the half with fewer. */
  readonly shareOfLarge: number;
  readonly shareOfSmall: number;
}

/** @param run watched to its end. */
export function countryOf(run: WatchRun): Country {
  const { snapshots, factual, scenario } = run;
  const last = snapshots.at(-1);
  const bySize = last === undefined ? [] : placesBySize(last.with);
  const half = bySize.length >> 1;
  return {
    years: snapshots.map(({ year }) => year),
    provinces: factual.world.provinces.map(({ code, name, region }, at) => ({
      code,
      name,
      region,
      firms: last?.with.alive[at] ?? 0,
    })),
    firms: scenario.firms,
    shareWith: snapshots.map((each) => each.with.total.abroad / each.with.total.alive),
    shareWithout: snapshots.map((each) => each.without.total.abroad / each.without.total.alive),
    provincesWith: snapshots.map((each) => sharesByProvince(each.with)),
    provincesWithout: snapshots.map((each) => sharesByProvince(each.without)),
    everFlipped: last?.difference.total.everFlipped ?? 0,
    shareOfSmall: shareIn(last?.with, bySize.slice(0, half)),
    shareOfLarge: shareIn(last?.with, bySize.slice(half)),
  };
}

function sharesByProvince({ abroad, alive }: WorldYear): (number | null)[] {
  return Array.from(alive, (firms, at) => (firms === 0 ? null : (abroad[at] ?? 0) / firms));
}

/** Provinces by their number of firms, the smallest first. */
function placesBySize({ alive }: WorldYear): number[] {
  return Array.from(alive.keys()).sort((one, other) => (alive[one] ?? 0) - (alive[other] ?? 0));
}

function shareIn(year: WorldYear | undefined, places: readonly number[]): number {
  let [abroad, alive] = [0, 0];
  for (const place of places) {
    abroad += year?.abroad[place] ?? 0;
    alive += year?.alive[place] ?? 0;
  }
  return abroad / alive;
}
