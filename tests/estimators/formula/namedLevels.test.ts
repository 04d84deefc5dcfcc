import { describe, expect, it } from "vitest";
import { emptyLevelNotes } from "../../../estimators/formula/namedLevels.ts";
import { modelFrame } from "../../../estimators/index.ts";
import { tableOf } from "./referenceTables.ts";

const table = tableOf({
  y: [0, 1, 1, 0, 1, 0],
  k: ["a", "b", "c", "a", "b", null],
  n: [1, 2, 3, 1, 2, 3],
});

describe("the levels that a formula lists", () => {
  it("are named when no row has them", () => {
    const variable = 'factor(k, levels = c("a", "z", "b", "c"))';
    const frame = modelFrame(`y ~ ${variable}`, table);
    expect(frame.unlistedLabels).toEqual([]);
    const notes = emptyLevelNotes(frame).map(({ code, terms, message }) => ({ code, terms, message }));
    expect(notes).toEqual([
      {
        code: "empty-category",
        terms: [`${variable}z`],
        message: `${variable} has no rows with z, so nothing can be said about it; check the spelling of the levels, or take out what does not occur`,
      },
    ]);
  });

  it("are named with the rows left out for a label that is not listed, missing cells not counted", () => {
    const variable = 'factor(k, levels = c("a", "z", "b"))';
    const frame = modelFrame(`y ~ ${variable}`, table);
    expect(frame.unlistedLabels).toEqual([{ variable, label: "c", rows: 1 }]);
    expect(frame.dropped.missingByExpression).toEqual([{ expression: variable, rows: 2 }]);
    expect(emptyLevelNotes(frame)[0].message).toContain(
      "; 1 row was left out because its label is not among the levels (c); ",
    );
  });

  it("may leave labels out on purpose: counted in the rows of the subset, without a note", () => {
    const variable = "factor(n, levels = c(1, 2))";
    const frame = modelFrame(`y ~ ${variable}`, table, { subset: "k != 'c' | is.na(k)" });
    expect(frame.unlistedLabels).toEqual([{ variable, label: "3", rows: 1 }]);
    expect(emptyLevelNotes(frame)).toEqual([]);
  });

  it("are no matter when the formula lists none: a subset may have none of a level", () => {
    const frame = modelFrame("y ~ k", table, { subset: "k != 'c'" });
    expect(frame.emptyLevels).toEqual([{ variable: "k", level: "c", isListed: false }]);
    expect(emptyLevelNotes(frame)).toEqual([]);
  });
});
