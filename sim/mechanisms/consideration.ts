import { normalCdf } from "../../numerics/normal.ts";
import { fillWithDraws } from "../random/streams.ts";
import type { World } from "../world.ts";

/**
 * C3 and C5 · Consideration: what firms say they think of, which decides nothing.
 *
 *     a firm abroad considers to leave where index of staying + ε′ < considerationMargin, ε′ a standard normal draw of its own
 *     in East Asia or elsewhere, with nothing in Europe, it thinks of moving nearer rather than home with probability
 *     nearshoringRate / (nearshoringRate + (1 − stayerShare) · reviewRate · Φ(−index of staying))
 *
 * as the rates of doing the one and the other compare. Held firms consider like others. Unit: probit; default 0, range
 * −10 to 10 (−0.4 in the world of districts, [A]). Absent where reviews are (C3), and in entryExit worlds, which have
 * no such index. Source: Bettiol et al. (2017) Table 4: of 50 firms 13 considered Italy and 4 a nearer country.
 */
export const considerations = ["none", "home", "nearer"] as const;

/** Before held firms lose their choice, from the index as it is. */
export function considerLeaving(index: Float64Array, world: World, year: number): void {
  const { reviews, pairs, destinations, scenario, key } = world;
  if (reviews === null || scenario.decision.kind === "entryExit") return;
  const { nearshoringRate, considerationMargin } = scenario;
  const reviewRate = (1 - scenario.stayerShare) * scenario.reviewRate;
  const draws = new Float64Array(2 * index.length);
  fillWithDraws(draws, key, "consideration", year);
  reviews.considers.fill(0);
  for (let pair = 0; pair < index.length; pair++) {
    if (pairs.active[pair] === 0 || draws[2 * pair] >= normalCdf(considerationMargin - index[pair])) continue;
    const destination = pair % destinations;
    const mayMoveNearer = nearshoringRate > 0 && destination >= 2 && pairs.active[pair - destination] === 0;
    const rate = nearshoringRate + reviewRate * normalCdf(-index[pair]);
    const nearer = mayMoveNearer && draws[2 * pair + 1] * rate < nearshoringRate;
    reviews.considers[pair] = considerations.indexOf(nearer ? "nearer" : "home");
  }
}
