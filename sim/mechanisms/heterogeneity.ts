import { normalQuantile } from "../../numerics/normal.ts";
import type { Scenario } from "../../scenarios/index.ts";
import type { Firms } from "../firms/firms.ts";
import { stream } from "../random/streams.ts";
import type { RunKey } from "../run.ts";
import type { World } from "../world.ts";
import { sorting } from "./sorting.ts";

/**
 * A10 · State dependence and heterogeneity.
 *
 *     index += stateDependence · active[t−1] + firmEffect[i] + pairEffect[i, l]
 *     firmEffect ~ N(province mean, firmEffectSd²),  pairEffect ~ N(0, pairEffectSd²)
 *
 * Unit: probit; defaults 2.40, 0.72, 0.51; off at 0. The province means are A9.
 */
export function drawFirmEffect(
  scenario: Scenario,
  key: RunKey,
  firms: Firms,
  provinces: number,
): Float64Array {
  const effect = sorting(scenario, key, firms, provinces);
  if (scenario.firmEffectSd === 0) return effect;
  const draw = stream(key, "firmEffect");
  return effect.map((mean) => mean + scenario.firmEffectSd * normalQuantile(draw()));
}

export function drawPairEffect(scenario: Scenario, key: RunKey, pairs: number): Float64Array {
  const effect = new Float64Array(pairs);
  if (scenario.pairEffectSd === 0) return effect;
  const draw = stream(key, "pairEffect");
  return effect.map(() => scenario.pairEffectSd * normalQuantile(draw()));
}

/**
 * In `dynamicProbit` worlds the pair effect is drawn anew at the end of the first recorded year, given the state
 * found there, as Wooldridge (2005) models it:
 *
 *     c = initialEffect · y₀ + pairEffectSd · a,   a ~ N(0, 1) independent of everything before
 *
 * so that the estimator that conditions on y₀ is correctly specified.
 */
export function redrawPairEffectGivenInitialState(world: World): void {
  const { initialEffect, pairEffectSd } = world.scenario;
  const { pairEffect, initial } = world.pairs;
  const draw = stream(world.key, "initialPairEffect");
  for (let pair = 0; pair < pairEffect.length; pair++) {
    const uniform = draw();
    const own = pairEffectSd === 0 ? 0 : pairEffectSd * normalQuantile(uniform);
    pairEffect[pair] = initialEffect * initial[pair] + own;
  }
}
