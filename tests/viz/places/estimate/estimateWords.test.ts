import { describe, expect, it } from "vitest";
import { specificationsToFit } from "../../../../scenarios/lab/estimateSpecifications.ts";
import { hypotheses } from "../../../../scenarios/lab/hypotheses.ts";
import { modelSpecification } from "../../../../scenarios/specificationCatalogue.ts";
import { languages } from "../../../../viz/i18n/words.ts";
import { methodWords } from "../../../../viz/places/estimate/methodWords.ts";
import { offeredWorlds } from "../../../../viz/places/estimate/request.ts";
import { labelOf, meaningOf } from "../../../../viz/places/estimate/terms.ts";
import { termWords } from "../../../../viz/places/estimate/termWords.ts";
import { estimateWords } from "../../../../viz/places/estimate/words.ts";

describe.each(languages)("the words of Estimate in %s", (language) => {
  const words = estimateWords[language];

  it("name and explain every term that a specification of its can have", () => {
    const terms = new Set(specificationsToFit.flatMap((name) => modelSpecification(name).numeric));
    expect(terms).toContain("mean(msePeersSameDestination)");
    expect([...terms].filter((term) => meaningOf(term, termWords[language]) === null)).toEqual([]);
    expect(labelOf("toString", termWords[language])).toBe("toString");
  });

  it("say in which hypothesis, table and column of a paper a claim stands", () => {
    const english = /\b(?:hypothesis|Tables?|columns?|draft|and)\b/;
    const sources = hypotheses.map(({ source }) => words.source(source));
    expect(sources.filter((source) => english.test(source)).length).toBe(
      language === "en" ? sources.length : 0,
    );
    expect(words.changed("1")).not.toBe(words.changed("2").replace("2", "1"));
  });

  it("have a line for every specification, claim, world and set of dummies", () => {
    expect(Object.keys(methodWords[language]).sort()).toEqual([...specificationsToFit].sort());
    expect(Object.keys(words.hypotheses).sort()).toEqual(hypotheses.map(({ id }) => id).sort());
    expect(Object.keys(words.worlds).sort()).toEqual([...offeredWorlds].sort());
    const sets = specificationsToFit.flatMap((name) => {
      const { factors, interactions = [] } = modelSpecification(name);
      return [...factors, ...interactions.flat()];
    });
    expect([...new Set(sets)].filter((set) => !Object.hasOwn(words.sets, set))).toEqual([]);
  });
});
