import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "../../../viz/i18n/words.ts";
import { type LabState, places, startState, themes } from "../../../viz/state/labState.ts";
import { readLink, writeLink } from "../../../viz/state/urlState.ts";

const name = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,20}$/).filter((text) => !(text in Object.prototype));
const plain = fc
  .stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,20}$/)
  .filter((text) => text !== "true" && text !== "false");
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const intervention = fc.dictionary(name, fc.oneof(finite, plain), {
  minKeys: 1,
  maxKeys: 4,
  noNullPrototype: true,
});
const value = fc.oneof(
  finite,
  plain,
  fc.boolean(),
  fc.array(finite, { minLength: 1, maxLength: 5 }),
  fc.array(intervention, { minLength: 1, maxLength: 3 }),
);
const text = fc
  .string({ minLength: 1, maxLength: 60, unit: "grapheme" })
  .filter((each) => !/\p{Cc}/u.test(each) && each.length <= 60);
const state: fc.Arbitrary<LabState> = fc.record({
  place: fc.constantFrom(...places),
  world: fc.oneof(fc.constant(""), plain),
  set: fc.dictionary(name, value, { maxKeys: 5, noNullPrototype: true }),
  seed: text,
  step: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 9999 })),
  detail: fc.dictionary(
    name,
    text.filter((each) => each.trim() === each),
    { maxKeys: 3, noNullPrototype: true },
  ),
  language: fc.constantFrom(...languages),
  theme: fc.constantFrom(...themes),
  embed: fc.boolean(),
});

describe("a link", () => {
  test("gives back the state that it was written from", () => {
    fc.assert(
      fc.property(state, (each) => {
        const { state: read, problems } = readLink(writeLink(each));
        expect(problems).toEqual([]);
        expect(read).toEqual(each);
      }),
    );
  });

  test("of any text whatever opens the lab, and names at least what it left out", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (search) => {
        const { state: read } = readLink(`?${search}`);
        expect(places).toContain(read.place);
        expect(Object.getPrototypeOf(read.set)).toBe(Object.prototype);
      }),
    );
  });

  test("holds nothing but version, place and language for who has changed nothing", () => {
    expect(writeLink(startState)).toBe("?v=1&place=watch&lang=en");
  });

  test.each([
    ["?place=moon", "place", "value"],
    ["?seed=", "seed", "value"],
    ["?step=-1", "step", "value"],
    ["?v=2", "v", "version"],
    ["?set.constructor=1", "set.constructor", "unknown"],
    ["?set.__proto__.x=1", "set.__proto__.x", "unknown"],
    ["?set.firms=<script>", "set.firms", "value"],
    ["?set.firms=1e999999", "set.firms", "value"],
    ["?color=red", "color", "unknown"],
    [`?seed=${"x".repeat(20_000)}`, "link", "too-long"],
  ])("%s is answered with the default and a problem", (search, about, code) => {
    const { state: read, problems } = readLink(search);
    expect(problems).toMatchObject([{ name: about, code }]);
    expect(read).toEqual(startState);
  });
});
