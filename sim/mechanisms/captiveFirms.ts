import type { Scenario } from "../../scenarios/index.ts";
import { stream } from "../random/streams.ts";
import type { RunKey } from "../run.ts";

/**
 * A5 · Captive firms: medium and large firms with units abroad, whom small ones may take as models.
 *
 *     index += captiveSame · M + captiveOther · R      M, R: captive offshorers of the own cell in this and in other
 *                                                      destinations, mean of t − 1 and t − 2
 *
 * Unit: probit per firm; defaults 0, range −1 to 1 (published 0.044 and −0.031); off at 0, or with captiveFirms = 0
 * (default 174). Source: Canello (2022) Table 2, column C. Their own moves are exogenous: in each
 * destination a firm is active or not, a stationary chain. Placed like the small firms; Europe's part is smaller
 * than for those [A].
 */
export interface CaptiveFirms {
  readonly cell: Int32Array;
  /** By captive firm × destination; now, and at the end of the year before the last move. */
  readonly active: Uint8Array;
  readonly activeBefore: Uint8Array;
  /** Active at the end of t − 1, t − 2, by market, newest first. */
  readonly countHistory: Int32Array[];
  /** Units given up from the first recorded year on, by market. */
  readonly returns: Int32Array;
}

/** Share of time a captive firm is active in Europe, North Africa, East Asia, elsewhere [A]. */
const activeShares = [0.45, 0.1, 0.25, 0.2];
/** Probability that an active captive firm leaves a destination within a year [A]. */
const leavingRate = 0.08;

export function drawCaptiveFirms(
  scenario: Scenario,
  key: RunKey,
  cellShares: Float64Array,
  destinations: number,
): CaptiveFirms {
  const count = scenario.captiveFirms;
  const draw = stream(key, "captiveFirms");
  const cell = new Int32Array(count);
  const active = new Uint8Array(count * destinations);
  for (let firm = 0; firm < count; firm++) {
    let uniform = draw();
    while (cell[firm] < cellShares.length - 1 && uniform >= cellShares[cell[firm]]) {
      uniform -= cellShares[cell[firm]];
      cell[firm] += 1;
    }
    for (let destination = 0; destination < destinations; destination++) {
      active[firm * destinations + destination] = draw() < activeShares[destination] ? 1 : 0;
    }
  }
  const returns = new Int32Array(cellShares.length * destinations);
  const activeBefore = active.slice();
  const captives = { cell, active, activeBefore, countHistory: [] as Int32Array[], returns };
  const counts = countByMarket(captives, cellShares.length, destinations);
  captives.countHistory.push(counts, counts.slice());
  return captives;
}

/**
 * Phase "large firms": each chain makes its yearly move and the counts are taken.
 *
 * @param countReturns whether the year is one whose returns are remembered: the first recorded one, or later.
 */
export function moveCaptiveFirms(
  captives: CaptiveFirms,
  key: RunKey,
  year: number,
  cells: number,
  destinations: number,
  countReturns: boolean,
): void {
  const draw = stream(key, "captiveFirms", year);
  captives.activeBefore.set(captives.active);
  for (let at = 0; at < captives.active.length; at++) {
    const share = activeShares[at % destinations];
    const enteringRate = (leavingRate * share) / (1 - share);
    const uniform = draw();
    if (captives.active[at] === 0) captives.active[at] = uniform < enteringRate ? 1 : 0;
    else if (uniform < leavingRate) {
      captives.active[at] = 0;
      if (countReturns)
        captives.returns[captives.cell[Math.floor(at / destinations)] * destinations + (at % destinations)] +=
          1;
    }
  }
  captives.countHistory.pop();
  captives.countHistory.unshift(countByMarket(captives, cells, destinations));
}

function countByMarket(captives: CaptiveFirms, cells: number, destinations: number): Int32Array {
  const counts = new Int32Array(cells * destinations);
  for (let at = 0; at < captives.active.length; at++) {
    const firm = Math.floor(at / destinations);
    counts[captives.cell[firm] * destinations + (at % destinations)] += captives.active[at];
  }
  return counts;
}
