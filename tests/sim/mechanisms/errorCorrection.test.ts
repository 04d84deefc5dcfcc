import { describe, expect, it } from "vitest";
import { normalCdf } from "../../../numerics/normal.ts";
import { simulate } from "../../../sim/index.ts";
import { key, type Parameters, panelOf, quietWorld, sum } from "../worlds.ts";

const abroad: Parameters = { firms: 300, base: -1, stateDependence: 1.2 };

/** Starts, and returns out of how many, in the first year abroad and later. */
function movesOf(set: Parameters) {
  const panel = panelOf(simulate(quietWorld("behavioural", { ...abroad, ...set }), key()));
  const moves = { starts: 0, returns: 0, first: [0, 0], later: [0, 0] };
  for (let row = 0; row < panel.active.length; row++) {
    if (panel.yLag[row] === 0) {
      moves.starts += panel.active[row];
      continue;
    }
    const count = panel.tenure[row] === 0 ? moves.first : moves.later;
    count[0] += 1 - panel.active[row];
    count[1] += 1;
    moves.returns += 1 - panel.active[row];
  }
  return moves;
}

/** Four standard errors of a share. */
function expectShare([cases, count]: readonly number[], probability: number): void {
  const standardError = Math.sqrt((probability * (1 - probability)) / count);
  expect(Math.abs(cases / count - probability)).toBeLessThan(4 * standardError);
}

describe("a hidden cost", () => {
  it("raises returns in the first year abroad by its probit amount, and later ones not at all", () => {
    const { first, later } = movesOf({ hiddenCost: 0.7 });
    expectShare(first, normalCdf(-0.2 + 0.7));
    expectShare(later, normalCdf(-0.2));
  });
});

describe("patience", () => {
  it("lowers returns in every year by its probit amount", () => {
    const { first, later } = movesOf({ exitThreshold: 0.5 });
    expectShare(first, normalCdf(-0.7));
    expectShare(later, normalCdf(-0.7));
  });
});

describe("optimism", () => {
  it("brings more firms abroad and more of them back, and the disappointment comes after the first year", () => {
    const learning = { qualitySd: 0.6, signalSd: 0.8, firms: 1000, base: -1.5 };
    const sober = movesOf(learning);
    const optimistic = movesOf({ ...learning, optimismBias: 1 });
    expect(optimistic.starts).toBeGreaterThan(2 * sober.starts);
    expect(optimistic.returns).toBeGreaterThan(1.5 * sober.returns);
    const rise = ({ first, later }: typeof sober) => later[0] / later[1] - first[0] / first[1];
    expect(rise(optimistic)).toBeGreaterThan(rise(sober) + 0.05);
  });
});

describe("experience", () => {
  it("makes later signals sharper, so that firms differ more in what they believe", () => {
    const panelWith = (experiencePrecision: number) => {
      const set = {
        firms: 200,
        qualitySd: 0.6,
        signalSd: 3,
        base: 0,
        stateDependence: 1,
        experiencePrecision,
      };
      return panelOf(simulate(quietWorld("behavioural", { ...set, warmUpYears: 10 }), key()));
    };
    // Bad matches are recognised: with sharper signals the survivors of long spells return less.
    const lateReturns = (panel: ReturnType<typeof panelWith>) => {
      const rows = Array.from(panel.tenure, (tenure, row) => ({ tenure, active: panel.active[row] })).filter(
        ({ tenure }) => tenure >= 5,
      );
      return 1 - sum(rows.map(({ active }) => active)) / rows.length;
    };
    expect(lateReturns(panelWith(5))).toBeLessThan(lateReturns(panelWith(0)) - 0.01);
  });
});
