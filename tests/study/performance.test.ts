import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import * as performance from "../../study/performance.ts";

describe("measures of a tiny study worked by hand", () => {
  // θ = 2, θ̂ = 1, 2, 3, 6: errors −1, 0, 1, 4; mean 1; Σ(e − 1)² = 4 + 1 + 0 + 9 = 14; s² = 14/3.
  const truths = [2, 2, 2, 2];
  const estimates = [1, 2, 3, 6];
  const errors = performance.estimationErrors(estimates, truths);

  it("bias is the mean error with MCSE s/√n", () => {
    expect(performance.bias(errors)).toEqual({ value: 1, mcse: expect.closeTo(Math.sqrt(14 / 3 / 4), 14) });
  });

  it("relative bias is a share of the truth", () => {
    const measure = performance.relativeBias(estimates, truths);
    expect(measure.value).toBeCloseTo(0.5, 14);
    expect(measure.mcse).toBeCloseTo(Math.sqrt(14 / 3 / 4) / 2, 14);
  });

  it("relative bias is undefined where the truth is zero", () => {
    expect(performance.relativeBias([1, 2], [0, 0]).value).toBeNaN();
  });

  it("empirical SE is s with its normal and its kurtosis MCSE", () => {
    const s = Math.sqrt(14 / 3);
    const measure = performance.empiricalSe(errors);
    expect(measure.value).toBeCloseTo(s, 14);
    expect(measure.mcse).toBeCloseTo(s / Math.sqrt(6), 14);
    // Σ(e − 1)⁴ = 16 + 1 + 0 + 81 = 98: m₄ = 98/4, m₂ = 14/4, κ = 2.
    expect(measure.mcseAnyShape).toBeCloseTo((s / 2) * Math.sqrt((2 - 1) / 4), 14);
  });

  it("two values of one frequency have κ = 1, so that the kurtosis MCSE is zero and never undefined", () => {
    for (let step = 1; step <= 200; step++) {
      const [low, high] = [0.1 * step, 0.1 * step + 1 / (3 * step)];
      for (const values of [
        [low, high],
        [low, high, low, high, low, high],
      ]) {
        expect(performance.empiricalSe(values).mcseAnyShape).toBeCloseTo(0, 6);
      }
    }
  });

  it("model SE averages variances, not standard errors", () => {
    // V̂ = 1, 1, 9, 9: mean 5, Var(V̂) = 64/3.
    const measure = performance.modelSe([1, 1, 3, 3]);
    expect(measure.value).toBeCloseTo(Math.sqrt(5), 14);
    expect(measure.mcse).toBeCloseTo(Math.sqrt(64 / 3 / (4 * 4 * 5)), 14);
  });

  it("relative error compares model SE with empirical SE in per cent", () => {
    const measure = performance.relativeErrorOfModelSe(errors, [1, 1, 3, 3]);
    const ratio = Math.sqrt(5 / (14 / 3));
    expect(measure.value).toBeCloseTo(100 * (ratio - 1), 12);
    expect(measure.mcse).toBeCloseTo(100 * ratio * Math.sqrt(64 / 3 / (4 * 4 * 25) + 1 / 6), 12);
  });

  it("MSE and RMSE use squared errors 1, 0, 1, 16", () => {
    const spread = Math.sqrt((3.5 ** 2 * 2 + 4.5 ** 2 + 11.5 ** 2) / 12);
    expect(performance.meanSquaredError(errors)).toEqual({ value: 4.5, mcse: expect.closeTo(spread, 12) });
    const root = performance.rootMeanSquaredError(errors);
    expect(root.value).toBeCloseTo(Math.sqrt(4.5), 14);
    expect(root.mcse).toBeCloseTo(spread / (2 * Math.sqrt(4.5)), 12);
  });

  it("coverage counts intervals that hold their own truth, limits included", () => {
    const measure = performance.coverage([1, 2, 2.5, 0], [2, 5, 4, 1], truths);
    expect(measure.value).toBe(0.5);
    expect(measure.mcse).toBe(0.25);
  });

  it("bias-eliminated coverage moves the truth by the bias", () => {
    expect(performance.biasEliminatedCoverage([1, 2, 2.5, 0], [2, 5, 4, 1], truths, 1).value).toBe(0.5);
    expect(
      performance.biasEliminatedCoverage([2.9, 2.9, 2.9, 2.9], [3.1, 3.1, 3.1, 3.1], truths, 1).value,
    ).toBe(1);
  });

  it("rejection counts p ≤ α", () => {
    expect(performance.rejection([0.05, 0.01, 0.051, 1], 0.05).value).toBe(0.5);
  });

  it("interval width is the mean of high minus low", () => {
    expect(performance.intervalWidth([0, 0], [1, 3])).toEqual({ value: 2, mcse: 1 });
  });

  it("type S is the share of wrong signs among the significant, and knows how many these are", () => {
    const measure = performance.typeS([1, -2, 3, -4], truths, [0.01, 0.05, 0.5, 0.9], 0.05);
    expect(measure).toMatchObject({ value: 0.5, mcse: Math.sqrt(0.25 / 2), significant: 2 });
    expect(measure.high).toBeGreaterThan(0.9);
    expect(performance.typeS([1], [2], [0.5], 0.05).value).toBeNaN();
  });

  it("type M is the mean size among the significant as a multiple of the truth", () => {
    const measure = performance.typeM([-4, 8, 1], [-2, -2, -2], [0.01, 0.01, 0.5], 0.05);
    expect(measure).toMatchObject({ value: 3, significant: 2 });
    // |θ̂| = 4, 8: s = √8.
    expect(measure.mcse).toBeCloseTo(Math.sqrt(8) / (2 * Math.sqrt(2)), 14);
    const proportional = performance.typeM([3, 30], [1, 10], [0, 0], 0.05);
    expect(proportional.value).toBeCloseTo(3, 14);
    expect(proportional.mcse).toBeCloseTo(0, 14);
  });

  it("relative precision is 300 % where the errors are half as large, without error where they go together", () => {
    expect(performance.relativePrecision([0, 1, 2, 3], [0, 2, 4, 6])).toEqual({
      value: 300,
      mcse: 0,
      mcseAnyShape: 0,
    });
    // Errors without correlation.
    const free = performance.relativePrecision([1, 1, -1, -1], [2, -2, 2, -2]);
    expect(free.value).toBeCloseTo(300, 12);
    expect(free.mcse).toBeCloseTo((200 * 4) / Math.sqrt(3), 12);
    // All squares are equal: the ratio of the spreads cannot be off.
    expect(free.mcseAnyShape).toBeCloseTo(0, 12);
  });

  it("paired differences have the error of the differences, and of the discordant pairs", () => {
    const difference = performance.pairedDifference([2, 3, 4], [1, 2, 0]);
    expect(difference.value).toBe(2);
    expect(difference.mcse).toBeCloseTo(1, 14);
    const rejection = performance.pairedRejection([0, 0, 0, 1, 1], [0, 1, 1, 0, 1], 0.05);
    expect(rejection).toEqual({
      value: 1 / 5,
      mcse: Math.sqrt(3 - 1 / 5) / 5,
      onlyMethod: 2,
      onlyReference: 1,
    });
    const coverage = performance.pairedCoverage(
      { low: [0, 0, 3], high: [3, 3, 4] },
      { low: [0, 3, 0], high: [3, 4, 3] },
      [2, 2, 2],
    );
    expect(coverage).toMatchObject({ value: 0, onlyMethod: 1, onlyReference: 1 });
    expect(coverage.mcse).toBeCloseTo(Math.sqrt(2) / 3, 14);
  });

  it("bounds let the failures decide", () => {
    expect(performance.boundsOfShare(3, 8, 10)).toEqual({ low: 0.3, high: 0.5 });
  });

  it("a truth that varies by replication is compared with its own estimate", () => {
    const own = performance.estimationErrors([1.5, 10.5, 100.5], [1, 10, 100]);
    expect(performance.bias(own)).toEqual({ value: 0.5, mcse: 0 });
    expect(performance.empiricalSe(own).value).toBe(0);
    // Proportional estimates leave no residual round the ratio.
    const ratio = performance.relativeBias([2, 20, 200], [1, 10, 100]);
    expect(ratio.value).toBeCloseTo(1, 14);
    expect(ratio.mcse).toBeCloseTo(0, 14);
  });
});

describe("Wilson limits", () => {
  it("solve the score equation at both ends", () => {
    const z = 1.96;
    const { low, high } = performance.wilsonLimits(3, 40, z);
    for (const p of [low, high]) {
      expect(Math.abs(3 / 40 - p)).toBeCloseTo(z * Math.sqrt((p * (1 - p)) / 40), 12);
    }
    expect(low).toBeLessThan(3 / 40);
    expect(high).toBeGreaterThan(3 / 40);
  });

  it("do not collapse where no or every replication rejects", () => {
    const none = performance.rejection(new Array(50).fill(1), 0.05);
    expect(none).toMatchObject({ value: 0, mcse: 0, low: 0 });
    // z² / (n + z²)
    expect(none.high).toBeCloseTo(1.959963984540054 ** 2 / (50 + 1.959963984540054 ** 2), 12);
    const all = performance.convergence(50, 50);
    expect(all.high).toBe(1);
    expect(all.low).toBeCloseTo(1 - none.high, 12);
  });

  it("a share of nothing is undefined", () => {
    expect(performance.convergence(0, 0).value).toBeNaN();
    expect(performance.bias([]).value).toBeNaN();
    expect(performance.bias([1]).mcse).toBeNaN();
  });
});

describe("Monte Carlo standard errors", () => {
  // 3,000 studies of 200 replications of a skewed estimator: the MCSEs must average to the spread between studies.
  const studies = 3000;
  const replications = 200;
  const truth = 1;
  const measures: Record<string, { values: number[]; mcses: number[] }> = {};
  const record = (name: string, value: number, mcse: number) => {
    measures[name] ??= { values: [], mcses: [] };
    measures[name].values.push(value);
    measures[name].mcses.push(mcse);
  };

  const random = seedrandom.alea("Monte Carlo standard errors");
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const estimates = new Float64Array(replications);
  const standardErrors = new Float64Array(replications);
  const truths = new Float64Array(replications).fill(truth);
  // Another estimator on the same data: it shares a part of the noise, and is skewed the other way.
  const others = new Float64Array(replications);
  const weak = new Float64Array(replications);
  const weakTruths = new Float64Array(replications).fill(0.1);
  for (let study = 0; study < studies; study++) {
    let valid = 0;
    for (let i = 0; i < replications; i++) {
      // Chi-squared like skewness: θ̂ = θ + 0.1 + 0.2 z + 0.03 (z² − 1); the SE is noisy and too small.
      const z = normal();
      estimates[i] = truth + 0.1 + 0.2 * z + 0.03 * (z * z - 1);
      standardErrors[i] = 0.18 * Math.exp(0.2 * normal());
      others[i] = truth + 0.18 * z + 0.15 * normal() - 0.02 * (z * z - 1);
      weak[i] = 0.1 + 0.2 * z + 0.03 * (z * z - 1);
      if (random() < 0.9) valid++;
    }
    const otherLow = others.map((estimate) => estimate - 0.4);
    const otherHigh = others.map((estimate) => estimate + 0.4);
    const otherPValues = others.map((estimate) => (estimate > 0.95 ? 0.01 : 0.5));
    const otherErrors = performance.estimationErrors(others, truths);
    const weakPValues = weak.map((estimate) => (Math.abs(estimate) > 0.2 ? 0.01 : 0.5));
    const low = estimates.map((estimate, i) => estimate - 1.96 * standardErrors[i]);
    const high = estimates.map((estimate, i) => estimate + 1.96 * standardErrors[i]);
    const pValues = estimates.map((estimate, i) => (Math.abs(estimate / standardErrors[i]) > 5 ? 0.01 : 0.5));
    const errors = performance.estimationErrors(estimates, truths);
    const biasOfStudy = performance.bias(errors);
    const spread = performance.empiricalSe(errors);
    record("bias", biasOfStudy.value, biasOfStudy.mcse);
    record("empirical SE (any shape)", spread.value, spread.mcseAnyShape);
    const ofModel = performance.relativeErrorOfModelSe(errors, standardErrors);
    record("relative error (any shape)", ofModel.value, ofModel.mcseAnyShape);
    const precision = performance.relativePrecision(errors, otherErrors);
    record("relative precision (any shape)", precision.value, precision.mcseAnyShape);
    const measured: [string, performance.Measure][] = [
      ["relative bias", performance.relativeBias(estimates, truths)],
      ["model SE", performance.modelSe(standardErrors)],
      ["relative error", ofModel],
      ["MSE", performance.meanSquaredError(errors)],
      ["RMSE", performance.rootMeanSquaredError(errors)],
      ["coverage", performance.coverage(low, high, truths)],
      ["bias-eliminated coverage", performance.biasEliminatedCoverage(low, high, truths, biasOfStudy.value)],
      ["rejection", performance.rejection(pValues, 0.05)],
      ["interval width", performance.intervalWidth(low, high)],
      ["convergence", performance.convergence(valid, replications)],
      // A weak study of the same estimator: the truth is 0.1, and about one test in three rejects.
      ["type S", performance.typeS(weak, weakTruths, weakPValues, 0.05)],
      ["type M", performance.typeM(weak, weakTruths, weakPValues, 0.05)],
      ["relative precision", precision],
      ["paired difference", performance.pairedDifference(estimates, others)],
      ["paired rejection", performance.pairedRejection(pValues, otherPValues, 0.05)],
      [
        "paired coverage",
        performance.pairedCoverage({ low, high }, { low: otherLow, high: otherHigh }, truths),
      ],
    ];
    for (const [name, measure] of measured) record(name, measure.value, measure.mcse);
  }

  // The spread of 3,000 values is itself known to ±1.3 % (one standard error), so 7 % is five of these. Two formulas of
  // the literature take the estimates as normal, and are too small for skewed ones; the errors "for any shape" are not.
  const below: Record<string, number> = { "relative error": 0.2, "relative precision": 0.3 };
  it.each(Object.keys(measures))("of %s equals the spread between studies", (name) => {
    const { values, mcses } = measures[name];
    const ratio = performance.mean(mcses) / performance.empiricalSe(values).value;
    expect(ratio, name).toBeGreaterThan(1 - (below[name] ?? 0.07));
    expect(ratio, name).toBeLessThan(name in below ? 0.93 : 1.07);
  });

  it("that take the estimates as normal equal the spread between studies of normal ones", () => {
    const normalMeasures: Record<string, { values: number[]; mcses: number[] }> = {};
    for (let study = 0; study < studies; study++) {
      for (let i = 0; i < replications; i++) {
        estimates[i] = 0.2 * normal();
        standardErrors[i] = 0.18 * Math.exp(0.2 * normal());
        others[i] = 0.9 * estimates[i] + 0.15 * normal();
      }
      for (const [name, { value, mcse }] of [
        ["empirical SE", performance.empiricalSe(estimates)],
        ["relative error", performance.relativeErrorOfModelSe(estimates, standardErrors)],
        ["relative precision", performance.relativePrecision(estimates, others)],
      ] as const) {
        normalMeasures[name] ??= { values: [], mcses: [] };
        normalMeasures[name].values.push(value);
        normalMeasures[name].mcses.push(mcse);
      }
    }
    for (const [name, { values, mcses }] of Object.entries(normalMeasures)) {
      const ratio = performance.mean(mcses) / performance.empiricalSe(values).value;
      expect(Math.abs(ratio - 1), name).toBeLessThan(0.07);
    }
  });
});
