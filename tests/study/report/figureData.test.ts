import { describe, expect, it } from "vitest";
import { dotRows, MOST_DOTS, stackDots } from "../../../study/report/dotRows.ts";
import { estimatePoints, MOST_POINTS } from "../../../study/report/estimatePoints.ts";
import { cellLabel, groupLabels } from "../../../study/report/groupLabels.ts";
import { type KeptEstimates, keepEstimates } from "../../../study/report/keptEstimates.ts";
import { drawnMeasures, lollipops } from "../../../study/report/lollipops.ts";
import { nestedLoop } from "../../../study/report/nestedLoops.ts";
import { powerCurves } from "../../../study/report/powerCurves.ts";
import { quantileDots, quantileOf, rangeAround, shownRange } from "../../../study/report/quantiles.ts";
import { reportScales } from "../../../study/report/shownEstimands.ts";
import { MOST_INTERVALS, zipPlot } from "../../../study/report/zipIntervals.ts";
import { rowsInMemory } from "../../../study/rowSource.ts";
import { summarise } from "../../../study/summary.ts";
import { EXACT, loopDesign, loopRows, row, YEARLY } from "./someStudy.ts";

const summary = summarise(loopDesign, loopRows());
const [scale] = reportScales(loopDesign, summary);
const [size] = scale.estimands;
const [first] = size.groups;

/** Estimates of one group; truths are 0 and standard errors 1. */
function kept(estimate: readonly number[], more: Partial<KeptEstimates> = {}): KeptEstimates {
  return {
    group: first,
    every: 1,
    replication: estimate.map((_, at) => at + 1),
    truth: estimate.map(() => 0),
    estimate,
    stdError: estimate.map(() => 1),
    confLow: estimate.map((value) => value - 2),
    confHigh: estimate.map((value) => value + 2),
    pValue: estimate.map((value) => (Math.abs(value) > 2 ? 0.01 : 0.5)),
    ...more,
  };
}

describe("what a report shows", () => {
  it("is every group with an estimate, by scale and estimand", () => {
    expect(scale.methods).toEqual([EXACT, YEARLY]);
    expect(scale.estimands.map(({ estimand }) => estimand)).toEqual(["size"]);
    expect(size.groups.map(({ cell, method }) => `${cell} ${method}`)).toEqual(
      [0, 1, 2, 3].flatMap((cell) => [`${cell} ${EXACT}`, `${cell} ${YEARLY}`]),
    );
  });

  it("names a group by what tells it from the others", () => {
    expect(cellLabel(loopDesign, 1)).toBe("firms = 300 · closureRate = 0.05");
    const group = (cell: number, method: string) => ({ cell, method, estimand: "size" });
    expect(groupLabels(loopDesign, [group(0, EXACT), group(0, YEARLY)])).toEqual(["cox-exact", "cox-yearly"]);
    expect(groupLabels(loopDesign, [group(0, EXACT), group(1, EXACT)])).toEqual([
      "firms = 300 · closureRate = 0",
      "firms = 300 · closureRate = 0.05",
    ]);
    expect(groupLabels(loopDesign, [group(0, EXACT)])).toEqual([EXACT.slice("canello-2022/".length)]);
  });
});

describe("the estimates that are kept", () => {
  const rows = Array.from({ length: 10 }, (_, at) => row({ replication: at + 1, estimate: at }));
  const many = summarise(loopDesign, rows);

  it("are all where they are few", () => {
    const [found] = keepEstimates(rowsInMemory(loopDesign, rows), many.estimands, 10);
    expect(found.every).toBe(1);
    expect(found.estimate).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("are every k-th valid one where they are many, whatever the order of the rows", () => {
    const [found] = keepEstimates(rowsInMemory(loopDesign, [...rows].reverse()), many.estimands, 4);
    expect(found.every).toBe(3);
    expect(found.replication).toEqual([1, 4, 7, 10]);
    expect(found.confHigh).toEqual([2, 5, 8, 11]);
  });
});

describe("quantiles", () => {
  it("are R's of type 7", () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantileOf([1, 2, 3, 10], share))).toEqual([
      1, 1.75, 2.5, 4.75, 10,
    ]);
    expect(quantileOf([], 0.5)).toBeNaN();
  });

  it("stand for more values, evenly", () => {
    expect(quantileDots([0, 1, 2, 3, 4], 2)).toEqual([1, 3]);
    expect(quantileDots([0, 1], 2)).toEqual([0, 1]);
  });

  it("tell an axis which values would press the others into a line", () => {
    expect(shownRange([1, 2, 3, 4, 1000])).toEqual({ low: 1, high: 10 });
    expect(shownRange([1, 1, 1, 9])).toEqual({ low: 1, high: 9 });
    expect(shownRange([])).toBeNull();
    expect(rangeAround([{ low: 0, high: 25 }, null], [Number.NaN])).toEqual({ low: -1, high: 26 });
    expect(rangeAround([], [5])).toEqual({ low: 4.5, high: 5.5 });
    expect(rangeAround([], [])).toBeNull();
  });
});

describe("a dot plot", () => {
  it("stacks the dots of a bin", () => {
    expect(stackDots([0, 0.9, 1.1, 4, 7], { low: 0, high: 4 }, 4)).toEqual([
      { value: 0.5, level: 0 },
      { value: 0.5, level: 1 },
      { value: 1.5, level: 0 },
      { value: 3.5, level: 0 },
    ]);
  });

  it("has one axis for all rows, which holds the truth, and counts what lies beyond", () => {
    const found = dotRows([kept([1, 2, 3, 4, 1000]), kept([2, 2.5])], 50);
    expect(found?.range).toEqual({ low: -0.4, high: 10.4 });
    expect(found?.rows.map(({ below, above, median }) => [below, above, median])).toEqual([
      [0, 1, 3],
      [0, 0, 2.25],
    ]);
    expect(found?.rows[0].dots).toHaveLength(4);
  });

  it("draws quantiles of many estimates, and nothing of none", () => {
    const many = dotRows([kept(Array.from({ length: 1000 }, (_, at) => at))], 50);
    expect(many?.rows[0].quantiles).toBe(true);
    expect(many?.rows[0].dots).toHaveLength(MOST_DOTS);
    expect(dotRows([kept([])], 50)?.rows[0].dots).toEqual([]);
  });
});

describe("a zip plot", () => {
  it("ranks intervals by |estimate − truth| / standard error", () => {
    const found = zipPlot(kept([3, -1, 0.5, -4], { stdError: [1, 1, 1, 2] }));
    expect(
      found?.intervals.map(({ replication, centile, covers }) => [replication, centile, covers]),
    ).toEqual([
      [3, 25, true],
      [2, 50, true],
      [4, 75, false],
      [1, 100, false],
    ]);
    expect(found?.intervals[0]).toMatchObject({ low: -1.5, high: 2.5 });
  });

  it("shows limits less the truth of their own replication", () => {
    const found = zipPlot(kept([5, 6], { truth: [5, 10] }));
    expect(found?.intervals.map(({ low, high, covers }) => [low, high, covers])).toEqual([
      [-2, 2, true],
      [-6, -2, false],
    ]);
  });

  it("has the coverage of all replications, of which it may draw a part", () => {
    const found = zipPlot(kept(Array.from({ length: 500 }, (_, at) => at / 100)));
    expect(found?.ranked).toBe(500);
    expect(found?.intervals).toHaveLength(MOST_INTERVALS);
    expect(found?.coverage).toEqual(first.measures.coverage);
  });

  it("is none where there is no truth", () => {
    expect(zipPlot(kept([1, 2], { truth: [Number.NaN, Number.NaN] }))).toBeNull();
  });
});

describe("estimate against standard error", () => {
  it("marks the tests that reject, and leaves out what has no standard error", () => {
    const found = estimatePoints(kept([0, 3, 1], { stdError: [1, 1, Number.NaN] }), 0.05);
    expect(found?.points.map(({ replication, rejects }) => [replication, rejects])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it("draws every k-th of many", () => {
    const found = estimatePoints(kept(Array.from({ length: 4 * MOST_POINTS }, (_, at) => at)), 0.05);
    expect(found?.points.slice(0, 3).map(({ replication }) => replication)).toEqual([1, 5, 9]);
    expect(found?.points).toHaveLength(MOST_POINTS);
  });
});

describe("a lollipop", () => {
  it("is drawn of the measures with a target", () => {
    expect(drawnMeasures(loopDesign)).toEqual(["bias", "relativeError", "coverage", "rejection"]);
  });

  it("goes ± 1.96 Monte Carlo errors around the measure", () => {
    const found = lollipops(loopDesign, "bias", [first]);
    const mcse = first.measures.bias?.mcse ?? Number.NaN;
    expect(found?.sticks[0].target).toBe(0);
    expect(found?.sticks[0].value).toBe(1);
    expect(found?.sticks[0].high).toBeCloseTo(1 + 1.96 * mcse, 4);
  });

  it("takes Wilson limits of shares, and the level as target where the truth is 0", () => {
    const rejection = lollipops(loopDesign, "rejection", [first]);
    expect(rejection?.sticks[0].target).toBe(0.05);
    expect(rejection?.sticks[0]).toMatchObject({ value: 0.25 });
    expect(rejection?.sticks[0].low).toBeCloseTo(0.0456, 4);
    expect(lollipops(loopDesign, "coverage", [first])?.sticks[0].target).toBe(0.95);
    const power = lollipops(loopDesign, "rejection", [first, { ...first, truth: 1 }]);
    expect(power?.sticks.map(({ target }) => target)).toEqual([0.05, null]);
  });
});

describe("a nested loop", () => {
  it("puts cells in the order of their values", () => {
    const found = nestedLoop(loopDesign, size);
    // The design has 300 firms before 100.
    expect(found?.cells).toEqual([2, 3, 0, 1]);
    expect(found?.parameters).toEqual([
      { name: "firms", levels: ["100", "300"], ofCell: [0, 0, 1, 1] },
      { name: "closureRate", levels: ["0", "0.05"], ofCell: [0, 1, 0, 1] },
    ]);
    expect(found?.panels.map(({ measure }) => measure)).toEqual([
      "bias",
      "empiricalSe",
      "coverage",
      "rejection",
    ]);
    expect(found?.panels[0].lines.map(({ method }) => method)).toEqual([EXACT, YEARLY]);
    expect(found?.panels[0].lines[1].values.map((value) => value?.value)).toEqual([0.5, 0.5, 0.5, 0.5]);
  });

  it("is drawn of cells that are not all combinations, with gaps", () => {
    const cells = [{ firms: 100 }, { firms: 300, closureRate: 0.1 }, { closureRate: 0 }].map(
      (values, index) => ({
        ...loopDesign.cells[index],
        values,
      }),
    );
    const groups = size.groups.filter(({ cell, method }) => cell < 3 && !(cell === 1 && method === YEARLY));
    const found = nestedLoop({ ...loopDesign, cells }, { estimand: "size", groups });
    expect(found?.cells).toEqual([0, 1, 2]);
    expect(found?.parameters.map(({ ofCell }) => ofCell)).toEqual([
      [0, 1, null],
      [null, 1, 0],
    ]);
    expect(found?.panels[0].lines[1].values.map((value) => value === null)).toEqual([false, true, false]);
  });

  it("needs two parameters", () => {
    const cells = loopDesign.cells.map((cell) => ({ ...cell, values: { firms: cell.index } }));
    expect(nestedLoop({ ...loopDesign, cells }, size)).toBeNull();
  });
});

describe("power curves", () => {
  it("go over each parameter with all else held", () => {
    const found = powerCurves(loopDesign, size);
    expect(found.map(({ parameter, held }) => [parameter, held])).toEqual([
      ["firms", { closureRate: 0 }],
      ["firms", { closureRate: 0.05 }],
      ["closureRate", { firms: 300 }],
      ["closureRate", { firms: 100 }],
    ]);
    const [{ curves, isSize }] = found;
    expect(isSize).toBe(true);
    expect(curves.map(({ method }) => method)).toEqual([EXACT, YEARLY]);
    expect(curves[0].points.map(({ cell, value, share }) => [cell, value, share])).toEqual([
      [2, 100, 0.25],
      [0, 300, 0.25],
    ]);
  });

  it("are none where nothing that is a number varies", () => {
    const cells = loopDesign.cells.map((cell) => ({ ...cell, values: { f: `${cell.index}` } }));
    expect(powerCurves({ ...loopDesign, cells }, size)).toEqual([]);
  });
});
