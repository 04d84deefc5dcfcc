import { describe, expect, it } from "vitest";
import {
  describeScenario,
  type ParameterRow,
  resolveScenario,
  scenarioNames,
} from "../../scenarios/index.ts";
import { refusal } from "./refusal.ts";

/** Paths of everything that is not itself an object of parameters. */
function leaves(value: object, path = ""): string[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = path === "" ? name : `${path}.${name}`;
    return inner !== null && typeof inner === "object" && !Array.isArray(inner) ? leaves(inner, at) : [at];
  });
}

const rows = describeScenario("canello-2022");

describe.each(scenarioNames())("the description of %s", (name) => {
  it("has every parameter once, with the value it has", () => {
    const scenario = resolveScenario(name);
    const described = describeScenario(name);
    expect(described.map(({ path }) => path).sort()).toEqual(leaves(scenario).sort());
    for (const { path, value } of described) {
      const found = path
        .split(".")
        .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], scenario);
      expect(value).toEqual(found);
    }
  });
});

describe.each(rows.map((row): [string, ParameterRow] => [row.path, row]))("the parameter %s", (path, row) => {
  it("has a meaning, a unit, a range, a mechanism, a source and a default", () => {
    for (const text of [row.meaning, row.unit, row.range, row.mechanism, row.source]) {
      expect(text.trim()).not.toBe("");
    }
    expect(row.default).toBeDefined();
  });

  it("accepts its default and its neutral value, and nothing outside its range", () => {
    const accept = (value: unknown) => resolveScenario("canello-2022", { [path]: value });
    expect(() => accept(row.default)).not.toThrow();
    if (row.neutral !== undefined) expect(() => accept(row.neutral)).not.toThrow();
    const range = /^(?:whole number, )?(-?[\d.]+) to (-?[\d.]+)$/.exec(row.range);
    if (range !== null) {
      const [low, high] = [Number(range[1]), Number(range[2])];
      expect(() => accept(low)).not.toThrow();
      expect(() => accept(high)).not.toThrow();
      for (const outside of [low - 1, high + 1])
        expect(refusal(() => accept(outside)).expected).toBe(row.range);
    }
    expect(refusal(() => accept("nonsense")).path).toBe(`set.${path}`);
  });
});

it("a list of objects is described field by field", () => {
  const shocks = rows.find(({ path }) => path === "datedShocks");
  expect(shocks?.fields?.map(({ name, range }) => [name, range])).toEqual([
    ["year", "whole number"],
    ["entry", "-10 to 10"],
    ["exit", "-10 to 10"],
    ["closure", "0 to 1"],
    ["destination", "europe, northAfrica, eastAsia, other"],
    ["province", "the code of a province"],
    ["firm", "1 to the number of firms"],
  ]);
  for (const field of shocks?.fields ?? []) {
    for (const text of [field.meaning, field.unit, field.mechanism, field.source]) expect(text).not.toBe("");
  }
  expect(rows.filter(({ fields }) => fields !== undefined).map(({ path }) => path)).toEqual([
    "datedShocks",
    "pioneers",
  ]);
});
