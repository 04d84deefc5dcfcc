import { describe, expect, it } from "vitest";
import { InvalidInput, saidOf } from "../../scenarios/invalidInput.ts";
import { inSeries, isPhrase, phrase, textAlone, textOf } from "../../scenarios/phrase.ts";

describe("a phrase", () => {
  it("is its English text, with values filled in", () => {
    const rows = 3;
    expect(textOf(phrase`none of ${rows} rows left: ${phrase`${2} outside the subset`}`)).toBe(
      "none of 3 rows left: 2 outside the subset",
    );
  });

  it("is worded in another language part by part; values are never taken for templates", () => {
    const italian: Record<string, string> = {
      "column {0} of {1}": "{1}: colonna {0}",
      "the file": "il file",
    };
    const said = phrase`column ${"{1}"} of ${phrase`the file`}`;
    expect(textOf(said, (template) => italian[template] ?? template)).toBe("il file: colonna {1}");
  });

  it("joins parts by a mark; a single one stays as it is", () => {
    expect(textOf(inSeries(["a", phrase`b`, "c"], "; "))).toBe("a; b; c");
    expect(inSeries(["a"], "; ")).toBe("a");
    expect(textOf(inSeries([], "; "))).toBe("");
  });

  it("survives being copied to another thread, and is no part of a JSON document", () => {
    const said = structuredClone(phrase`row ${1}`);
    expect(isPhrase(said)).toBe(true);
    expect(isPhrase({ template: 1 })).toBe(false);
    expect(JSON.stringify({ message: "row 1", said }, textAlone)).toBe('{"message":"row 1"}');
  });
});

describe("a refusal", () => {
  it("has its parts as text and, where they are more than a name, as phrases", () => {
    const error = new InvalidInput({ path: "firms", found: "-1", expected: phrase`at least ${1}` });
    expect(error.message).toBe("firms: found -1; expected at least 1.");
    expect(error.said).toEqual({ expected: { template: "at least {0}", values: ["1"] } });
    expect(saidOf(error, "found")).toBe("-1");
  });
});
