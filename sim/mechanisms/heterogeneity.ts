import { normalQuantile } from "../../numerics/normal.ts";
import type { Scenario } from "../../scenarios/index.ts";
import type { Firms } from "../firms/firms.ts";
import type { SharedFirms } from "../firms/sharedFirms.ts";
import { fillWithDraws, type Purpose } from "../random/streams.ts";
import type { RunKey } from "../run.ts";
import type { World } from "../world.ts";
import { sorting } from "./sorting.ts";

/**
 * A10 · State dependence and heterogeneity.
 *
 *     index += stateDependence · active[t−1] + firmEffect[i] + pairEffect[i, l]
 *     firmEffect ~ N(province mean, firmEffectSd²),  pairEffect ~ N(0, pairEffectSd²)
 *
 * Unit: probit; defaults 2.40, 0.72, 0.51, ranges −5 to 10 and twice 0 to 5; off at 0. Source: Canello (2022) prints a
 * lagged status of 2.335; the spreads are our quick check [Q]. The province means are A9.
 */
export function drawFirmEffect(
  scenario: Scenario,
  key: RunKey,
  firms: Firms,
  provinces: number,
  shared: SharedFirms | null = null,
): Float64Array {
  const means = sorting(scenario, key, firms, provinces);
  const effect = new Float64Array(firms.count);
  fillWithNormal(effect, scenario.firmEffectSd, key, "firmEffect", shared);
  for (let firm = 0; firm < effect.length; firm++) effect[firm] += means[firm];
  return effect;
}

export function drawPairEffect(
  scenario: Scenario,
  key: RunKey,
  pairs: number,
  shared: SharedFirms | null = null,
): Float64Array {
  const effect = new Float64Array(pairs);
  fillWithNormal(effect, scenario.pairEffectSd, key, "pairEffect", shared);
  return effect;
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
  fillWithNormal(pairEffect, pairEffectSd, world.key, "initialPairEffect", world.shared);
  for (let pair = 0; pair < pairEffect.length; pair++) pairEffect[pair] += initialEffect * initial[pair];
}

/** N(0, sd²) */
function fillWithNormal(
  effect: Float64Array,
  sd: number,
  key: RunKey,
  purpose: Purpose,
  shared: SharedFirms | null,
): void {
  if (sd === 0) {
    effect.fill(0);
    return;
  }
  const known = shared?.normals.get(purpose);
  if (known === undefined) {
    fillWithDraws(effect, key, purpose);
    for (let at = 0; at < effect.length; at++) effect[at] = normalQuantile(effect[at]);
    shared?.normals.set(purpose, effect.slice());
  } else {
    effect.set(known);
  }
  for (let at = 0; at < effect.length; at++) effect[at] *= sd;
}
