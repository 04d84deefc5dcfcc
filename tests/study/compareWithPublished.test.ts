import { describe, expect, it } from "vitest";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { families, modelSpecification, resolveScenario } from "../../scenarios/index.ts";
import { simulate } from "../../sim/index.ts";
import { compareWithPublished } from "../../study/compareWithPublished.ts";
import { fitSpecification } from "../../study/methods.ts";
import { key } from "../sim/worlds.ts";

const family = families.find(({ name }) => name === "canello-2022");
if (family === undefined) throw new Error("canello-2022 is a family");
const scenario = resolveScenario("canello-2022", { firms: 1500, base: -3 });
const panel = tableFromColumns(simulate(scenario, key(), { recordTruth: false }).columns);

describe("every published model of canello-2022", () => {
  const tables = family.published().flatMap((table) => (table.kind === "regression" ? [table] : []));
  const models = tables.flatMap((table) => table.models.map((model) => ({ table, model })));

  it.each(models)(
    "$table.id $model.id has a specification with its variables and no others",
    ({ table, model }) => {
      const name = family.publishedModels?.[table.id]?.[model.id] ?? "";
      const columns = Object.keys(model.terms).map((variable) => {
        const known = family.publishedVariables[table.id]?.[variable];
        return known !== undefined && "column" in known ? known.column : variable;
      });
      expect(columns.sort()).toEqual([...modelSpecification(name).numeric].sort());
    },
  );
});

describe("a published probit beside its repetition", () => {
  const compared = compareWithPublished(panel, family, "canello2022-table2", "B");
  const term = (variable: string) => compared.terms.find((each) => each.variable === variable);

  it("has every printed coefficient beside the one of the fit", () => {
    const { estimates } = fitSpecification(panel, modelSpecification("canello-2022/B"), 0.95);
    expect(compared.terms.map(({ variable }) => variable)).toEqual(Object.keys(compared.published.terms));
    for (const { variable, ours } of compared.terms) {
      const estimate = estimates.find((each) => each.term === variable);
      expect(ours).toMatchObject({ estimate: estimate?.estimate, stdError: estimate?.stdError });
    }
    expect(compared.sigma).toBe(estimates.find((each) => each.term === "sigma")?.estimate);
  });

  it("says by how many standard errors of the difference they differ", () => {
    const { published, ours, difference } = term("yLag") ?? {};
    expect(published).toMatchObject({ stars: "***" });
    const error = Math.sqrt((ours?.stdError ?? 0) ** 2 + (published?.stdError ?? 0) ** 2);
    expect(difference).toBeCloseTo(((ours?.estimate ?? 0) - (published?.estimate ?? 0)) / error, 12);
    expect(ours?.stars).toBe("***");
  });

  it("takes an error printed as 0.000 for half of the last digit", () => {
    const { published, ours, difference } = term("labourProductivity") ?? {};
    expect(published).toMatchObject({ estimate: 0.002, stdError: 0 });
    const error = Math.sqrt((ours?.stdError ?? 0) ** 2 + 0.0005 ** 2);
    expect(difference).toBeCloseTo(((ours?.estimate ?? 0) - 0.002) / error, 12);
  });

  it("counts all rows of the sample, also those that dummies predict", () => {
    expect(compared.rows).toBe(panel.rows);
    expect(compared.fit.observations).toBeLessThan(panel.rows);
  });
});

describe("a published Cox model beside its repetition", () => {
  const compared = compareWithPublished(panel, family, "canello2022-table3", "IV");
  const term = (variable: string) => compared.terms.find((each) => each.variable === variable);

  it("is compared in log hazard ratios, and in the table's units", () => {
    expect(compared.specification).toBe("canello-2022/cox-IV");
    expect(term("size")?.published.estimate).toBeCloseTo(Math.log(0.778), 3);
    const share = compared.fit.terms.find((each) => each.term === "migrantFirmShare");
    expect(term("migrantFirmShare")?.ours?.estimate).toBeCloseTo(100 * (share?.estimate ?? 0), 12);
    const experience = compared.fit.terms.find((each) => each.term === "exportingExperience");
    expect(term("exporterExperience")?.ours?.estimate).toBe(experience?.estimate);
    expect(compared.sigma).toBeNaN();
  });
});

it("a table or a column that the paper has not is refused with those it has", () => {
  expect(() => compareWithPublished(panel, family, "canello2022-table2", "D")).toThrow(
    "a column of canello2022-table2: A, B, C",
  );
  expect(() => compareWithPublished(panel, family, "canello2022-table1", "A")).toThrow("canello2022-table2");
});
