import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../scenarios/index.ts";
import { parseJson } from "../../scenarios/parseJson.ts";
import { repeatedName } from "../../scenarios/repeatedName.ts";

function refusal(text: string, name?: string): InvalidInput {
  try {
    parseJson(text, name);
  } catch (error) {
    if (error instanceof InvalidInput) return error;
    throw error;
  }
  throw new Error("not refused");
}

describe("a JSON document that a person wrote", () => {
  it("is what JSON.parse makes of it, whatever it holds", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 1);
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
    expect(parseJson('\uFEFF{"a": 1e999}')).toEqual({ a: Number.POSITIVE_INFINITY });
  });

  it("is refused with the path and both places where an object has a name twice", () => {
    const text = '{\n  "vary": [{"firms": 1}, {\r\n    "firms": 2,\n    "years": 1, "f\\u0069rms": 3}]\n}';
    expect(refusal(text)).toMatchObject({
      path: "vary[1].firms",
      found: "the name twice, at line 3, column 5 and at line 4, column 17",
    });
    expect(refusal('{"a": 1, "a": 1}', "design.json").path).toBe("design.json: a");
    expect(refusal('{"__proto__": 1, "__proto__": 2}').path).toBe("__proto__");
  });

  it("may have a name in several objects, and as a text, and names in its texts", () => {
    const text = '{"a": {"a": "a"}, "b": [{"a": "\\"a\\": 1, \\\\"}, {"a": "{"}, "a", "a"], "": 1, " ": 2}';
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  it("is refused with line and column where it is no JSON, and as empty where it is", () => {
    expect(refusal('{\n  "aim": "x",\n  "seed" 3\n}', "broken.json").path).toBe(
      "broken.json, line 3, column 10",
    );
    expect(refusal('{"a": }').path).toBe("line 1, column 7");
    expect(refusal(" \n", "empty.json")).toMatchObject({ path: "empty.json", found: "an empty file" });
  });
});

it("a name given twice is found 100,000 objects deep", () => {
  const depth = 100_000;
  const text = `${'{"a":'.repeat(depth)}{"b":1,"b":2}${"}".repeat(depth)}`;
  expect(repeatedName(text)).toMatchObject({ first: 5 * depth + 1, second: 5 * depth + 7 });
  expect(repeatedName(text)?.path).toBe("a.a.a.a…a.a.a.b");
});

it("names that differ are never found twice, and the second of two alike always is", () => {
  const object = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(object, fc.nat(), (names, which) => {
      const members = names.map((name) => `${JSON.stringify(name)}: [1, {"x": "y"}]`);
      expect(repeatedName(`{${members.join(", ")}}`)).toBeNull();
      const again = members[which % members.length];
      const text = `{${members.join(", ")}, ${again}}`;
      expect(repeatedName(text)?.second).toBe(text.length - 1 - (again ?? "").length);
    }),
  );
});
