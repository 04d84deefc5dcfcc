import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../scenarios/index.ts";
import { resolveDesign } from "../../study/cells.ts";
import { combinations } from "../../study/cellValues.ts";
import { parseDesign } from "../../study/design.ts";

const world = { scenario: "canello-2022", methods: ["canello-2022/C"] };
const design = {
  aim: "Is it there?",
  dataGenerating: world,
  performance: ["bias", "coverage"],
  replications: 10,
  seed: "2026",
};

/** Where and why a design is refused. */
function problem(json: unknown): {
  path: string;
  found: string;
  expected: string;
  suggestion: string | null;
} {
  try {
    resolveDesign(parseDesign(json));
  } catch (error) {
    if (error instanceof InvalidInput) {
      return { path: error.path, found: error.found, expected: error.expected, suggestion: error.suggestion };
    }
    throw error;
  }
  throw new Error("the design was accepted");
}

describe("a design", () => {
  it("gets level 0.05 and independent streams unless it says otherwise", () => {
    expect(parseDesign(design)).toMatchObject({ alpha: 0.05, streams: "independent" });
  });

  it("that ships is accepted and survives being written and read", () => {
    const file = new URL("../../scenarios/canello-2022/studies/recovery.json", import.meta.url);
    const parsed = parseDesign(JSON.parse(readFileSync(file, "utf8")));
    const again = parseDesign(JSON.parse(JSON.stringify(parsed)));
    expect(again).toEqual(parsed);
    expect(structuredClone(resolveDesign(again))).toEqual(resolveDesign(parsed));
  });

  it("is refused at the misspelt key", () => {
    expect(problem({ ...design, replication: 3 })).toMatchObject({
      path: "replication",
      suggestion: "replications",
    });
    expect(problem({ ...design, dataGenerating: [world, { ...world, nmae: "x" }] })).toMatchObject({
      path: "dataGenerating[1].nmae",
      suggestion: "name",
    });
  });

  it.each([
    ["replications", 0, "at least 1 (Simulated histories in each cell)"],
    ["replications", 2.5, "a whole number"],
    ["replications", "many", "a number"],
    ["alpha", 1, "below 1"],
    ["alpha", 0, "above 0"],
    ["seed", 2026, "text in quotes"],
    ["dataGenerating", [], "a list of at least 1"],
    ["dataGenerating", 3, "an object in braces"],
    ["dataGenerating", undefined, "an object in braces"],
    ["performance", [], "a list of at least 1"],
    ["aim", "", "text that is not empty (Aims: the question of the study, in a sentence)"],
    ["streams", "comon", "one of independent, common"],
  ])("is refused where %s is %j: expected %s", (key, value, expected) => {
    const refused = problem({ ...design, [key]: value });
    expect(refused.path).toBe(key);
    expect(refused.expected).toContain(expected);
  });

  it("is refused when it is no object at all", () => {
    expect(problem(null)).toMatchObject({ path: "", found: "null" });
  });
});

describe("names and values of a design", () => {
  const worldWith = (change: object) => ({
    ...design,
    dataGenerating: [world, { ...world, name: "w", ...change }],
  });

  it.each([
    ["scenario", { scenario: "canelo-2022" }, "dataGenerating[1].scenario", "canello-2022"],
    [
      "method",
      { methods: ["canello-2022/A", "canello-2022/cox-exat"] },
      "dataGenerating[1].methods[1]",
      "canello-2022/cox-exact",
    ],
    ["parameter", { set: { imitationSam: 0 } }, "dataGenerating[1].set.imitationSam", "imitationSame"],
    [
      "estimand",
      { estimands: ["msePeersSameDestinatio"] },
      "dataGenerating[1].estimands[0]",
      "msePeersSameDestination",
    ],
  ])("a misspelt %s is named with the nearest known one", (_, change, path, suggestion) => {
    expect(problem(worldWith(change))).toMatchObject({ path, suggestion });
  });

  it("a value out of range is blamed at its place in vary or set", () => {
    expect(problem({ ...design, dataGenerating: { ...world, vary: { firms: [4000, 0] } } })).toMatchObject({
      path: "dataGenerating.vary.firms[1]",
      found: "0",
    });
    expect(problem(worldWith({ set: { imitationSame: 100 } })).path).toBe(
      "dataGenerating[1].set.imitationSame",
    );
    expect(problem(worldWith({ set: { controls: { size: "a" } } })).path).toBe(
      "dataGenerating[1].set.controls.size",
    );
    expect(problem(worldWith({ set: { destinationOffset: [0, 0, 0, "a"] } })).path).toBe(
      "dataGenerating[1].set.destinationOffset[3]",
    );
  });

  it("a parameter stands under set or under vary, not both", () => {
    expect(problem(worldWith({ set: { firms: 9 }, vary: { firms: [10] } })).path).toBe(
      "dataGenerating[1].vary.firms",
    );
  });

  it.each([
    [{}, { "hazard.size": [-0.1], hazard: [{ size: -0.2 }] }, "vary.hazard", "hazard.size", "vary"],
    [{ "controls.size": 0.1, controls: { size: 0.2 } }, {}, "set.controls", "controls.size", "set"],
    [{ hazard: { size: 0.1 } }, { "hazard.size": [0.2] }, "set.hazard", "hazard.size", "vary"],
    [{ "hazard.size": 0.1 }, { hazard: [{ size: 0.2 }] }, "vary.hazard", "hazard.size", "set"],
  ])("set %j with vary %j is refused: one parameter holds the other", (set, vary, path, inner, under) => {
    expect(problem(worldWith({ scenario: "canello-2022/return", set, vary }))).toMatchObject({
      path: `dataGenerating[1].${path}`,
      found: `a parameter that contains ${inner}, which stands under ${under}`,
    });
  });

  it.each([
    ["[0, -0]", 1],
    ["[1, 2, 1.0]", 2],
    ["[0.1, 1e-1]", 1],
  ])("%s lists a number twice", (values, index) => {
    expect(problem(worldWith({ vary: { base: JSON.parse(values) } })).path).toBe(
      `dataGenerating[1].vary.base[${index}]`,
    );
  });

  it("an object is the same whatever the order of its fields", () => {
    const datedShocks = [[{ year: 2007, exit: 0.4 }], [{ exit: 0.4, year: 2007 }]];
    expect(problem(worldWith({ vary: { datedShocks } }))).toMatchObject({
      path: "dataGenerating[1].vary.datedShocks[1]",
      expected: "each value once",
    });
  });

  it("more cells than 100,000 are refused before any is laid out", () => {
    const many = Array.from({ length: 400 }, (_, index) => index / 100);
    const change = { vary: { base: many, sortingSd: many, imitationSame: ["no", "number"] } };
    expect(problem(worldWith(change))).toMatchObject({
      path: "dataGenerating",
      found: "320,001 cells, the combinations of the varied values",
      expected: expect.stringContaining("at most 100,000 cells"),
    });
  });

  it.each([
    ['"set": { "__proto__": { "firms": 1 } }', "set.__proto__"],
    ['"vary": { "__proto__": [1] }', "vary.__proto__"],
    ['"__proto__": 1', "__proto__"],
    ['"set": { "controls.constructor": 1 }', "set.controls.constructor"],
  ])("a world with %s is refused with its full path", (fields, path) => {
    const text = JSON.stringify(design).replace('"scenario"', `${fields},"scenario"`);
    expect(problem(JSON.parse(text))).toMatchObject({ path: `dataGenerating.${path}` });
  });

  it("a name of a world with control characters is refused", () => {
    expect(problem(worldWith({ name: "a\u001b[31mb" }))).toMatchObject({
      path: "dataGenerating[1].name",
      expected: expect.stringContaining("text without control characters"),
    });
  });

  it("exact times of return are not asked of a world that records none", () => {
    expect(problem(worldWith({ methods: ["canello-2022/A", "canello-2022/cox-exact"] }))).toMatchObject({
      path: "dataGenerating[1].methods[1]",
      found: expect.stringContaining("records no exit times"),
      expected: expect.stringContaining("canello-2022/cox-yearly"),
    });
    const kinds = { vary: { "decision.kind": ["entryExit", "behavioural"] } };
    const methods = ["canello-2022/cox-exact"];
    expect(problem({ ...design, methods, dataGenerating: { scenario: "canello-2022", ...kinds } }).path).toBe(
      "methods[0]",
    );
  });

  it("measures that are left out are named", () => {
    const { performance, ...rest } = design;
    expect(problem(rest).expected).toContain("bias, relativeBias, empiricalSe");
    expect(performance).toHaveLength(2);
  });

  it("a value listed twice, or no value at all, is refused under vary", () => {
    expect(problem(worldWith({ vary: { sortingSd: [0, 0.5], firms: [300, 100, 300] } }))).toMatchObject({
      path: "dataGenerating[1].vary.firms[2]",
      found: "300 a second time",
    });
    expect(
      problem(
        worldWith({
          vary: {
            destinationOffset: [
              [0, 0, 0, 1],
              [0, 0, 0, 1],
            ],
          },
        }),
      ).path,
    ).toBe("dataGenerating[1].vary.destinationOffset[1]");
    expect(problem(worldWith({ vary: { firms: [] } }))).toMatchObject({
      path: "dataGenerating[1].vary.firms",
      expected: "a list of at least 1",
    });
  });

  it.each([
    "factor(year)1999",
    "factor(year)2007",
    "factor(year)2013",
    "factor(year)",
    "factor(industry)shoes",
  ])("the level %s that no panel of the world has, or that is the reference, is refused", (estimand) => {
    const refused = problem(worldWith({ estimands: ["yLag", estimand] }));
    expect(refused).toMatchObject({ path: "dataGenerating[1].estimands[1]", suggestion: null });
    expect(refused.expected).toContain(
      "factor(industry)footwear, factor(region)…, factor(year)2008|2009|2010|2011|2012",
    );
  });

  it("a level that some cell can have, or that hangs on geography, is accepted", () => {
    const estimands = [
      "factor(year)2008",
      "factor(year)2014",
      "factor(industry)footwear",
      "factor(region)Marche",
    ];
    const vary = { recordedYears: [5, 9] };
    expect(resolveDesign(parseDesign(worldWith({ estimands, vary }))).cells[1]?.estimands).toEqual(estimands);
  });

  it("two worlds of one name are refused", () => {
    expect(problem({ ...design, dataGenerating: [world, world] }).path).toBe("dataGenerating[1].name");
  });

  it("a world without methods of its own or of the design is refused", () => {
    expect(problem({ ...design, dataGenerating: { scenario: "canello-2022" } })).toMatchObject({
      path: "methods",
    });
  });

  it("a measure or an estimand listed twice is refused", () => {
    expect(problem({ ...design, performance: ["bias", "coverage", "bias"] })).toMatchObject({
      path: "performance[2]",
      found: '"bias" a second time',
    });
    expect(problem(worldWith({ estimands: ["yLag", "yLag"] })).path).toBe("dataGenerating[1].estimands[1]");
  });

  it("a method listed twice is refused", () => {
    expect(problem(worldWith({ methods: ["canello-2022/A", "canello-2022/A"] })).path).toBe(
      "dataGenerating[1].methods[1]",
    );
  });
});

describe("the cells of a design", () => {
  it("are the full factorial, the last parameter fastest", () => {
    expect(combinations({ a: [1, 2], b: ["x", "y"] })).toEqual([
      { a: 1, b: "x" },
      { a: 1, b: "y" },
      { a: 2, b: "x" },
      { a: 2, b: "y" },
    ]);
    expect(combinations({})).toEqual([{}]);
  });

  it("carry the varied value in their scenario and in the name of their random numbers", () => {
    const { cells } = resolveDesign(
      parseDesign({
        ...design,
        dataGenerating: [
          world,
          { ...world, name: "size", set: { sortingSd: 0 }, vary: { firms: [100, 200] } },
        ],
      }),
    );
    expect(cells.map((cell) => [cell.index, cell.world, cell.condition])).toEqual([
      [0, "canello-2022", "canello-2022"],
      [1, "size", "size {firms=100}"],
      [2, "size", "size {firms=200}"],
    ]);
    expect(cells.slice(1).map(({ scenario }) => [scenario.firms, scenario.sortingSd])).toEqual([
      [100, 0],
      [200, 0],
    ]);
  });

  it("share their random numbers when streams are common", () => {
    const { cells } = resolveDesign(
      parseDesign({
        ...design,
        streams: "common",
        dataGenerating: { ...world, vary: { firms: [100, 200] } },
      }),
    );
    expect(cells.map((cell) => cell.condition)).toEqual(["common", "common"]);
  });

  it("keep their draws when other values are added before them", () => {
    const conditions = (firms: number[]) =>
      resolveDesign(parseDesign({ ...design, dataGenerating: { ...world, vary: { firms } } })).cells.map(
        (cell) => cell.condition,
      );
    expect(conditions([50, 100, 200]).slice(1)).toEqual(conditions([100, 200]));
  });
});
