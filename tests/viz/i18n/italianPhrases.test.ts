import { describe, expect, it } from "vitest";
import { italianPhrases } from "../../../viz/i18n/italian/phrases.ts";
import { templatesOfSources } from "./templatesOfSources.ts";

const placeholders = (template: string) => [...new Set(template.match(/\{\d+\}/g))].sort();
const templates = templatesOfSources();
const withWords = [...templates].filter(([template]) =>
  /[a-z]{2}/i.test(template.replaceAll(/\{\d+\}/g, "")),
);

describe("what the engine says", () => {
  it("is found in the sources: hundreds of sentences", () => {
    expect(withWords.length).toBeGreaterThan(350);
    expect(templates.has("{0}, which holds labels ({1})")).toBe(true);
    expect(templates.has("`{0}`, between backticks: the file's name has a space before it")).toBe(true);
  });

  it("has an Italian sentence each", () => {
    const missing = withWords.filter(([template]) => !Object.hasOwn(italianPhrases, template));
    expect(missing).toEqual([]);
  });

  it("is filled in with the same values in Italian", () => {
    const other = Object.entries(italianPhrases).filter(
      ([english, italian]) => placeholders(english).join() !== placeholders(italian).join(),
    );
    expect(other).toEqual([]);
  });

  it("is all that the Italian sentences are for", () => {
    expect(Object.keys(italianPhrases).filter((template) => !templates.has(template))).toEqual([]);
  });
});
