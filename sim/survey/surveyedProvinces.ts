import { stream } from "../random/streams.ts";
import type { World } from "../world.ts";

/**
 * Which provinces are surveyed: each has a draw, and those with the smallest are taken, so that a survey of fewer provinces is
 * part of a survey of more. The world itself is whole: firms elsewhere are peers as ever, and are not in the panel.
 *
 * @returns 1 for each province that is; null where all are, and then nothing is drawn.
 */
export function surveyedProvinces({
  scenario,
  key,
  provinces: { length },
}: Pick<World, "scenario" | "key" | "provinces">): Uint8Array | null {
  const wanted = scenario.surveyedProvinces;
  if (wanted === 0 || wanted >= length) return null;
  const draw = stream(key, "surveyedProvinces");
  const draws = Float64Array.from({ length }, draw);
  const surveyed = new Uint8Array(length);
  for (const province of [...draws.keys()].sort((a, b) => draws[a] - draws[b]).slice(0, wanted)) {
    surveyed[province] = 1;
  }
  return surveyed;
}
