import { exp, log1p } from "../../numerics/elementary.ts";
import { normalQuantile } from "../../numerics/normal.ts";
import type { Scenario } from "../../scenarios/index.ts";
import type { Decisions } from "../decisions/decide.ts";
import { fillWithDraws } from "../random/streams.ts";
import type { World } from "../world.ts";
import { signalVariance } from "./errorCorrection.ts";
import { resumeMatch } from "./reentry.ts";

/**
 * A3 · Vicarious learning of supplier quality (hypothesis 2: spells begun under more peers last longer).
 *
 *     prior mean      = qualityMean[l] + optimismBias · (1 + P)^−vicariousPrecision
 *     prior sd        = qualitySd · (1 + P)^−vicariousPrecision
 *     true match      ~ N(qualityMean[l] + vicariousQualityGain · log(1 + P₀), qualitySd²)
 *     yearly signal   ~ N(true match, signalSd² / (1 + experiencePrecision · tenure))
 *     start volume    = min(1, volumeBase + volumePeer · log(1 + P₀))
 *
 * P are the peers as the firm sees them now, P₀ those before its spell began (stock, mean of two years). Beliefs are
 * updated by Bayes' rule for normal means. Unit: index of net saving (probit). Defaults 0, the ready world has
 * qualitySd 0.6, optimismBias 0.3, vicariousPrecision 0.25, vicariousQualityGain 0.05; ranges in
 * scenarios/schema/supplierQuality.ts. Off at qualitySd = optimismBias = vicariousQualityGain = 0 and qualityMean = 0. Form after mechanism A3; defaults are assumptions.
 */
export function priorMean(world: World, destination: number, peers: number): number {
  const { qualityMean, optimismBias } = world.scenario;
  return qualityMean[destination] + optimismBias * shrinkage(world, peers);
}

export function startVolume({ volumeBase, volumePeer }: Scenario, peers: number): number {
  return Math.min(1, volumeBase + volumePeer * log1p(peers));
}

function shrinkage(world: World, peers: number): number {
  return exp(-world.scenario.vicariousPrecision * log1p(peers));
}

/** Phase "match supplier": firms that start meet a supplier, those that re-enter (E4) the one they had. */
export function matchSuppliers(world: World, { started, abroad }: Decisions, year: number): void {
  const { scenario, pairs, destinations, ties } = world;
  const { uniforms } = world.workspace;
  if (scenario.qualitySd !== 0) fillWithDraws(uniforms, world.key, "match", year);
  for (const pair of abroad) {
    if (started[pair] === 0) continue;
    const peers = pairs.msePeersBeforeEntry[pair];
    const destination = pair % destinations;
    if (ties !== null && ties.reentered[pair] === 1) {
      resumeMatch(world, pair, priorMean(world, destination, peers));
      continue;
    }
    const spread = scenario.qualitySd === 0 ? 0 : scenario.qualitySd * normalQuantile(uniforms[pair]);
    pairs.quality[pair] =
      scenario.qualityMean[destination] + scenario.vicariousQualityGain * log1p(peers) + spread;
    pairs.belief[pair] = priorMean(world, destination, peers);
    const priorSd = scenario.qualitySd * shrinkage(world, peers);
    pairs.beliefPrecision[pair] = priorSd === 0 ? Number.POSITIVE_INFINITY : 1 / (priorSd * priorSd);
  }
}

/** Phase "produce and learn": every active firm sees a signal of its supplier's quality. */
export function learn(world: World, { abroad }: Decisions, year: number): void {
  const { scenario, pairs } = world;
  if (scenario.qualitySd === 0) return;
  const { uniforms } = world.workspace;
  fillWithDraws(uniforms, world.key, "signal", year);
  for (const pair of abroad) {
    if (pairs.active[pair] === 0) continue;
    const variance = signalVariance(scenario, pairs.tenure[pair]);
    const signal = pairs.quality[pair] + Math.sqrt(variance) * normalQuantile(uniforms[pair]);
    const before = pairs.beliefPrecision[pair];
    const after = before + 1 / variance;
    // A prior without spread (precision ∞) learns nothing; ∞/∞ would be NaN.
    if (before !== Number.POSITIVE_INFINITY) {
      pairs.belief[pair] = (before * pairs.belief[pair] + signal / variance) / after;
    }
    pairs.beliefPrecision[pair] = after;
  }
}
