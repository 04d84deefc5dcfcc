import type { Scenario } from "../../scenarios/index.ts";
import type { Decisions } from "../decisions/decide.ts";
import { fillWithDraws } from "../random/streams.ts";
import { isPositive } from "../random/threshold.ts";
import type { RunKey } from "../run.ts";
import type { World } from "../world.ts";
import { isAbroad } from "./complementOrSubstitute.ts";

/**
 * C3 · Movers and stayers: a set-up abroad, once it stands, is seldom looked at again.
 *
 *     a share stayerShare of firms never reviews; any other that is abroad reviews with probability reviewRate a year
 *     without a review all of the firm's pairs stay as they are: it neither leaves nor starts elsewhere
 *     a review ends by the index of the year; and where index of staying + ε > extensionThreshold in more
 *     volume (behavioural only): volume = min(1, volume · extensionFactor)
 *
 * Firms at home are not held: they start when the index says so. Unit: share of firms; probability a year; probit; factor. Defaults 0, 1, 1 and 1; 0.6, 0.06 and 1.3 in the world of districts
 * [A]. Off at stayerShare = 0 and reviewRate = 1. Source: Bettiol et al. (2017): about 75 % of set-ups never changed, over
 * 15 % were extended. The yearly returns of Canello (2022), a fifth, are another world.
 */
export interface Reviews {
  /** By firm. */
  readonly stayer: Uint8Array;
  /** Firms abroad that do not review this year. */
  readonly held: Uint8Array;
  /** By pair: extended this year; position in `considerations`. */
  readonly extended: Uint8Array;
  readonly considers: Uint8Array;
}

/** Whether firms of a scenario review their set-up abroad only now and then. */
export function hasReviews({ stayerShare, reviewRate }: Scenario): boolean {
  return stayerShare > 0 || reviewRate < 1;
}

/** null where every firm looks at everything every year. */
export function drawReviews(
  scenario: Scenario,
  key: RunKey,
  firms: number,
  destinations: number,
): Reviews | null {
  if (!hasReviews(scenario)) return null;
  const draws = new Float64Array(firms);
  fillWithDraws(draws, key, "stayer");
  return {
    stayer: Uint8Array.from(draws, (draw) => Number(draw < scenario.stayerShare)),
    held: new Uint8Array(firms),
    extended: new Uint8Array(firms * destinations),
    considers: new Uint8Array(firms * destinations),
  };
}

/** New firms in these places are stayers or not by a draw of their own. */
export function renewStayers(
  { reviews, key, scenario }: World,
  places: readonly number[],
  year: number,
): void {
  if (reviews === null) return;
  const draws = new Float64Array(reviews.stayer.length);
  fillWithDraws(draws, key, "stayer", year);
  for (const place of places) reviews.stayer[place] = Number(draws[place] < scenario.stayerShare);
}

/** Before the decisions: who holds its set-up this year. */
export function drawHeldFirms({ reviews, scenario, key, pairs, destinations }: World, year: number): void {
  if (reviews === null) return;
  const draws = new Float64Array(reviews.held.length);
  fillWithDraws(draws, key, "review", year);
  for (let firm = 0; firm < draws.length; firm++) {
    const looks = reviews.stayer[firm] === 0 && draws[firm] < scenario.reviewRate;
    reviews.held[firm] = Number(!looks && isAbroad(pairs.active, firm, destinations));
  }
}

/** Leaves held firms no choice: an index of ±∞ decides for itself, whatever is drawn. */
export function holdSetUps(index: Float64Array, { reviews, pairs, destinations }: World): void {
  if (reviews === null) return;
  for (let pair = 0; pair < index.length; pair++) {
    if (reviews.held[Math.floor(pair / destinations)] === 0) continue;
    index[pair] = pairs.active[pair] === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  }
}

/** After the decisions, from the same index and draws. */
export function extendSetUps(world: World, { active, abroad }: Pick<Decisions, "active" | "abroad">): void {
  const { reviews, pairs, destinations, scenario, workspace } = world;
  if (reviews === null) return;
  reviews.extended.fill(0);
  if (scenario.extensionFactor === 1 || scenario.decision.kind !== "behavioural") return;
  for (const pair of abroad) {
    if (active[pair] === 0 || pairs.active[pair] === 0) continue;
    if (reviews.held[Math.floor(pair / destinations)] === 1) continue;
    if (!isPositive(workspace.index[pair] - scenario.extensionThreshold, workspace.uniforms[pair])) continue;
    pairs.volume[pair] = Math.min(1, pairs.volume[pair] * scenario.extensionFactor);
    reviews.extended[pair] = 1;
  }
}
