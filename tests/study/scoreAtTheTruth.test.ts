import { describe, expect, it } from "vitest";
import { gaussHermite } from "../../estimators/numerics/gaussHermite.ts";
import { normalCdf, normalDensity } from "../../numerics/normal.ts";
import { resolveScenario } from "../../scenarios/index.ts";
import { type SimulatedHistory, simulate } from "../../sim/index.ts";

const years = 6;
const rule = gaussHermite(24);

/** ∂ log-likelihood / ∂θ of the random-effects probit at the true parameters of a history, by the definition. */
function scoreAtTruth({ rows, columns, truth }: SimulatedHistory, names: readonly string[]): number[] {
  const values = new Map(columns.map((column) => [column.name, column.values]));
  const cellOf = (name: string, row: number) => (name === "(Intercept)" ? 1 : (values.get(name)?.[row] ?? 0));
  const { sigma, ...coefficients } = truth.coefficients;
  const inIndex = Object.keys(coefficients).filter((name) => name === "(Intercept)" || values.has(name));
  const score = names.map(() => 0);
  for (let first = 0; first < rows; first += years) {
    const index = Array.from({ length: years }, (_, t) =>
      inIndex.reduce((sum, name) => sum + coefficients[name] * cellOf(name, first + t), 0),
    );
    const sign = index.map((_, t) => 2 * cellOf("active", first + t) - 1);
    let total = 0;
    const scoreSums = index.map(() => 0);
    let lnSigmaSum = 0;
    rule.nodes.forEach((node, k) => {
      const shift = sigma * Math.SQRT2 * node;
      const z = index.map((each, t) => sign[t] * (each + shift));
      const weight = z.reduce((product, each) => product * normalCdf(each), rule.weights[k]);
      const scores = z.map((each, t) => (sign[t] * normalDensity(each)) / normalCdf(each));
      total += weight;
      scores.forEach((each, t) => {
        scoreSums[t] += weight * each;
        lnSigmaSum += weight * shift * each;
      });
    });
    names.forEach((name, at) => {
      score[at] +=
        name === "sigma"
          ? lnSigmaSum / total
          : scoreSums.reduce((sum, each, t) => sum + (each / total) * cellOf(name, first + t), 0);
    });
  }
  return score;
}

describe("the random-effects probit in a world of eq. (1)", () => {
  const names = [
    "(Intercept)",
    "yLag",
    "yInitial",
    "msePeersSameDestination",
    "msePeersOtherDestinations",
    "sigma",
  ];
  const scenario = resolveScenario("canello-2022/eq1", { firms: 400 });
  const scores = Array.from({ length: 50 }, (_, at) =>
    scoreAtTruth(simulate(scenario, { seed: "score", condition: "truth", replication: at + 1 }), names),
  );

  it.each(names)(
    "has a score of mean zero in %s at the truth: the likelihood is that of the world",
    (name) => {
      const each = scores.map((score) => score[names.indexOf(name)]);
      const mean = each.reduce((sum, score) => sum + score, 0) / each.length;
      const variance = each.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (each.length - 1);
      expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(variance / each.length));
    },
  );

  it("would not have, were the initial state taken to matter a fifth less than it does", () => {
    const off = Array.from({ length: 50 }, (_, at) => {
      const history = simulate(scenario, { seed: "score", condition: "truth", replication: at + 1 });
      const coefficients = { ...history.truth.coefficients, yInitial: 0.8 * scenario.initialEffect };
      return scoreAtTruth({ ...history, truth: { ...history.truth, coefficients } }, ["yInitial"])[0];
    });
    const mean = off.reduce((sum, score) => sum + score, 0) / off.length;
    const variance = off.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (off.length - 1);
    expect(Math.abs(mean)).toBeGreaterThan(4 * Math.sqrt(variance / off.length));
  });
});
