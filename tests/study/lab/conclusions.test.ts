import { describe, expect, it } from "vitest";
import { modelSpecificationNames } from "../../../scenarios/index.ts";
import { specificationsToFit } from "../../../scenarios/lab/estimateSpecifications.ts";
import { type Hypothesis, hypotheses } from "../../../scenarios/lab/hypotheses.ts";
import { conclusions, findingOf, type TrueAnswer } from "../../../study/lab/conclusions.ts";
import type { LabFit, LabTerm } from "../../../study/lab/labFit.ts";
import { madeUpFit } from "./madeUpFit.ts";

const [herding] = hypotheses as readonly [Hypothesis];
const term = (estimate: number, pValue: number): LabTerm => ({
  term: "msePeersSameDestination",
  estimate,
  stdError: 1,
  statistic: estimate,
  pValue,
  confLow: estimate - 2,
  confHigh: estimate + 2,
  truth: Number.NaN,
});
const world = (holds: boolean | null): ReadonlyMap<string, TrueAnswer> =>
  new Map([[herding.id, { holds, effect: null, causes: [] }]]);
const fitted = (specification: string, estimate: number, pValue: number, more: Partial<LabFit> = {}) =>
  madeUpFit({ specification, terms: [term(estimate, pValue)], ...more });

describe("the paper's rule", () => {
  it("is the sign and significance at 5 %, whatever the size", () => {
    expect(findingOf({ estimate: 1e-9, pValue: 0.05 }, 1)).toBe("supported");
    expect(findingOf({ estimate: -1e-9, pValue: 0.01 }, 1)).toBe("opposite");
    expect(findingOf({ estimate: -1, pValue: 0.01 }, -1)).toBe("supported");
    expect(findingOf({ estimate: 5, pValue: 0.051 }, 1)).toBe("notSupported");
    expect(findingOf({ estimate: 5, pValue: Number.NaN }, 1)).toBe("notSupported");
  });
});

describe("what the paper would have concluded", () => {
  const verdict = (estimate: number, pValue: number, holds: boolean | null) =>
    conclusions([fitted("canello-2022/C", estimate, pValue)], [herding], world(holds))[0]?.verdict;

  it("is a false alarm where herding is reported and nobody imitates", () => {
    expect(verdict(0.1, 0.001, false)).toBe("false-alarm");
  });

  it("is right where the report and the world agree", () => {
    expect(verdict(0.1, 0.001, true)).toBe("right");
    expect(verdict(0.1, 0.4, false)).toBe("right");
  });

  it("misses what is true and not significant, and reverses what is significant the other way", () => {
    expect(verdict(0.1, 0.4, true)).toBe("missed");
    expect(verdict(-0.1, 0.001, true)).toBe("reversed");
    expect(verdict(-0.1, 0.001, false)).toBe("reversed");
  });

  it("is not judged where the world does not say what is true", () => {
    expect(verdict(0.1, 0.001, null)).toBe("unknown");
  });

  it("rests on the paper's own column where it was fitted, else on the last, and names what every column says", () => {
    const fits = [
      fitted("canello-2022/B", 0.1, 0.2),
      fitted("canello-2022/C", 0.1, 0.01),
      fitted("canello-2022/D", 0, 1),
    ];
    const [all] = conclusions(fits, [herding], world(true));
    expect(all?.decisive.specification).toBe("canello-2022/C");
    expect(all?.findings.map(({ finding }) => finding)).toEqual([
      "notSupported",
      "supported",
      "notSupported",
    ]);
    const [some] = conclusions([fits[0], fits[2]] as LabFit[], [herding], world(true));
    expect(some?.decisive.specification).toBe("canello-2022/D");
  });

  it("says nothing by fits that did not converge, of other papers, or without the coefficient", () => {
    const useless = [
      fitted("canello-2022/C", 0.1, 0.001, { converged: false }),
      fitted("canello-pavone/probit", 0.1, 0.001),
      fitted("canello-2022/A", 0.1, 0.001, { terms: [] }),
      fitted("canello-2022/cox-IV", 0.1, 0.001, { model: "cox" }),
    ];
    expect(conclusions(useless, [herding], world(true))).toEqual([]);
  });
});

describe("the hypotheses", () => {
  it("are decided by specifications that the lab offers, and these exist", () => {
    for (const { decidedBy, family } of hypotheses) {
      expect(specificationsToFit).toContain(decidedBy);
      expect(decidedBy.startsWith(`${family}/`)).toBe(true);
    }
    const known = modelSpecificationNames();
    expect(specificationsToFit.filter((name) => !known.includes(name))).toEqual([]);
  });
});
