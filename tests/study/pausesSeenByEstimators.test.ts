import { describe, expect, it } from "vitest";
import { fitProbit } from "../../estimators/index.ts";
import { simulate } from "../../sim/index.ts";
import type { SimulatedHistory } from "../../sim/run.ts";
import { key, panelOf, quietWorld } from "../sim/worlds.ts";

interface Estimate {
  readonly estimate: number;
  readonly stdError: number;
}

/** A probit of being active on computed columns, over the rows that are kept. */
function probit(
  history: SimulatedHistory,
  terms: Readonly<Record<string, (row: number) => number>>,
  keep: (row: number) => boolean = () => true,
): Record<string, Estimate> {
  const { active } = panelOf(history);
  const rows = Array.from({ length: history.rows }, (_, row) => row).filter(keep);
  const fit = fitProbit(
    {
      rows: rows.length,
      intercept: true,
      numeric: Object.entries(terms).map(([name, of]) => ({ name, values: Float64Array.from(rows, of) })),
      factors: [],
    },
    Float64Array.from(rows, (row) => active[row]),
  );
  expect(fit.converged).toBe(true);
  return Object.fromEntries(fit.terms.map((term) => [term.term, term]));
}

function expectNear({ estimate, stdError }: Estimate, truth: number): void {
  expect(Math.abs(estimate - truth)).toBeLessThan(4 * stdError);
}

describe("in a world that is a probit with pauses", () => {
  const pausing = { firms: 1500, base: -1.6, stateDependence: 2, pauseShare: 0.5, reentryBoost: 1.5 };
  const history = simulate(quietWorld("dynamicProbit", pausing), key());
  const panel = panelOf(history);
  const yLag = (row: number) => panel.yLag[row];
  const tieStrength = (row: number) => panel.tieStrength[row];

  it("who sees the ties finds their weight, and the state dependence", () => {
    const found = probit(history, { yLag, tieStrength });
    expectNear(found.tieStrength, 1.5);
    expectNear(found.yLag, 2);
    expectNear(found["(Intercept)"], -1.6);
  });

  it("who does not see them finds too little state dependence, as a paused firm looks like one that never went", () => {
    const { yLag: blind } = probit(history, { yLag });
    expect(blind.estimate).toBeLessThan(2 - 2 * blind.stdError);
  });
});

describe("in a world of density dependence", () => {
  const dense = { firms: 4000, base: -2.2, exitHazard: 0.3, legitimacy: 0.06, competition: 0.002 };
  const history = simulate(quietWorld("entryExit", dense), key());
  const panel = panelOf(history);
  const peers = (row: number) => panel.msePeersSameDestination[row];
  const start = (row: number) => panel.yLag[row] === 0;

  it("starts show the inverted U and its peak where there are peers enough to go beyond it", () => {
    const found = probit(history, { peers, squared: (row) => peers(row) ** 2 }, start);
    expectNear(found.peers, 0.06);
    expectNear(found.squared, -0.002);
    expect(found.squared.estimate).toBeLessThan(-2 * found.squared.stdError);
    const peak = found.peers.estimate / (-2 * found.squared.estimate);
    expect(Math.abs(peak - 15)).toBeLessThan(5);
  });
});

describe("in a world of legitimacy alone", () => {
  it("the square is not below zero", () => {
    const straight = { firms: 2000, base: -2.2, exitHazard: 0.5, legitimacy: 0.03 };
    const history = simulate(quietWorld("entryExit", straight), key());
    const panel = panelOf(history);
    const peers = (row: number) => panel.msePeersSameDestination[row];
    const found = probit(
      history,
      { peers, squared: (row) => peers(row) ** 2 },
      (row) => panel.yLag[row] === 0,
    );
    expectNear(found.peers, 0.03);
    expectNear(found.squared, 0);
  });
});
