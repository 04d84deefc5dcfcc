import type { Scenario } from "../../scenarios/index.ts";

/**
 * E8 · Density dependence: the first make a destination legitimate, the many compete for it.
 *
 *     index of starting += legitimacy · P − competition · n²
 *
 * P: peers as A1 counts them; n = P, or with congestionNational the industry's firms active in the country (mean of
 * t − 1 and t − 2, everybody counted). The inverted U peaks at P = legitimacy / (2 · competition). Unit: probit per
 * firm and per squared firm; defaults 0 (0.010 and 0.00008 give a peak at 62.5), ranges −1 to 1 and 0 to 1; off at
 * 0. Source: Chan, Makino & Isobe (2006) on multinationals, as read by Freeman (2007), who doubts it for small
 * firms; values [A].
 */
export function densityDependence(scenario: Scenario, peers: number, national: number): number {
  const { legitimacy, competition, congestionNational } = scenario;
  const crowd = congestionNational ? national : peers;
  return legitimacy * peers - competition * crowd * crowd;
}
