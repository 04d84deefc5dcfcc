import alea from "seedrandom/lib/alea.js";
import type { ClusterPurpose } from "../clusters/purposes.ts";
import type { RunKey } from "../run.ts";

/** What draws are for. One stream a purpose and year, so that a mechanism that is off disturbs no other. */
export type Purpose =
  | ClusterPurpose
  | "provinceCharacteristics"
  | "placement"
  | "firmCharacteristics"
  | "firmEffect"
  | "pairEffect"
  | "initialPairEffect"
  | "provinceEffect"
  | "provinceDestinationFit"
  | "supplierTie"
  | "captiveFirms"
  | "client"
  | "firstMover"
  | "profit"
  | "birth"
  | "newFirm"
  | "nearshoring"
  | "destinationSwitch"
  | "switchTarget"
  | "firmInnovation"
  | "demandShock"
  | "costShock"
  | "decision"
  | "match"
  | "signal"
  | "closure"
  | "pause"
  | "inwardSwitch"
  | "jointEntry"
  | "registerFirms"
  | "supplierPortfolio"
  | "offshoringEffect"
  | "stayer"
  | "review"
  | "consideration"
  | "partialReturn"
  | "surveySample"
  | "surveyedProvinces"
  | "surveyAnswers"
  | "sampledCells";

/** Draws in the open interval (0, 1). */
export type Uniforms = () => number;

/** alea gives multiples of 2⁻³² including 0; the middle of each step keeps 0 and 1 out. */
const halfStep = 2 ** -33;

/**
 * The stream of (seed, condition, replication, purpose, year), by seedrandom's alea. Every caller draws firm by
 * firm and destination by destination, whether or not a draw is used, so that histories which differ in one
 * parameter, or of which one has more firms, share every draw.
 */
export function stream(key: RunKey, purpose: Purpose, year = 0): Uniforms {
  const next = alea(nameOf(key, purpose, year));
  return () => next() + halfStep;
}

function nameOf(key: RunKey, purpose: Purpose, year: number): string {
  return [key.seed, key.condition, key.replication, purpose, year].join("\u001f");
}

/**
 * The first draws of `stream`, as many as the array holds, in a third of the time.
 *
 * alea multiplies with carry: t = 2091639 · s₀ + carry · 2⁻³², of which the fraction is the draw and the whole part
 * the next carry. All of it is exact in double precision, so the carry may as well be added after the product has
 * been taken apart, where it lifts the fraction to 1 about once in 2¹² draws. A processor that bets on the other
 * case need not know the carry of one draw to go on with the next.
 */
export function fillWithDraws(draws: Float64Array, key: RunKey, purpose: Purpose, year = 0): void {
  const step = 2 ** -32;
  const start = alea(nameOf(key, purpose, year), { state: true }).state();
  let { s0, s1, s2 } = start;
  let carry = start.c * step;
  for (let at = 0; at < draws.length; at++) {
    const product = 2091639 * s0;
    const whole = product | 0;
    let fraction = product - whole + carry;
    carry = whole * step;
    if (fraction >= 1) {
      fraction -= 1;
      carry += step;
    }
    s0 = s1;
    s1 = s2;
    s2 = fraction;
    draws[at] = fraction + step / 2;
  }
}
