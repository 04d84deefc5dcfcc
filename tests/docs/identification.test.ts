import { describe, expect, it } from "vitest";
import { modelSpecificationNames, scenarioNames } from "../../scenarios/index.ts";
import { page } from "./pages.ts";

const text = page("docs/identification.md");
const table = text.slice(text.indexOf("## The estimators"), text.indexOf("A refusal comes before"));
const named = new Set([...table.matchAll(/`([A-Za-z][A-Za-z-]*)`/g)].map(([, name = ""]) => name));
const known = new Set(modelSpecificationNames().map((name) => name.replace("canello-2022/", "")));

describe("the page on identification", () => {
  it("names specifications that there are", () => {
    expect([...named].filter((name) => !known.has(name))).toEqual([]);
  });

  it("has every variant of column C and every choice of the destination", () => {
    const variants = [...known].filter((name) => /^(C-|choice)/.test(name) && name !== "C-small");
    expect(variants.filter((name) => !named.has(name))).toEqual([]);
  });

  it("has a line for each world", () => {
    const worlds = scenarioNames().flatMap((name) => /^canello-2022\/(W.*)$/.exec(name)?.[1] ?? []);
    expect(worlds.filter((name) => !text.includes(`| ${name} |`))).toEqual([]);
  });
});
