import { describe, expect, it } from "vitest";
import { column, type Table } from "../../../panel/table.ts";
import type { RepeatedPaper } from "../../../study/replicate/repeatedPaper.ts";
import type { ReplicatedModel } from "../../../study/replicate/replicatedModel.ts";
import { isOutside, spreadOf } from "../../../study/replicate/spread.ts";
import { spreadOverSeeds } from "../../../study/replicate/spreadOverSeeds.ts";
import { spreadTableOfNumbers } from "../../../study/replicate/spreadTableOfNumbers.ts";

function labels(table: Table, name: string): string[] {
  const found = column(table, name);
  if (found.kind !== "category") throw new Error(`${name} has no labels`);
  return Array.from(found.codes, (code) => found.levels[code] ?? "");
}

const published = { estimate: 1, hazardRatio: null, stdError: 0.1, stars: "***" };

function model(estimate: number, differs: boolean | null): ReplicatedModel {
  return {
    table: "made-up",
    model: "A",
    specification: "made-up/A",
    estimator: "dynamicRandomEffectsProbit",
    published: { observations: 100, groups: null, logLikelihood: null },
    ours: {
      converged: Number.isFinite(estimate),
      observations: 90,
      predictedRows: 0,
      groups: 10,
      events: null,
      logLikelihood: -10,
      sigma: 0.5,
    },
    terms: [
      {
        variable: "peers",
        label: "Peers",
        published,
        ours: Number.isNaN(estimate) ? null : { estimate, hazardRatio: null, stdError: 0.2, stars: "" },
        difference: null,
        differs,
        oddities: [],
      },
    ],
    dummies: [],
    oddities: [],
    warnings: [],
  };
}

function history(seed: string, estimate: number, differs: boolean | null): RepeatedPaper {
  return {
    kind: "regressions",
    paper: "made-up",
    reference: "",
    scenario: "made-up",
    scale: 1,
    firms: 100,
    seed,
    descriptives: null,
    models: [model(estimate, differs)],
    selection: null,
    notes: [],
  };
}

describe("a coefficient over several histories", () => {
  const spread = spreadOverSeeds([
    history("4", 2, true),
    history("5", 4, true),
    history("6", 3, false),
    history("7", Number.NaN, null),
  ]);
  const term = spread.models[0]?.terms[0];

  it("has the mean and the standard deviation of those in which it is finite", () => {
    expect(term).toMatchObject({ mean: 3, sd: 1, histories: 3, meanStdError: expect.closeTo(0.2, 12) });
    expect(spread.models[0]).toMatchObject({ converged: 3, events: null, observations: { mean: 90, sd: 0 } });
  });

  it("says in how many it differs from the print, of those that can be compared", () => {
    expect(term?.differing).toEqual({ histories: 2, of: 3 });
  });

  it("keeps what each seed gave, in their order", () => {
    expect(spread.seeds).toEqual(["4", "5", "6", "7"]);
    expect(term?.estimates).toEqual([2, 4, 3, Number.NaN]);
  });

  it("is a row a number for programs", () => {
    const table = spreadTableOfNumbers(spread);
    expect(labels(table, "variable")).toEqual(["peers", "observations", "sigma"]);
    expect([...table.columns.keys()]).toContain("meanStdError");
  });

  it("is not compared where the print is a misprint, but is where only its error is missing", () => {
    const three = [1, 2, 3].map((at) => history(String(at), at, null));
    const [unprinted] = spreadOverSeeds(three).models;
    expect(unprinted?.terms[0]).toMatchObject({ differing: null, outside: false });
    const oddity = { table: "made-up", note: "n1", variable: "peers", what: "estimate" } as const;
    const misprinted = three.map((each) => ({
      ...each,
      models: each.models.map((of) => ({
        ...of,
        terms: of.terms.map((term) => ({ ...term, oddities: [oddity] })),
      })),
    }));
    const [odd] = spreadOverSeeds(misprinted).models;
    expect(odd?.terms[0]).toMatchObject({ differing: null, outside: null });
  });

  it("needs a history", () => {
    expect(() => spreadOverSeeds([])).toThrow(RangeError);
  });
});

describe("whether a printed number can be one more history", () => {
  const exact = (estimate: number) => ({ estimate, stdError: 0 });
  // Mean 0, sd 1, n = 3: t with 2 degrees of freedom, 4.302653 at 5 %, times √(1 + 1/3).
  const three = spreadOf([-1, 0, 1]);
  const limit = 4.302653 * Math.sqrt(4 / 3);

  it("is Student's t against the mean of the others", () => {
    expect(isOutside(exact(limit - 1e-4), three)).toBe(false);
    expect(isOutside(exact(limit + 1e-4), three)).toBe(true);
    expect(isOutside(exact(-limit - 1e-4), three)).toBe(true);
  });

  it("grants the print its own error where that is larger than the spread", () => {
    expect(isOutside({ estimate: limit + 1, stdError: 10 }, three)).toBe(false);
    expect(isOutside({ estimate: limit + 1, stdError: Number.NaN }, three)).toBe(true);
  });

  it("cannot be told from two histories, or from some without spread", () => {
    expect(isOutside(exact(100), spreadOf([0, 1]))).toBeNull();
    expect(isOutside(exact(100), spreadOf([1, 1, 1]))).toBeNull();
  });
});

it("a spread passes over what is missing or infinite", () => {
  expect(spreadOf([1, null, Number.NaN, 3, Number.POSITIVE_INFINITY, undefined])).toEqual({
    mean: 2,
    sd: Math.sqrt(2),
    histories: 2,
  });
  expect(spreadOf([5]).sd).toBeNaN();
  expect(spreadOf([]).mean).toBeNaN();
});
