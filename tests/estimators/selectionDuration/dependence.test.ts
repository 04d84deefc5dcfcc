import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BY_A,
  BY_AA,
  BY_S,
  BY_SA,
  BY_SS,
  BY_SZ,
  BY_Z,
  BY_ZA,
  BY_ZZ,
  type DependenceModel,
  PLACES,
  VALUE,
} from "../../../estimators/selectionDuration/dependenceModel.ts";
import { fgmDependence } from "../../../estimators/selectionDuration/fgmDependence.ts";
import { gaussianDependence } from "../../../estimators/selectionDuration/gaussianDependence.ts";
import { logNormalCdf, normalCdf } from "../../../numerics/normal.ts";

const models = { fgm: fgmDependence, gaussian: gaussianDependence } as const;
type Place = typeof VALUE | typeof BY_S | typeof BY_Z | typeof BY_A;

function contribution(
  make: (a: number) => DependenceModel,
  kind: "event" | "censored",
  point: readonly number[],
): Float64Array {
  const result = new Float64Array(PLACES);
  make(point[2])[kind](point[0], point[1], result);
  return result;
}

/** Central difference of one place, with Richardson's step. */
function slope(f: (step: number) => number): number {
  const h = 1e-3;
  return (8 * (f(h) - f(-h)) - (f(2 * h) - f(-2 * h))) / (12 * h);
}

const index = fc.double({ min: -2.5, max: 3, noNaN: true });
const z = fc.double({ min: -6, max: 2, noNaN: true });
const a = fc.double({ min: -2, max: 2, noNaN: true });

describe.each(["fgm", "gaussian"] as const)("%s dependence", (name) => {
  const make = models[name];

  it.each(["event", "censored"] as const)("of an %s has the derivatives of its value", (kind) => {
    const places: [Place, number, number][] = [
      [VALUE, 0, BY_S],
      [VALUE, 1, BY_Z],
      [VALUE, 2, BY_A],
      [BY_S, 0, BY_SS],
      [BY_S, 1, BY_SZ],
      [BY_Z, 1, BY_ZZ],
      [BY_S, 2, BY_SA],
      [BY_Z, 2, BY_ZA],
      [BY_A, 2, BY_AA],
    ];
    fc.assert(
      fc.property(fc.tuple(index, z, a), (point) => {
        const found = contribution(make, kind, point);
        for (const [of, along, place] of places) {
          const numerical = slope(
            (step) =>
              contribution(
                make,
                kind,
                point.map((x, i) => (i === along ? x + step : x)),
              )[of],
          );
          expect(Math.abs(found[place] - numerical)).toBeLessThan(1e-7 * (1 + Math.abs(found[place])));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("of those not selected has the derivatives of its value", () => {
    const at = (s: number): Float64Array => {
      const result = new Float64Array(PLACES);
      make(0.4).notSelected(s, result);
      return result;
    };
    for (const s of [-3, -0.4, 0, 1.2, 2.8]) {
      expect(at(s)[BY_S]).toBeCloseTo(
        slope((step) => at(s + step)[VALUE]),
        8,
      );
      expect(at(s)[BY_SS]).toBeCloseTo(
        slope((step) => at(s + step)[BY_S]),
        8,
      );
      expect(Math.exp(at(s)[VALUE]) + Math.exp(make(0.4).logSelected(s))).toBeCloseTo(1, 14);
    }
  });

  it("makes the survival of the selected fall by their density", () => {
    // d/dz of Pr(selected, T > t) is −e^z times the joint "density" at z.
    fc.assert(
      fc.property(index, z, a, (s, at, strength) => {
        const survival = (step: number): number =>
          Math.exp(contribution(make, "censored", [s, at + step, strength])[VALUE]);
        const density = Math.exp(contribution(make, "event", [s, at, strength])[VALUE] + at);
        expect(Math.abs(slope(survival) + density)).toBeLessThan(1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it("leaves selection alone before anything can have happened", () => {
    for (const s of [-1, 0.3, 2]) {
      expect(contribution(make, "censored", [s, -300, 0.7])[VALUE]).toBeCloseTo(make(0.7).logSelected(s), 12);
    }
  });

  it("is independence at a = 0", () => {
    const [s, at] = [0.3, -0.4];
    const selected = make(0).logSelected(s);
    expect(contribution(make, "event", [s, at, 0])[VALUE]).toBeCloseTo(selected - Math.exp(at), 13);
    expect(contribution(make, "censored", [s, at, 0])[VALUE]).toBeCloseTo(selected - Math.exp(at), 13);
  });

  it("stays finite where trial steps may lead", () => {
    for (const [s, at, strength] of [
      [-9, 6.9, 1],
      [9, 6.9, -2],
      [5, -720, 2],
      [-5, -720, -2],
      [4, 3, 4],
      [-4, -40, 4],
    ]) {
      for (const kind of ["event", "censored"] as const) {
        const found = contribution(make, kind, [s, at, strength]);
        // A hazard without bound: a likelihood of 0 is the truth there, but never NaN.
        for (const value of found) expect(value).not.toBeNaN();
      }
    }
  });
});

describe("selection", () => {
  it("is Pr(selected) = exp(−e^−η) with fgm, Φ(η) with gaussian", () => {
    expect(fgmDependence(0.3).logSelected(0.7)).toBeCloseTo(-Math.exp(-0.7), 15);
    expect(gaussianDependence(0.3).logSelected(0.7)).toBeCloseTo(logNormalCdf(0.7), 15);
  });
});

describe("fgm dependence", () => {
  it("at its bounds is the limit of a → ±∞", () => {
    for (const sign of [-1, 1]) {
      const bound = contribution(fgmDependence, "event", [0.3, -0.2, sign * Infinity]);
      const near = contribution(fgmDependence, "event", [0.3, -0.2, sign * 15]);
      for (let place = 0; place < PLACES; place++) expect(bound[place]).toBeCloseTo(near[place], 10);
    }
  });

  it("gives the integrated hazards a correlation of α/4", () => {
    // E(Y₁Y₂) by Hoeffding: ∫∫ (F − F₁F₂) = α ∫ F₁S₁ ∫ F₂S₂ = α/4, here from the joint survival at λ₁ = e^−s.
    const alpha = Math.tanh(0.8);
    const step = 0.06;
    let covariance = 0;
    for (let y1 = step / 2; y1 < 18; y1 += step) {
      for (let y2 = step / 2; y2 < 18; y2 += step) {
        const both = contribution(fgmDependence, "censored", [-Math.log(y1), Math.log(y2), 0.8])[VALUE];
        covariance += (Math.exp(both) - Math.exp(-y1 - y2)) * step * step;
      }
    }
    expect(covariance).toBeCloseTo(alpha / 4, 3);
  });
});

describe("gaussian dependence", () => {
  it("of the median duration is the bivariate normal's", () => {
    // ln 2 of integrated hazard: q = 0, so Pr(selected, T > median) = Φ₂(0, 0; ρ) at η = 0.
    const found = contribution(gaussianDependence, "censored", [0, Math.log(Math.log(2)), 0.6])[VALUE];
    expect(Math.exp(found)).toBeCloseTo(0.25 + Math.asin(Math.tanh(0.6)) / (2 * Math.PI), 13);
  });

  it("lets those who would stay longer be selected more often when ρ > 0", () => {
    const survival = (strength: number): number =>
      Math.exp(contribution(gaussianDependence, "censored", [-0.5, 0, strength])[VALUE]) / normalCdf(-0.5);
    expect(survival(0.5)).toBeGreaterThan(Math.exp(-1));
    expect(survival(-0.5)).toBeLessThan(Math.exp(-1));
  });
});
