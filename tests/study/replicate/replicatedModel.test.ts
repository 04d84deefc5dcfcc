import { describe, expect, it } from "vitest";
import { column, numericValues } from "../../../panel/table.ts";
import { tableFromColumns } from "../../../panel/tableFromColumns.ts";
import { type Family, families, modelSpecification, resolveScenario } from "../../../scenarios/index.ts";
import { simulate } from "../../../sim/index.ts";
import { fitSpecification } from "../../../study/methods.ts";
import { plannedModels } from "../../../study/replicate/plannedModels.ts";
import { replicatedDescriptives } from "../../../study/replicate/replicatedDescriptives.ts";
import { type ReplicatedModel, replicatedModel } from "../../../study/replicate/replicatedModel.ts";
import { key } from "../../sim/worlds.ts";

const family: Family | undefined = families.find(({ name }) => name === "canello-2022");
if (family === undefined) throw new Error("canello-2022 is a family");
const canello = family;
const panel = tableFromColumns(
  simulate(resolveScenario("canello-2022", { firms: 800 }), key(), { recordTruth: false }).columns,
);
const named = (names: readonly string[]) =>
  plannedModels(canello, names).map((planned) => replicatedModel(panel, canello, planned));
const term = (model: ReplicatedModel | undefined, variable: string) =>
  model?.terms.find((each) => each.variable === variable);

describe("the models of the paper", () => {
  it("are nine probits and four Cox models, in its order", () => {
    expect(plannedModels(canello).map(({ number, model }) => `${number}.${model}`)).toEqual(
      "2.A 2.B 2.C 3.I 3.II 3.III 3.IV 4.D 4.E 4.F 4.G 4.H 4.I".split(" "),
    );
  });

  it("are chosen by their names; a name of two tables stands for both, unless the table is named", () => {
    const chosen = (...models: string[]) =>
      plannedModels(canello, models).map(({ number, model }) => `${number}.${model}`);
    expect(chosen("IV", "C")).toEqual(["2.C", "3.IV"]);
    expect(chosen("I")).toEqual(["3.I", "4.I"]);
    expect(chosen("4.I")).toEqual(["4.I"]);
    expect(() => chosen("4.C")).toThrow("2.A, 2.B, 2.C");
  });
});

describe("a probit", () => {
  const [c] = named(["C"]);

  it("has the estimates of its specification", () => {
    const { fit, estimates } = fitSpecification(panel, modelSpecification("canello-2022/C"), 0.95);
    for (const { variable, ours } of c?.terms ?? []) {
      const found = estimates.find((each) => each.term === variable);
      expect(ours).toMatchObject({ estimate: found?.estimate, stdError: found?.stdError, hazardRatio: null });
    }
    expect(c?.terms).toHaveLength(19);
    expect(c?.ours.logLikelihood).toBe(fit.logLikelihood);
    expect((c?.ours.observations ?? 0) + (c?.ours.predictedRows ?? 0)).toBe(panel.rows);
    // Pairs of firms that close have fewer rows.
    expect(6 * (c?.ours.groups ?? 0)).toBeGreaterThan(c?.ours.observations ?? 0);
    expect(c?.ours.groups).toBeLessThanOrEqual(new Set(numericValues(column(panel, "pair"))).size);
  });

  it("has the observations and groups of one sample in every column, also where alike pairs are fitted once (A)", () => {
    const [a, b] = named(["A", "B"]);
    for (const each of [a, b]) {
      expect(each?.ours.observations).toBe(c?.ours.observations);
      expect(each?.ours.groups).toBe(c?.ours.groups);
    }
  });

  it("marks what differs by more than two standard errors of the difference, and nothing else", () => {
    const [b] = named(["B"]);
    const judged = [b, c].flatMap((each) => each?.terms.filter(({ differs }) => differs !== null) ?? []);
    expect(judged).toHaveLength(17 + 19);
    for (const { difference, differs } of judged) expect(differs).toBe(Math.abs(difference ?? 0) > 2);
    expect(new Set(judged.map(({ differs }) => differs)).size).toBe(2);
  });
});

describe("a Cox model", () => {
  it("has hazard ratios, of which the estimates are the logarithms", () => {
    const [iv] = named(["IV"]);
    const size = term(iv, "size");
    expect(size?.published.hazardRatio).toBe(0.778);
    expect(size?.ours?.hazardRatio).toBeCloseTo(Math.exp(size?.ours?.estimate ?? Number.NaN), 12);
    expect(iv?.ours.events).toBeGreaterThan(0);
    expect(iv?.ours.groups).toBeNull();
    expect(iv?.published.logLikelihood).toBeNull();
  });
});

it("every model has the dummies that its column prints, and no others", () => {
  const models = named([]);
  expect(models).toHaveLength(13);
  for (const { model, dummies } of models) {
    expect(dummies.length, model).toBeGreaterThan(3);
    for (const { name, published, ours } of dummies) expect(ours, `${model} ${name}`).toBe(published);
  }
});

describe("what is odd in print", () => {
  const [f] = named(["F"]);

  it("is not compared where the number or its error is a misprint", () => {
    const odd = term(f, "nationalLargeSameDestination");
    expect(odd?.oddities).toMatchObject([{ note: "n3", what: "estimate" }]);
    expect(odd?.difference).not.toBeNull();
    expect(odd?.differs).toBeNull();
    expect(term(f, "corruption")?.differs).toBeNull();
  });

  it("is compared where only the stars are odd", () => {
    const odd = term(f, "migrantFirmShare");
    expect(odd?.oddities).toMatchObject([{ note: "n7", what: "stars" }]);
    expect(odd?.differs).not.toBeNull();
  });

  it("is a cell that the table has and a note that it has", () => {
    for (const { table, note, models, variable } of canello.publishedOddities ?? []) {
      const of = canello.published().find(({ id }) => id === table);
      expect(of?.notes.map(({ id }) => id)).toContain(note);
      if (variable === undefined) continue;
      expect(of?.variables.map(({ name }) => name)).toContain(variable);
      if (of?.kind !== "regression" || models === undefined) continue;
      for (const model of models) {
        const column = of.models.find(({ id }) => id === model);
        expect(Object.keys(column?.terms ?? {})).toContain(variable);
      }
    }
  });
});

/** By year, from the first. */
function countsOf(years: ArrayLike<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const year of Array.from(years).sort()) counts.set(year, (counts.get(year) ?? 0) + 1);
  return counts;
}

describe("Table 1", () => {
  const table = replicatedDescriptives(panel, canello);
  const row = (name: string) =>
    [...(table?.rows ?? []), ...(table?.rates ?? [])].find((each) => each.name === name);

  it("has every printed row", () => {
    expect(table?.rows).toHaveLength(14);
    const rowsOf = countsOf(numericValues(column(panel, "year")));
    // Four destinations; who is there in the first year with rows was there in the year before it.
    const firms = [...rowsOf.values()].map((rows) => rows / 4);
    expect(row("mseTotal")?.ours?.values).toEqual([firms[0], ...firms]);
    for (const each of table?.rows ?? []) expect(each).toMatchObject({ notSimulated: null });
    const [foreign, domestic] = ["foreignSubcontractingCost", "domesticSubcontractingCost"].map(
      (name) => row(name)?.ours?.values[6] ?? Number.NaN,
    );
    expect(row("foreignShareOfSubcontracting")?.ours?.values[6]).toBeCloseTo(
      foreign / (foreign + domestic),
      12,
    );
    expect(row("foreignShareOfSubcontracting")?.published.values[0]).toBeCloseTo(0.4569, 4);
  });

  it("has rates that follow from the rows, theirs and ours by the same arithmetic", () => {
    const share = row("offshoreOutsourcingShare");
    expect(share?.published.values[1]).toBeCloseTo(1287 / 19852, 12);
    const ours = (name: string) => row(name)?.ours?.values[1] ?? Number.NaN;
    expect(share?.ours?.values[1]).toBe(ours("mseOffshoreOutsourcing") / ours("mseTotal"));
    expect(row("exitHazard")?.published.values[0]).toBeNull();
  });
});
