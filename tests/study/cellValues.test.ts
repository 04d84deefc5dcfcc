import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../scenarios/index.ts";
import { resolveDesign } from "../../study/cells.ts";
import { parseDesign } from "../../study/design.ts";
import { designChanges } from "../../study/log/designChange.ts";

const world = { name: "w", scenario: "canello-2022", methods: ["canello-2022/C"] };
const designWith = (change: object, more: object = {}) => ({
  aim: "Where does it hold?",
  dataGenerating: { ...world, ...change },
  performance: ["bias"],
  replications: 10,
  seed: "2026",
  ...more,
});
const resolved = (change: object, more: object = {}) => resolveDesign(parseDesign(designWith(change, more)));
const cellsOf = (change: object, more: object = {}) => resolved(change, more).cells;

function problem(change: object, more: object = {}) {
  try {
    cellsOf(change, more);
  } catch (error) {
    if (error instanceof InvalidInput)
      return { path: error.path, found: error.found, expected: error.expected };
    throw error;
  }
  throw new Error("the design was accepted");
}

const ranges = { imitationSame: [0, 0.3], firms: [1000, 16000] };
const sample = (change: object = {}) => ({ sample: { design: "sobol", points: 8, ranges, ...change } });

describe("cells one by one", () => {
  it("are those listed, each with its parameters in the order of the list's first mention", () => {
    const cells = [{ firms: 200, imitationSame: 0 }, { imitationSame: 0.2, firms: 100 }, {}];
    expect(cellsOf({ cells }).map(({ key }) => key)).toEqual([
      "w {firms=200,imitationSame=0}",
      "w {firms=100,imitationSame=0.2}",
      "w",
    ]);
  });

  it("have the keys and draws of the same cells under vary", () => {
    const keys = (change: object) => cellsOf(change).map(({ key, condition }) => [key, condition]);
    expect(keys({ cells: [{ firms: 100 }, { firms: 200 }] })).toEqual(keys({ vary: { firms: [100, 200] } }));
  });

  it.each([
    [{ cells: [{ firms: 100 }, { firms: 0 }] }, "dataGenerating.cells[1].firms"],
    [{ cells: [{ firms: 100 }, { firms: 100 }] }, "dataGenerating.cells[1]"],
    [{ cells: [{ firmz: 100 }] }, "dataGenerating.cells[0].firmz"],
    [{ set: { firms: 5 }, cells: [{ firms: 100 }] }, "dataGenerating.set.firms"],
    [{ cells: [{ "controls.size": 1, controls: { size: 2 } }] }, "dataGenerating.cells"],
    [{ cells: [], vary: { firms: [1] } }, "dataGenerating.cells"],
    [{ cells: [{ firms: 10 }], vary: { firms: [1] } }, "dataGenerating.cells"],
    [{ ...sample(), vary: { sortingSd: [1] } }, "dataGenerating.sample"],
  ])("%j are refused at %s", (change, path) => {
    expect(problem(change).path).toBe(path);
  });
});

describe("cells drawn from ranges", () => {
  it("of a Sobol design are the same for every seed, and more points extend it", () => {
    const keys = (points: number, seed: string) =>
      cellsOf(sample({ points }), { seed }).map(({ key }) => key);
    expect(keys(8, "other")).toEqual(keys(8, "2026"));
    expect(keys(20, "2026").slice(0, 8)).toEqual(keys(8, "2026"));
    expect(keys(4, "2026")).toEqual([
      "w {imitationSame=0,firms=1000}",
      "w {imitationSame=0.15,firms=8500}",
      "w {imitationSame=0.225,firms=4750}",
      "w {imitationSame=0.075,firms=12250}",
    ]);
    expect(designChanges(resolved(sample()), resolved(sample({ points: 9 })))).toEqual([]);
  });

  it("of a Latin hypercube hang on the seed, and have one point in every part of every range", () => {
    const cells = (seed: string) => cellsOf(sample({ design: "latinHypercube", points: 30 }), { seed });
    expect(cells("2026").map(({ key }) => key)).toEqual(cells("2026").map(({ key }) => key));
    expect(cells("2026").map(({ key }) => key)).not.toEqual(cells("other").map(({ key }) => key));
    const parts = cells("2026").map(({ values }) => Math.floor((30 * Number(values.imitationSame)) / 0.3));
    expect(new Set(parts).size).toBe(30);
    const firms = cells("2026").map(({ values }) => Number(values.firms));
    expect(firms.every((each) => Number.isInteger(each) && each >= 1000 && each <= 16000)).toBe(true);
    expect(new Set(firms.map((each) => Math.floor((30 * (each - 1000)) / 15001))).size).toBe(30);
  });

  it("keep the coordinates of a Latin hypercube when a parameter is added", () => {
    const values = (of: object) =>
      cellsOf(sample({ design: "latinHypercube", ranges: of })).map((cell) => cell.values.imitationSame);
    expect(values({ ...ranges, sortingSd: [0, 1] })).toEqual(values(ranges));
  });

  it("of a few whole numbers take each as often", () => {
    const of = { sortingSd: [0, 1], recordedYears: [5, 8] };
    const years = cellsOf(sample({ points: 64, ranges: of })).map(({ values }) =>
      Number(values.recordedYears),
    );
    expect([5, 6, 7, 8].map((each) => years.filter((year) => year === each).length)).toEqual([
      16, 16, 16, 16,
    ]);
  });

  it.each([
    [{ ranges: {} }, "ranges", "0 parameters"],
    [{ ranges: { firms: [10, 10] } }, "ranges.firms", "[10,10]"],
    [{ ranges: { firms: [20, 10] } }, "ranges.firms", "[20,10]"],
    [{ ranges: { firms: [0, 10] } }, "ranges.firms[0]", "0"],
    [{ ranges: { firms: [1.5, 10] } }, "ranges.firms[0]", "1.5"],
    [{ ranges: { firms: [1, "10"] } }, "ranges.firms[1]", '"10"'],
    [{ ranges: { firms: [1, 2, 3] } }, "ranges.firms", "[1,2,3]"],
    [{ ranges: { firmz: [1, 2] } }, "ranges.firmz[0]", "firmz"],
    [{ ranges: { decision: [1, 2] } }, "ranges.decision[0]", "1"],
    [{ points: 0 }, "points", "0"],
    [{ points: 1e9 }, "points", "1000000000"],
    [{ design: "random" }, "design", '"random"'],
    [{ points: 5, ranges: { firms: [100, 102] } }, "points", "the cell"],
  ])("are refused with %j at %s", (change, path, found) => {
    const refused = problem(sample(change));
    expect(refused.path).toBe(`dataGenerating.sample.${path}`);
    expect(refused.found).toContain(found);
  });

  it("may not be of a parameter that is set", () => {
    expect(problem({ set: { firms: 5 }, ...sample() }).path).toBe("dataGenerating.sample.ranges.firms");
  });
});

describe("more replications than an index holds", () => {
  it("are refused with the most there may be", () => {
    const vary = { base: Array.from({ length: 50 }, (_, at) => at / 100) };
    expect(problem({ vary }, { replications: 10_000_000 })).toEqual({
      path: "replications",
      found: "500,000,000 replications in all: 10,000,000 in each of 50 cells",
      expected: expect.stringContaining("here at most 2,000,000 a cell"),
    });
    expect(problem({}, { replications: 1e9 }).expected).toContain("at most 10000000");
  });

  it("are refused where a number is none", () => {
    for (const text of ["1e999", "-1e999", "1e400"]) {
      const json = JSON.parse(
        JSON.stringify(designWith({})).replace('"replications":10', `"replications":${text}`),
      );
      expect(() => parseDesign(json)).toThrow(InvalidInput);
    }
    expect(problem(sample({ ranges: { firms: [1, Number.POSITIVE_INFINITY] } })).path).toBe(
      "dataGenerating.sample.ranges.firms[1]",
    );
  });
});
