import { describe, expect, test } from "vitest";
import { modelSpecification } from "../../../../scenarios/index.ts";
import { resolveDesign } from "../../../../study/cells.ts";
import { knownEstimands } from "../../../../study/estimands.ts";
import { growingRows } from "../../../../study/repeat/growingRows.ts";
import { repeatDesign } from "../../../../study/repeat/repeatDesign.ts";
import { runReplication } from "../../../../study/replication.ts";
import { formatOf } from "../../../../viz/i18n/format.ts";
import { languages } from "../../../../viz/i18n/words.ts";
import { estimandMeaning } from "../../../../viz/places/repeat/estimandMeaning.ts";
import { estimandText } from "../../../../viz/places/repeat/estimandWords.ts";
import { meaningOf, measureRows } from "../../../../viz/places/repeat/meaning.ts";
import { offeredMethods } from "../../../../viz/places/repeat/offered.ts";
import { resultWords } from "../../../../viz/places/repeat/resultWords.ts";
import { lookAtStudy } from "../../../../workers/lab/lookAtStudy.ts";

const method = "canello-2022/cox-III";
const estimand = "hazardRatio(msePeersSameDestinationBeforeEntry)";

/** Three replications of a world by column III of Table 3, as the place looks at them. */
function lookAt(scenario: string, set = { firms: 400 }) {
  const design = resolveDesign(repeatDesign({ scenario, set, seed: "1", method, replications: 3 }));
  const rows = growingRows(design);
  for (const replication of [1, 2, 3])
    rows.add({ cell: 0, replication }, runReplication(design, 0, replication));
  return lookAtStudy(design, rows, { cell: 0, replications: 3, method, estimand });
}

describe("the estimands that Repeat offers", () => {
  test.each(offeredMethods)("of %s have a name and a meaning in both languages", (name) => {
    const specification = modelSpecification(name);
    for (const each of knownEstimands(specification).filter((term) => term !== "(Intercept)")) {
      const [english, italian] = languages.map((language) =>
        estimandText(language, each, specification.model),
      );
      // A column's own name has capitals within.
      for (const text of [english, italian]) expect(text, each).not.toMatch(/[a-z][A-Z]/);
      expect(english).not.toBe(italian);
      for (const language of languages)
        expect(estimandMeaning(language, each, specification.model).length).toBeGreaterThan(40);
    }
  });

  test("call the coefficient of a Cox model what it is", () => {
    expect(estimandText("en", "size", "cox")).toBe("Log hazard ratio: size");
    expect(estimandText("it", "hazardRatio(size)", "cox")).toBe("Rapporto di rischio: dimensione");
    expect(estimandText("en", "size", "randomEffectsProbit")).toBe("Coefficient: size");
    expect(estimandMeaning("en", "size", "cox")).toMatch(/below 0 firms stay longer/);
  });
});

describe("column III of Table 3, repeated", () => {
  test("is held against the hazard of the world that has one", () => {
    const look = lookAt("canello-2022/return");
    // exp(−0.05), the world's own hazard of a peer before the start.
    expect(look.estimand?.truth).toBeCloseTo(0.951229, 6);
    expect(look.estimates.every(Number.isFinite)).toBe(true);
  });

  test.each(languages)("says plainly where no coefficient is true (%s)", (language) => {
    const look = lookAt("canello-2022/eq1");
    const words = resultWords[language];
    expect(look.estimand?.truth).toBeNaN();
    expect(measureRows(look, "cox", words, formatOf(language))[0]?.at(-1)).toBe(words.noTruthOf.cox);
    expect(words.noTruthOf.cox).not.toContain("partial");
  });

  test("tells where to look when no history gave an estimate", () => {
    const look = lookAt("canello-2022/W1", { firms: 200 });
    const failing = { ...look, method: look.method && { ...look.method, failed: look.method.replications } };
    const said = meaningOf(failing, "cox", resultWords.en, formatOf("en")).join(" ");
    expect(said).toMatch(/^0 of 3 replications gave an estimate\. The reasons stand below/);
  });
});
