import type { WatchSnapshot, WorldYear } from "../../../sim/index.ts";
import type { WorldToWatch } from "../../../workers/lab/watchJobs.ts";
import type { MapMarks } from "../../map/marks.ts";
import type { MapScale } from "../../map/scale.ts";
import type { Intervention } from "../../state/labState.ts";

/** One scale for all worlds, panes and years, so that a colour means the same everywhere. */
export const shareScale: MapScale = { kind: "share", limits: [0.02, 0.05, 0.1, 0.2] };
export const differenceScale: MapScale = { kind: "difference", limits: [0.01, 0.1] };

/** Share of firms abroad by province; null where there is no firm. */
export function sharesAbroad(world: WorldToWatch, year: WorldYear): ReadonlyMap<string, number | null> {
  return new Map(world.provinces.map(({ code }, at) => [code, shareOf(year, at)]));
}

/** Share with imitation minus share without. */
export function shareDifferences(
  world: WorldToWatch,
  { with: factual, without }: WatchSnapshot,
): ReadonlyMap<string, number | null> {
  return new Map(
    world.provinces.map(({ code }, at) => {
      const [one, other] = [shareOf(factual, at), shareOf(without, at)];
      return [code, one === null || other === null ? null : one - other];
    }),
  );
}

function shareOf({ abroad, alive }: WorldYear, at: number): number | null {
  const firms = alive[at] ?? 0;
  return firms === 0 ? null : (abroad[at] ?? 0) / firms;
}

/** Provinces that were given something; what is for the whole country marks none. */
export function marksOf(pioneers: readonly Intervention[], shocks: readonly Intervention[]): MapMarks {
  const codes = (list: readonly Intervention[]) =>
    list.flatMap(({ province }) => (typeof province === "string" ? [province] : []));
  return { pioneer: new Set(codes(pioneers)), shock: new Set(codes(shocks)) };
}
