import { normalQuantile } from "../../numerics/normal.ts";
import type { Scenario } from "../../scenarios/index.ts";
import { stream } from "../random/streams.ts";
import type { RunKey } from "../run.ts";

/**
 * A6b · Fit between a province and a destination: the Adriatic and the Balkans, one craft and one region.
 *
 *     index += fit[j, l],   fit ~ N(0, provinceDestinationFitSd²)
 *
 * Unit: probit; default 0.2, range 0 to 3; off at 0. It survives the national count and every printed check of
 * Canello (2022), which is why it is the hardest impostor.
 */
export function drawFit(
  scenario: Scenario,
  key: RunKey,
  provinces: number,
  destinations: number,
): Float64Array {
  const fit = new Float64Array(provinces * destinations);
  if (scenario.provinceDestinationFitSd === 0) return fit;
  const draw = stream(key, "provinceDestinationFit");
  return fit.map(() => scenario.provinceDestinationFitSd * normalQuantile(draw()));
}
