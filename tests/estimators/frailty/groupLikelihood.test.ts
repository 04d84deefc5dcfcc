import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averageCumulativeHazard } from "../../../estimators/frailty/averageSurvival.ts";
import { createGroupLikelihood, groupLikelihood } from "../../../estimators/frailty/groupLikelihood.ts";
import { severalEvents } from "../../../estimators/frailty/severalEvents.ts";
import { stirlingRemainder } from "../../../estimators/frailty/stirlingRemainder.ts";

/** [A, ln θ, η of each event]. */
type Point = readonly number[];

function evaluate(point: Point, by = groupLikelihood) {
  const target = createGroupLikelihood(point.length - 2);
  by(point[0], Float64Array.from(point.slice(2)), point.length - 2, point[1], target);
  return target;
}

const point = (events: { min: number; max: number }, highest = { lnVariance: 2, eta: 2 }) =>
  fc
    .tuple(
      fc.double({ min: 0.01, max: 6, noNaN: true }),
      fc.double({ min: -7, max: highest.lnVariance, noNaN: true }),
      fc.array(fc.double({ min: -5, max: highest.eta, noNaN: true }), {
        minLength: events.min,
        maxLength: events.max,
      }),
    )
    .map(([atRisk, lnVariance, etas]) => [atRisk, lnVariance, ...etas]);

describe("a group's log-likelihood", () => {
  it("is log S of the hazards without an event, θ = 1 making S = 1/(1 + A)", () => {
    expect(evaluate([3, 0]).value).toBeCloseTo(-Math.log(4), 14);
  });

  it("is log[S before − S after] with one event", () => {
    const survival = (hazards: number) => (1 + 0.5 * hazards) ** -2;
    expect(evaluate([0.8, Math.log(0.5), Math.log(0.3)]).value).toBeCloseTo(
      Math.log(survival(0.8) - survival(1.1)),
      13,
    );
  });

  it("is that of independent rows when θ vanishes", () => {
    const event = (eta: number) => Math.log(-Math.expm1(-Math.exp(eta)));
    expect(evaluate([1.7, -34]).value).toBeCloseTo(-1.7, 13);
    expect(evaluate([1.7, -34, -2]).value).toBeCloseTo(-1.7 + event(-2), 12);
    expect(evaluate([1.7, -20, -2, -1, 0.3]).value).toBeCloseTo(-1.7 + event(-2) + event(-1) + event(0.3), 6);
  });

  it("keeps its digits where the difference of survival loses them", () => {
    // log(S − S′) → log h + log(−S′(A)) as h → 0; S = 1/(1 + A).
    expect(evaluate([2, 0, -60]).value).toBeCloseTo(-60 - 2 * Math.log(3), 12);
  });

  it("with one event is the same by quadrature, derivatives too", () => {
    fc.assert(
      fc.property(point({ min: 1, max: 1 }), (at) => {
        const closed = evaluate(at);
        const integrated = evaluate(at, severalEvents);
        expect(integrated.value).toBeCloseTo(closed.value, 11);
        closed.gradient.forEach((value, i) => {
          expect(Math.abs(integrated.gradient[i] - value)).toBeLessThan(1e-10 * (1 + Math.abs(value)));
        });
        for (let i = 0; i < 3; i++) {
          for (let j = 0; j <= i; j++) {
            const value = closed.hessian[i * 3 + j];
            expect(Math.abs(integrated.hessian[i * 3 + j] - value)).toBeLessThan(
              1e-9 * (1 + Math.abs(value)),
            );
          }
        }
      }),
    );
  });

  it("with several events equals the 2^n signed terms while these keep any digits", () => {
    fc.assert(
      fc.property(point({ min: 2, max: 6 }), (at) => {
        const hazards = at.slice(2).map((eta) => Math.exp(eta));
        const variance = Math.exp(at[1]);
        let sum = 0;
        for (let subset = 0; subset < 2 ** hazards.length; subset++) {
          const chosen = hazards.filter((_, e) => (subset >> e) & 1);
          const cumulative = averageCumulativeHazard(
            chosen.reduce((total, hazard) => total + hazard, at[0]),
            variance,
          );
          sum += (chosen.length % 2 === 0 ? 1 : -1) * Math.exp(-cumulative.value);
        }
        const { value } = evaluate(at);
        const rounding = 2 ** hazards.length * 1e-15;
        expect(Math.abs(Math.exp(value) - sum)).toBeLessThan(rounding);
      }),
    );
  });

  it("with several events equals a series of positive terms, where the signed ones cancel to nothing", () => {
    fc.assert(
      fc.property(point({ min: 2, max: 12 }, { lnVariance: 1, eta: -1 }), (at) => {
        const { value } = evaluate(at);
        expect(Math.abs(value - bySeries(at))).toBeLessThan(1e-11 * (1 + Math.abs(value)));
      }),
    );
  });

  it("has the derivatives that differences of it have", () => {
    fc.assert(
      fc.property(point({ min: 0, max: 4 }), (at) => {
        const here = evaluate(at);
        at.forEach((_, i) => {
          const step = 1e-4 * (i === 0 ? at[0] : 1);
          const moved = (by: number) => evaluate(at.map((value, j) => (j === i ? value + by * step : value)));
          const [up, down] = [moved(1), moved(-1)];
          const slope = (up.value - down.value) / (2 * step);
          expect(Math.abs(here.gradient[i] - slope)).toBeLessThan(1e-5 * (1 + Math.abs(slope)));
          for (let j = 0; j < at.length; j++) {
            const [row, column] = [Math.max(i, j), Math.min(i, j)];
            const bend = (up.gradient[j] - down.gradient[j]) / (2 * step);
            const difference = here.hessian[row * here.width + column] - bend;
            expect(Math.abs(difference)).toBeLessThan(1e-5 * (1 + Math.abs(bend)));
          }
        });
      }),
    );
  });
});

/**
 * 1 − e^−vh = 2 e^(−vh/2) sinh(vh/2), so the likelihood is Π h_e · E[v^n e^(−vs) Π sinh(vh_e/2)/(vh_e/2)], s = A + ½ Σ h, and the
 * power series of the last product in v² has positive terms only; E[v^m e^(−vs)] = S(s) Π_{j<m} (1 + jθ)/(1 + θs).
 */
function bySeries(at: Point): number {
  const hazards = at.slice(2).map((eta) => Math.exp(eta));
  const variance = Math.exp(at[1]);
  const s = hazards.reduce((sum, hazard) => sum + hazard / 2, at[0]);
  const terms = 250;
  const growth = 1 + variance * s;
  let product = Float64Array.from({ length: terms }, (_, k) => (k === 0 ? 1 : 0));
  for (const hazard of hazards) {
    const factor = new Float64Array(terms);
    factor[0] = 1;
    for (let k = 1; k < terms; k++) factor[k] = (factor[k - 1] * (hazard / 2) ** 2) / (2 * k * (2 * k + 1));
    const last = factor.findIndex((value, k) => value < 1e-250 && k > 0);
    const next = new Float64Array(terms);
    for (let i = 0; i < terms; i++) {
      if (product[i] === 0) continue;
      for (let j = 0; j < (last < 0 ? terms : last) && i + j < terms; j++)
        next[i + j] += product[i] * factor[j];
    }
    product = next;
  }
  let sum = 0;
  let lnMoment = 0;
  for (let j = 0; j < hazards.length; j++) lnMoment += Math.log((1 + j * variance) / growth);
  for (let k = 0; k < terms; k++) {
    if (product[k] > 0) sum += Math.exp(Math.log(product[k]) + lnMoment);
    const j = hazards.length + 2 * k;
    lnMoment += Math.log((1 + j * variance) / growth) + Math.log((1 + (j + 1) * variance) / growth);
  }
  const lnHazards = at.slice(2).reduce((total, eta) => total + eta, 0);
  return lnHazards - averageCumulativeHazard(s, variance).value + Math.log(sum);
}

describe("the remainder of Stirling's formula", () => {
  it("makes factorials of the formula, and π of Γ(½)", () => {
    const lnGamma = (a: number) =>
      (a - 0.5) * Math.log(a) - a + 0.5 * Math.log(2 * Math.PI) + stirlingRemainder(a).value;
    expect(lnGamma(5)).toBeCloseTo(Math.log(24), 13);
    expect(lnGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 13);
    expect(lnGamma(21)).toBeCloseTo(Math.log(2432902008176640000), 12);
  });

  it("has digamma and trigamma at 1 in its derivatives", () => {
    const { first, second } = stirlingRemainder(1);
    // ψ(a) = log a − 1/(2a) + R′(a), ψ(1) = −γ, ψ′(1) = π²/6.
    expect(first - 0.5).toBeCloseTo(-0.5772156649015329, 13);
    expect(second + 1 + 0.5).toBeCloseTo(Math.PI ** 2 / 6, 13);
  });
});
