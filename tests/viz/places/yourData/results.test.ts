import { describe, expect, test } from "vitest";
import { modelFrame } from "../../../../estimators/index.ts";
import { readCsv } from "../../../../panel/readCsv.ts";
import { estimateFormula } from "../../../../study/estimate/estimateFormula.ts";
import type { EstimateOptions } from "../../../../study/estimate/estimateOptions.ts";
import { formatOf } from "../../../../viz/i18n/format.ts";
import { coefficientFigure, effectFigure } from "../../../../viz/places/yourData/fitFigures.ts";
import { fitInWords } from "../../../../viz/places/yourData/fitInWords.ts";
import { restsOn } from "../../../../viz/places/yourData/restsOn.ts";
import { coefficientTable, hazardTable, ratioTable } from "../../../../viz/places/yourData/resultTables.ts";
import { resultWords } from "../../../../viz/places/yourData/resultWords.ts";
import { warningWords } from "../../../../viz/places/yourData/warningWords.ts";

const rows = Array.from({ length: 60 }, (_, at) => {
  const x = ((at * 7) % 13) / 3;
  return `${Number((at * 11) % 17 < 4 + 2 * x)},${x},${at === 5 ? "" : at % 4},${1 + (at % 9)}`;
});
const table = await readCsv(`y,x,z,time\n${rows.join("\n")}\n`);

function fitted(text: string, options: Partial<EstimateOptions> = {}) {
  const { formula } = modelFrame(text, table);
  const whole = { whole: table, rows: { table, inFile: null } };
  return estimateFormula(formula, whole, { confidence: 0.95, format: "json", ...options }).result;
}

const words = resultWords.en;
const [english, italian] = [formatOf("en"), formatOf("it")];

describe("a fit on the page", () => {
  const probit = fitted("y ~ x + z", { effects: true });

  test("has a line a term, with the result's own numbers, and decimal commas in Italian alone", () => {
    const { rows } = coefficientTable(probit, words, english);
    expect(rows.map(([term]) => term)).toEqual(["(Intercept)", "x", "z"]);
    for (const [at, term] of probit.terms.entries()) {
      expect(Number(rows[at]?.[1]?.replace("−", "-"))).toBeCloseTo(term.estimate, 3);
    }
    expect(coefficientTable(probit, resultWords.it, italian).rows[1]?.[1]).toMatch(/^−?\d,\d+$/);
  });

  test("says average effects in percentage points", () => {
    const [first] = fitInWords(probit, words, english);
    const points = 100 * (probit.averagePartialEffects?.[0]?.estimate ?? Number.NaN);
    expect(first).toContain(`${english.number(points, 3)} percentage points`);
  });

  test("counts the rows that were left out, with the cells that were missing", () => {
    const leftOut = restsOn(probit, words, english).find(({ name }) => name === words.names.leftOut);
    expect(leftOut?.text).toBe("1 with missing cells (z: 1)");
  });

  test("is drawn without its constant; effects only where there are some", () => {
    expect(coefficientFigure(probit, words, "en", "95%")?.y.categories).toEqual(["x", "z"]);
    expect(effectFigure(probit, words, "en")?.y.categories).toEqual(["x", "z"]);
    expect(effectFigure(fitted("y ~ x"), words, "en")).toBeNull();
  });

  test("of durations has hazard ratios, sentences of them, and the test that they are proportional", () => {
    const cox = fitted("Surv(time, y) ~ x");
    expect(ratioTable(cox, words, english).rows).toHaveLength(1);
    expect(ratioTable(probit, words, english).rows).toEqual([]);
    expect(hazardTable(cox, words, english).rows.map(([term]) => term)).toEqual(["x", "GLOBAL"]);
    expect(fitInWords(cox, words, english)[0]).toContain("multiplies the hazard by");
    expect(restsOn(cox, words, english).map(({ name }) => name)).toContain(words.names.concordance);
  });

  test("of a linear model has R² and no hazard", () => {
    const linear = fitted("x ~ y", { model: "linear" });
    expect(restsOn(linear, words, english).map(({ name }) => name)).toContain("R²");
    expect(fitInWords(linear, words, english)[0]).toContain("changes the outcome");
  });

  test("has advice in both languages for every warning that it gives", () => {
    const { warnings } = fitted("y ~ x + I(2 * x)");
    expect(warnings.map(({ code }) => code)).toEqual(["collinear"]);
    for (const { code } of warnings) {
      expect(warningWords.en[code]).not.toBe("");
      expect(warningWords.it[code]).not.toBe(warningWords.en[code]);
    }
  });
});
