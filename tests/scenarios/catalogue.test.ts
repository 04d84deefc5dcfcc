import { describe, expect, it } from "vitest";
import { clusterScenarioNames } from "../../scenarios/clusters/index.ts";
import {
  families,
  modelSpecification,
  modelSpecificationNames,
  modelSpecificationSchema,
  resolveScenario,
  scenarioNames,
  scenarioSchema,
  scenarioSummary,
} from "../../scenarios/index.ts";
import { panelColumns } from "../../sim/recording/panelColumns.ts";
import { refusal } from "./refusal.ts";

describe("the presets", () => {
  it.each(scenarioNames())("%s resolves to a whole world that the schema accepts as it is", (name) => {
    const scenario = resolveScenario(name);
    expect(scenarioSchema.parse(scenario)).toEqual(scenario);
    expect(Object.keys(scenario).sort()).toEqual(Object.keys(scenarioSchema.shape).sort());
    expect(scenarioSummary(name).length).toBeGreaterThan(10);
  });

  it("have names that begin with their family's, each once", () => {
    for (const { name, presets, specifications } of families) {
      for (const each of [...presets, ...specifications]) expect(each.name.split("/")[0]).toBe(name);
    }
    expect(new Set(scenarioNames()).size).toBe(scenarioNames().length);
    expect(new Set(modelSpecificationNames()).size).toBe(modelSpecificationNames().length);
  });

  it("are those of the families, in their order, and so are the specifications and the worlds of clusters", () => {
    const names = (entries: readonly { readonly name: string }[]) => entries.map(({ name }) => name);
    expect(scenarioNames()).toEqual(names(families.flatMap(({ presets }) => presets)));
    expect(modelSpecificationNames()).toEqual(
      names(families.flatMap(({ specifications }) => specifications)),
    );
    expect(clusterScenarioNames()).toEqual(
      names(families.flatMap(({ clusterPresets = [] }) => clusterPresets)),
    );
  });

  it("are not changed by what is set on top of them", () => {
    const before = resolveScenario("canello-2022/return");
    resolveScenario("canello-2022/return", { "hazard.size": 5, firms: 1, controls: { size: 9 } });
    expect(resolveScenario("canello-2022/return")).toEqual(before);
  });
});

describe("the model specifications", () => {
  it.each(modelSpecificationNames())("%s names columns that the panel has, each once", (name) => {
    const specification = modelSpecification(name);
    expect(() => modelSpecificationSchema.parse(specification)).not.toThrow();
    const own =
      specification.model === "cox"
        ? specification.strata
        : specification.model === "conditionalLogit"
          ? [specification.outcome, specification.alternative, ...specification.choiceSet]
          : specification.model === "permutationTest"
            ? specification.within
            : [specification.outcome, specification.group, ...specification.averagePartialEffects];
    const recorded = new Map(panelColumns.map((column) => [column.name, column]));
    const derived = new Map((specification.derived ?? []).map((each) => [each.name, each.column]));
    const numeric = specification.numeric.map((column) => derived.get(column) ?? column);
    const crossed = (specification.interactions ?? []).flat();
    const cluster = specification.cluster === undefined ? [] : [specification.cluster];
    const conditions = (specification.rows?.where ?? []).map(({ column }) => column);
    for (const column of [
      ...numeric,
      ...specification.factors,
      ...crossed,
      ...conditions.map((column) => derived.get(column) ?? column),
      ...cluster,
      ...own,
    ]) {
      expect(recorded.has(column), column).toBe(true);
    }
    for (const column of numeric) expect(recorded.get(column)?.type, column).not.toBe("category");
    for (const name of derived.keys()) expect([...specification.numeric, ...conditions]).toContain(name);
    expect(new Set(specification.numeric).size).toBe(specification.numeric.length);
    if ("averagePartialEffects" in specification) {
      for (const column of specification.averagePartialEffects)
        expect(specification.numeric).toContain(column);
    }
  });
});

describe("setting parameters", () => {
  it("reaches nested ones by path and by nested objects, and leaves the others alone", () => {
    const byPath = resolveScenario("canello-2022/return", {
      "hazard.size": 0.5,
      "decision.kind": "behavioural",
    });
    const nested = resolveScenario("canello-2022/return", {
      hazard: { size: 0.5 },
      decision: { kind: "behavioural" },
    });
    expect(byPath).toEqual(nested);
    expect(byPath.hazard).toEqual({ ...resolveScenario("canello-2022/return").hazard, size: 0.5 });
    expect(byPath.decision.kind).toBe("behavioural");
  });

  it("fills in what a dated shock leaves out", () => {
    const { datedShocks } = resolveScenario("canello-2022", { datedShocks: [{ year: 2007, exit: 0.4 }] });
    expect(datedShocks).toEqual([{ year: 2007, entry: 0, exit: 0.4, closure: 0 }]);
  });
});

describe("a wrong request", () => {
  const set = (parameters: Record<string, unknown>) =>
    refusal(() => resolveScenario("canello-2022", parameters));

  it("for an unknown scenario or specification gets the names there are", () => {
    expect(refusal(() => resolveScenario("canelo-2022"))).toMatchObject({
      path: "scenario",
      found: '"canelo-2022"',
      suggestion: "canello-2022",
    });
    expect(refusal(() => resolveScenario("canelo-2022")).expected).toContain("canello-2022/eq1");
    // Of the family that was meant, else one a family: all would hide what was found.
    expect(refusal(() => resolveScenario("canelo-2022")).expected).not.toContain("freeman-2007");
    const { expected, suggestion } = refusal(() => resolveScenario("nothing like it"));
    expect(suggestion).toBeNull();
    expect(expected).toContain(
      "canello-2022, canello-pavone, bettiol-2017, freeman-2007, gancarczyk-2017, …",
    );
    expect(refusal(() => modelSpecification("canello-2022/Z")).path).toBe("methods");
  });

  it.each([
    [{ firm: 3 }, "set.firm", "firms"],
    [{ "controls.sise": 1 }, "set.controls.sise", "size"],
    [{ controls: { sise: 1 } }, "set.controls.sise", "size"],
    [{ "decision.kynd": "behavioural" }, "set.decision.kynd", "kind"],
    [{ datedShocks: [{ year: 2007 }, { year: 2008, clozure: 1 }] }, "set.datedShocks[1].clozure", "closure"],
    [{ peerMeasure: "stok" }, "set.peerMeasure", "stock"],
    [{ "decision.kind": "entryexit" }, "set.decision.kind", "entryExit"],
    [{ datedShocks: [{ year: 2007, destination: "europ" }] }, "set.datedShocks[0].destination", "europe"],
  ])("%j is answered with its path and the nearest name", (parameters, path, suggestion) => {
    expect(set(parameters)).toMatchObject({ path, suggestion });
  });

  it.each([
    [{ firms: 0 }, "set.firms", "0", "whole number, 1 to 1000000"],
    [{ firms: 10.5 }, "set.firms", "10.5", "whole number, 1 to 1000000"],
    [{ firms: "many" }, "set.firms", '"many"', "whole number, 1 to 1000000"],
    [{ footwearShare: 1.2 }, "set.footwearShare", "1.2", "0 to 1"],
    [{ base: Number.NaN }, "set.base", "NaN", "-10 to 5"],
    [{ recordedYears: 2 }, "set.recordedYears", "2", "whole number, 3 to 60"],
    [{ peerYears: 6 }, "set.peerYears", "6", "whole number, 1 to 5"],
    [{ includeOwnFirm: "yes" }, "set.includeOwnFirm", '"yes"', "true or false"],
    [{ destinationOffset: [0, 0, 0] }, "set.destinationOffset", "[0,0,0]", "four numbers, each -10 to 10"],
    [
      { destinationOffset: [0, 0, 0, 99] },
      "set.destinationOffset[3]",
      "99",
      "four numbers, each -10 to 10 for destinationOffset",
    ],
    [{ "hazard.size": 11 }, "set.hazard.size", "11", "-10 to 10"],
    [{ decision: "behavioural" }, "set.decision", '"behavioural"', "{ kind }"],
    [{ datedShocks: [{ year: 2007 }, { exit: 1 }] }, "set.datedShocks[1].year", "nothing", "whole number"],
    [{ datedShocks: [{ year: 2007.5 }] }, "set.datedShocks[0].year", "2007.5", "whole number"],
    [{ datedShocks: [{ year: 2007, exit: 99 }] }, "set.datedShocks[0].exit", "99", "-10 to 10"],
    [{ datedShocks: [{ year: 2007, entry: -11 }] }, "set.datedShocks[0].entry", "-11", "-10 to 10"],
    [{ datedShocks: [{ year: 2007, closure: 2 }] }, "set.datedShocks[0].closure", "2", "0 to 1"],
    [
      { datedShocks: [{ year: 2007, destination: 1 }] },
      "set.datedShocks[0].destination",
      "1",
      "europe, northAfrica, eastAsia, other",
    ],
    [
      { datedShocks: 2007 },
      "set.datedShocks",
      "2007",
      "a list of { year, entry, exit, closure, destination, province, firm }",
    ],
  ])("%j is answered with what was found and what would be accepted", (parameters, path, found, expected) => {
    const answer = set(parameters);
    expect(answer).toMatchObject({ path, found, expected, suggestion: null, code: "invalid-input" });
    expect(answer.message).toBe(`${path}: found ${found}; expected ${expected}.`);
  });

  it.each([
    ['{ "__proto__": { "firms": 1 } }', "set.__proto__"],
    ['{ "__proto__.polluted": 1 }', "set.__proto__.polluted"],
    ['{ "controls": { "__proto__": { "polluted": 1 } } }', "set.controls.__proto__"],
    ['{ "controls.constructor": 1 }', "set.controls.constructor"],
    ['{ "datedShocks": [{ "year": 2007 }, { "prototype": 1 }] }', "set.datedShocks[1].prototype"],
  ])("%s is refused with its full path, and changes no object", (json, path) => {
    expect(set(JSON.parse(json))).toMatchObject({ path, expected: expect.stringContaining("__proto__") });
    expect("polluted" in {}).toBe(false);
  });

  it("of a parameter and a part of it is refused: one of them would win without a word", () => {
    expect(set({ "controls.size": 0.1, firms: 9, controls: { size: 0.2 } })).toMatchObject({
      path: "set.controls",
      found: "a parameter that contains controls.size, which is set as well",
    });
  });

  it.each([
    ["size", "controls.size"],
    ["kind", "decision.kind"],
    ["imitation", "imitationSame"],
  ])(
    "for %s, the end or the beginning of a name, is answered with %s and where the names stand",
    (word, name) => {
      const { suggestion, expected } = set({ [word]: 1 });
      expect(suggestion).toBe(name);
      expect(expected).toContain("bandwagon scenarios NAME");
    },
  );

  it("nested a hundred thousand levels deep, or with a name as long, is answered in a line", () => {
    const deep = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
    expect(set({ "controls.size": deep })).toMatchObject({
      path: "set.controls.size[0]",
      found: "a value nested too deeply",
    });
    expect(set({ ["x".repeat(100_000)]: 1 }).message.length).toBeLessThan(400);
  });
});
