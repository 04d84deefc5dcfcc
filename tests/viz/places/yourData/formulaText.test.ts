import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFormula } from "../../../../estimators/index.ts";
import type { ColumnSummary } from "../../../../panel/columnSummary.ts";
import {
  type Choices,
  choicesAmong,
  families,
  noChoices,
  uses,
} from "../../../../viz/places/yourData/choices.ts";
import { formulaText } from "../../../../viz/places/yourData/formulaText.ts";
import { matchingColumns } from "../../../../viz/places/yourData/matchingColumns.ts";
import { modelRequest } from "../../../../viz/places/yourData/modelRequest.ts";

const kinds = new Map<string, ColumnSummary["kind"]>([
  ["active", "indicator"],
  ["size", "number"],
  ["year", "integer"],
  ["province", "category"],
  ["ph.ecog", "integer"],
  ["2 sides", "number"],
]);
const text = (choices: Partial<Choices>) => formulaText({ ...noChoices, ...choices }, kinds);

describe("choices make a formula", () => {
  test("none while the outcome is missing, and one of the constant alone while there is no regressor", () => {
    expect(text({})).toBe("");
    expect(text({ family: "cox", time: "size" })).toBe("");
    expect(text({ outcome: "active" })).toBe("active ~ 1");
  });

  test("with terms as they are used, odd names in backticks, and a random effect", () => {
    const regressors = [
      { column: "size", use: "asIs" },
      { column: "2 sides", use: "asIs" },
      { column: "year", use: "category" },
      { column: "province", use: "category" },
      { column: "active", use: "lag" },
      { column: "size", use: "mean" },
    ] as const;
    expect(text({ outcome: "active", regressors, group: "province" })).toBe(
      "active ~ size + `2 sides` + factor(year) + province + lag(active) + mean(size) + (1 | province)",
    );
  });

  test("of a duration with the value that is the event, an entry time and strata, and no random effect", () => {
    const cox = { family: "cox", time: "size", event: "ph.ecog", eventValue: "2", group: "year" } as const;
    expect(text({ ...cox, strata: "province" })).toBe("Surv(size, ph.ecog == 2) ~ strata(province)");
    expect(text({ ...cox, entry: "year", event: "province", eventValue: 'a"b' })).toBe(
      'Surv(year, size, province == "a\\"b") ~ 1',
    );
  });

  test("of a linear model with absorbed effects behind the bar", () => {
    expect(text({ family: "linear", outcome: "size", absorbed: "province", absorbedToo: "year" })).toBe(
      "size ~ 1 | province + year",
    );
  });

  test("that can be parsed, whatever the columns are called", () => {
    const name = fc.string({ minLength: 1, unit: "binary" });
    fc.assert(
      fc.property(
        fc.constantFrom(...families),
        fc.array(name, { minLength: 4, maxLength: 4 }),
        fc.array(fc.record({ column: name, use: fc.constantFrom(...uses) }), { maxLength: 4 }),
        (family, [outcome = "", time = "", event = "", group = ""], regressors) => {
          const made = text({
            family,
            outcome,
            time,
            event,
            group,
            strata: group,
            absorbed: group,
            regressors,
          });
          expect(() => parseFormula(made)).not.toThrow();
        },
      ),
    );
  });
});

describe("choices make a request", () => {
  const asked = (formula: string, choices: Partial<Choices>) =>
    modelRequest(formula, { ...noChoices, ...choices }).options;

  test("with the options of the model that the formula is of, whatever the list of models says", () => {
    const choices = { ties: "breslow", penalty: true, at: "size=1; size=2" } as const;
    expect(asked("Surv(size, active) ~ year", { ...choices, family: "logit" })).toEqual({
      confidence: 0.95,
      ties: "breslow",
      penalty: "firth",
      at: ["size=1", "size=2"],
    });
    expect(asked("active ~ year", { ...choices, family: "logit" })).toEqual({
      confidence: 0.95,
      model: "logit",
      penalty: "firth",
      effects: true,
    });
    expect(asked("active ~ year + (1 | province)", choices)).toEqual({ confidence: 0.95, effects: true });
  });

  test("with panel, cluster, weights and subset", () => {
    const panel = {
      unit: "province",
      period: "year",
      cluster: "2 sides",
      weights: "size",
      subset: " year > 2 ",
    };
    expect(asked("size ~ 1", { ...panel, family: "linear" })).toEqual({
      confidence: 0.95,
      model: "linear",
      panel: "province,year",
      cluster: "`2 sides`",
      weights: "size",
      subset: "year > 2",
    });
  });
});

test("choices of columns that a table does not have are dropped", () => {
  const choices = {
    ...noChoices,
    outcome: "gone",
    unit: "year",
    regressors: [{ column: "gone", use: "asIs" as const }],
  };
  expect(choicesAmong(choices, new Set(["year"]))).toEqual({ ...noChoices, unit: "year" });
});

test("a search finds columns by all its words, those that begin with the first of them before others", () => {
  const names = ["logSize", "size", "sizeLag", "year"];
  expect(matchingColumns(names, " size")).toEqual(["size", "sizeLag", "logSize"]);
  expect(matchingColumns(names, "lag SIZE")).toEqual(["sizeLag"]);
  expect(matchingColumns(names, "")).toEqual(names);
});
