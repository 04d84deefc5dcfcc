import { log1p } from "../../numerics/elementary.ts";
import type { Scenario } from "../../scenarios/index.ts";

/**
 * A1 · Frequency imitation of the start (mimetic isomorphism), and E8 · density dependence.
 *
 *     index += imitationSame · f(P)      P: peers of the own province and industry in the destination
 *
 * P is the mean over the last `peerYears` years of peers active (or started, for `flow`) at the year's end; the firm
 * itself is left out unless `includeOwnFirm`. Unit: probit per unit of f; default 0.10 on log(1 + n), range −5 to 5; off at
 * imitationSame = imitationStay = 0.
 * Source: Canello (2022) eq. (1) and hypothesis 1; inverted U: Chan, Makino & Isobe (2006) as read by Freeman (2007).
 *
 * @param peers mean count P ≥ 0.
 * @param others firms of the cell other than the firm itself, for `share`; a firm alone in its cell has share 0.
 */
export function peerMeasure(scenario: Scenario, peers: number, others: number): number {
  switch (scenario.peerMeasure) {
    case "stock":
    case "flow":
      return peers;
    case "share":
      return others > 0 ? peers / others : 0;
    case "log":
      return log1p(peers);
    case "threshold":
      return peers >= scenario.peerThreshold ? peers : 0;
    case "invertedU":
      // legitimacy·n − competition·n² with imitationSame as legitimacy and the top at peerPeak.
      return peers - (peers * peers) / (2 * scenario.peerPeak);
  }
}
