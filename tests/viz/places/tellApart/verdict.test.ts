import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { causes } from "../../../../scenarios/lab/lookAlikes.ts";
import { recordedFile, recordedVerdict } from "../../../../scripts/lab/recordedVerdict.mjs";
import { lookAlikeMethods } from "../../../../study/lookAlikes/lookAlikeDesign.ts";
import type { EffectVerdict, Verdict } from "../../../../study/verdict/verdict.ts";
import { shortName } from "../../../../study/verdict/verdictWords.ts";
import { recordedEstimates } from "../../../../viz/places/tellApart/recordedEstimates.ts";
import { ruleOf } from "../../../../viz/places/tellApart/rules.ts";
import { studyWords } from "../../../../viz/places/tellApart/studyWords.ts";

const recorded = JSON.parse(readFileSync(recordedFile, "utf8")) as Verdict;

describe("the recorded verdict of the place Tell apart", () => {
  it("is what docs/identifiability.json says; else run node scripts/lab/recordedVerdict.mjs", async () => {
    expect(readFileSync(recordedFile, "utf8")).toBe(await recordedVerdict());
  });

  it("has the place's worlds in the order of the causes, and its methods", () => {
    expect(recorded.worlds.map(({ cell }) => cell)).toEqual([0, 1, 2]);
    expect(recorded.worlds.map(({ truth }) => truth > 0)).toEqual(
      causes.map((cause) => cause === "imitation"),
    );
    const { specifications, tests, placebos } = lookAlikeMethods;
    expect(recorded.specifications).toHaveLength(3 * specifications.length);
    expect(recorded.tests).toHaveLength(3 * tests.length);
    expect(recorded.placebos).toHaveLength(3 * placebos.length);
  });
});

describe("the recorded estimates, which a recorded cell opens", () => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

  it("are those behind every label of the recorded verdict", () => {
    const cells = [...recorded.specifications, ...recorded.tests, ...recorded.placebos];
    expect(recordedEstimates).toHaveLength(cells.length);
    for (const { cell, method, valid, replications } of cells) {
      const found = recordedEstimates.find((each) => each.cell === cell && each.method === method);
      expect(found?.values, method).toHaveLength(replications);
      expect(found?.values.filter(Number.isFinite), method).toHaveLength(valid);
    }
  });

  it("reject as often as the verdict says, where they are p-values", () => {
    for (const { cell, method, rejection } of recorded.tests) {
      const { values = [], quantity } =
        recordedEstimates.find((each) => each.cell === cell && each.method === method) ?? {};
      expect(quantity).toBe("pValue");
      expect(values.filter((value) => value <= recorded.alpha)).toHaveLength(rejection?.count ?? -1);
    }
  });

  it("have the verdict's bias, where they are effects", () => {
    const effects = recordedEstimates.filter(({ quantity }) => quantity === "effect");
    expect(effects).toHaveLength(9);
    for (const { cell, method, truth, values } of effects) {
      const bias = recorded.specifications.find((each) => each.cell === cell && each.method === method)?.bias;
      expect(mean(values.filter(Number.isFinite)) - truth).toBeCloseTo(1000 * (bias?.value ?? Number.NaN), 3);
    }
  });
});

describe("the words of a verdict", () => {
  const { specifications, placebos, tests } = lookAlikeMethods;
  it.each([...specifications, ...placebos, ...tests])("name %s in both languages", (method) => {
    for (const { methods } of [studyWords.en, studyWords.it])
      expect(Object.keys(methods)).toContain(shortName(method));
  });

  it("give the rule that belongs to the label and to what is true", () => {
    const { rules } = studyWords.en;
    const [found] = recorded.specifications;
    const inCell = (cell: number, label: EffectVerdict["label"]) =>
      ruleOf({ ...found, cell, label }, recorded, rules);
    expect(inCell(0, "sizeDistorted")).toBe(rules.some.sizeDistorted);
    expect(inCell(1, "sizeDistorted")).toBe(rules.nothing.sizeDistorted);
    expect(inCell(0, "powerless")).toBe(rules.some.powerless);
    expect(inCell(2, "undecided")).toBe(rules.nothing.undecided);
    expect(inCell(2, "noEstimate")).toBe(rules.noEstimate);
    expect(ruleOf(recorded.placebos[0], recorded, rules)).toBe(rules.placebo.warns);
  });
});
