import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { checked, formatPath, nearestName, showFound } from "../../scenarios/index.ts";
import { refusal } from "./refusal.ts";

describe("a path", () => {
  it("is written as in a program", () => {
    expect(formatPath([])).toBe("");
    expect(formatPath(["dataGenerating", "vary", "firms", 1])).toBe("dataGenerating.vary.firms[1]");
    expect(formatPath([0, "name"])).toBe("[0].name");
  });
});

describe("a found value", () => {
  it("is shown as it would stand in a file, on a line", () => {
    expect(showFound(undefined)).toBe("nothing");
    expect(showFound("text")).toBe('"text"');
    expect(showFound(null)).toBe("null");
    expect(showFound(() => 1)).toContain("=>");
    expect(showFound("x".repeat(100))).toBe(`"${"x".repeat(56)}...`);
  });
});

describe("the nearest name", () => {
  it("is the accepted one with the fewest letters changed, whatever the case", () => {
    expect(nearestName("sise", ["wages", "size", "supplier"])).toBe("size");
    expect(nearestName("FIRMS", ["firms"])).toBe("firms");
  });

  it("is none when more than a third of the letters differ", () => {
    expect(nearestName("temperature", ["size", "supplier"])).toBeNull();
    expect(nearestName("anything", [])).toBeNull();
  });

  it("of a name on the list is that name", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), (names) => {
        for (const name of names) expect(nearestName(name, names)).toBe(name);
      }),
    );
  });
});

describe("a checked value", () => {
  const schema = z.strictObject({
    name: z.string(),
    list: z.array(z.strictObject({ at: z.number().check(z.gte(0)) })),
  });

  it("comes back as it is when nothing is wrong", () => {
    const value = { name: "a", list: [{ at: 1 }] };
    expect(checked(schema, value)).toEqual(value);
  });

  it("is refused with the path below the place it stands in", () => {
    const wrong = refusal(() => checked(schema, { name: "a", list: [{ at: 1 }, { at: -1 }] }, ["study", 2]));
    expect(wrong).toMatchObject({ path: "study[2].list[1].at", found: "-1", expected: "at least 0" });
    expect(refusal(() => checked(schema, [])).path).toBe("");
  });

  it("is told of the misspelt key before the key it leaves missing", () => {
    expect(refusal(() => checked(schema, { nme: "a", list: [] }))).toMatchObject({
      path: "nme",
      found: 'the unknown name "nme"',
      expected: "one of name, list",
      suggestion: "name",
    });
  });
});
