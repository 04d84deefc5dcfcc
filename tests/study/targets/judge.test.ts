import { describe, expect, it } from "vitest";
import type { CalibrationTarget, TargetPart } from "../../../scenarios/index.ts";
import { judgeHistories, judgeHistory } from "../../../study/targets/judge.ts";
import { missBy, momentsOf, momentValues } from "../../../study/targets/moments.ts";

function part(measure: string, from: number, to: number, more: Partial<TargetPart> = {}): TargetPart {
  return { measure, unit: "percent", published: (from + to) / 2, from, to, ...more };
}

function target(
  name: string,
  required: boolean,
  parts: CalibrationTarget["parts"],
  needs: CalibrationTarget["needs"] = "panel",
): CalibrationTarget {
  return { name, meaning: "", published: "", tolerance: "", source: "", required, needs, parts };
}

const many = Array.from({ length: 19 }, (_, at) => target(`M${at}`, false, [part("easy", 0, 10)]));

describe("one history", () => {
  it("meets a target where every part lies between its limits, both included", () => {
    const both = [target("A", false, [part("a", 0, 1), part("b", 2, 3)])];
    const verdict = (a: number, b: number) => judgeHistory(both, { a, b }).targets[0]?.verdict;
    expect(verdict(0, 3)).toBe("met");
    expect(verdict(1, 2)).toBe("met");
    expect(verdict(1.001, 2)).toBe("missed");
    expect(verdict(0, Number.NaN)).toBe("missed");
    expect(judgeHistory(both, { a: 0 }).targets[0]?.verdict).toBe("notMeasured");
  });

  it("is on target with 19 met and all required ones among them", () => {
    const required = target("R", true, [part("r", 0, 1)]);
    expect(judgeHistory(many, { easy: 5 })).toMatchObject({ met: 19, measured: 19, onTarget: true });
    expect(judgeHistory(many.slice(1), { easy: 5 }).onTarget).toBe(false);
    expect(judgeHistory([...many, required], { easy: 5, r: 2 })).toMatchObject({
      met: 19,
      requiredMissed: ["R"],
      onTarget: false,
    });
    // What was not measured is not met.
    expect(judgeHistory([...many, required], { easy: 5 })).toMatchObject({
      measured: 19,
      requiredMissed: ["R"],
    });
    expect(judgeHistory([...many, required], { easy: 5, r: 1 }).onTarget).toBe(true);
  });
});

describe("many histories", () => {
  const histories = [{ a: 1 }, { a: 2 }, { a: 6 }, { a: Number.NaN }];

  it("are judged by their mean, with its spread and Monte Carlo error and the share inside", () => {
    const [judged] = judgeHistories([target("A", false, [part("a", 0, 3)])], histories).targets;
    const [of] = judged?.parts ?? [];
    expect(of).toMatchObject({ histories: 3, mean: 3, shareInside: 0.5, met: true });
    expect(of?.standardDeviation).toBeCloseTo(Math.sqrt((4 + 1 + 9) / 2), 10);
    expect(of?.monteCarloError).toBeCloseTo(Math.sqrt(7 / 3), 10);
    expect(judged).toMatchObject({ verdict: "met", shareMet: 0.5 });
  });

  it("are judged by the share of histories where a part asks for one", () => {
    const asking = (shareOfHistories: number) =>
      judgeHistories([target("A", false, [part("a", 0, 3, { shareOfHistories })])], histories).targets[0];
    expect(asking(0.5)?.verdict).toBe("met");
    expect(asking(0.51)?.verdict).toBe("missed");
  });

  it("say in how many of them a world is on target", () => {
    const runs = [{ easy: 5 }, { easy: 5 }, { easy: 40 }];
    expect(judgeHistories(many, runs)).toMatchObject({ histories: 3, shareOnTarget: 2 / 3, met: 0 });
    expect(judgeHistories(many, runs.slice(0, 2))).toMatchObject({ met: 19, onTarget: true });
  });

  it("of one history have no spread", () => {
    const [judged] = judgeHistories([target("A", false, [part("a", 0, 3)])], [{ a: 1 }]).targets;
    expect(judged?.parts[0]).toMatchObject({ mean: 1, standardDeviation: Number.NaN });
  });
});

describe("moments", () => {
  const targets = [
    target("A", true, [part("a", 0, 4), part("b", 1, Infinity, { published: 3 })]),
    target("B", false, [part("c", -Infinity, -2, { published: null })], "fits"),
    target("C", false, [part("d", -2, 2, { published: 0.5 })], "fits"),
  ];
  const moments = momentsOf(targets);

  it("are the parts with a published number, one a part, with half the width or the distance from the only limit", () => {
    expect(
      moments.map(({ target, part, published, tolerance }) => [target, part.measure, published, tolerance]),
    ).toEqual([
      ["A", "a", 2, 2],
      ["A", "b", 3, 2],
      ["C", "d", 0.5, 2],
    ]);
    expect(momentsOf(targets, "fits").map(({ target }) => target)).toEqual(["C"]);
    expect([...momentValues(moments, { a: 1, d: 7 })]).toEqual([1, Number.NaN, 7]);
  });

  it("miss by nothing inside, by tolerances outside", () => {
    const [a, b] = moments;
    if (a === undefined || b === undefined) throw new Error("there are moments");
    expect([missBy(a, 0), missBy(a, 3), missBy(a, 6), missBy(a, -1)]).toEqual([0, 0, 1, -0.5]);
    expect([missBy(b, 100), missBy(b, 0)]).toEqual([0, -0.5]);
    expect(missBy(a, Number.NaN)).toBeNaN();
  });
});
