import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type Family,
  families,
  modelSpecification,
  type PublishedTable,
  publishedTableSchema,
  type RegressionTable,
} from "../../scenarios/index.ts";
import { panelColumns } from "../../sim/recording/panelColumns.ts";

const recorded = new Set(panelColumns.map(({ name }) => name));
const isRegression = (table: PublishedTable): table is RegressionTable => table.kind === "regression";

/** Columns that the models of a table make for themselves. */
function derivedOf({ publishedModels = {} }: Family, table: string): string[] {
  const names = Object.values(publishedModels[table] ?? {});
  return names.flatMap((name) => (modelSpecification(name).derived ?? []).map((each) => each.name));
}

describe.each(families)("the published tables of $name", (family) => {
  const { name, published, publishedVariables } = family;
  const folder = `scenarios/${name}/published`;

  it("are all the files of its folder, and each has the shape of a published table", () => {
    const files = readdirSync(folder).map((file) => JSON.parse(readFileSync(`${folder}/${file}`, "utf8")));
    for (const file of files) expect(() => publishedTableSchema.parse(file)).not.toThrow();
    expect(published().map(({ id }) => id)).toEqual(files.map(({ id }) => id).sort());
  });

  it("say where they come from", () => {
    for (const { source, about } of published()) {
      expect(source.title.length).toBeGreaterThan(10);
      expect(source.table).toMatch(/^(Table \d|Appendix [A-Z]|Text$)/);
      expect(about.length).toBeGreaterThan(20);
    }
  });

  it.each(published())("$id has a value a column in every row, and each variable once", (table) => {
    const names = table.variables.map((variable) => variable.name);
    expect(new Set(names).size).toBe(names.length);
    if (table.kind === "regression") {
      for (const { terms } of table.models)
        for (const term of Object.keys(terms)) expect(names).toContain(term);
      return;
    }
    if (table.kind === "qualitative") {
      for (const row of table.rows) expect(Object.keys(row)).toEqual(expect.arrayContaining(names));
      return;
    }
    if (table.kind === "survey") {
      expect(table.rows.map((row) => row.name)).toEqual(names);
      for (const { values } of table.rows) expect(values?.length).toBe(table.columns?.length);
      return;
    }
    const years = table.columns.filter((column) => column !== "average");
    for (const row of table.rows) expect(row.values.length, row.name).toBe(years.length);
    expect(table.rows.map((row) => row.name)).toEqual(names);
  });

  it.each(published().filter(isRegression))(
    "$id names terms that the panel has as columns, or says why it has not",
    ({ id, models }) => {
      const known = publishedVariables[id] ?? {};
      for (const term of new Set(models.flatMap(({ terms }) => Object.keys(terms)))) {
        const variable = known[term];
        if (variable !== undefined && "notSimulated" in variable) {
          expect(recorded.has(term), `${term} is recorded after all`).toBe(false);
          expect(variable.notSimulated.length).toBeGreaterThan(10);
        } else {
          const column = variable?.column ?? term;
          expect(recorded.has(column) || derivedOf(family, id).includes(column), term).toBe(true);
        }
      }
    },
  );

  it("have no exception for a variable that no table has", () => {
    for (const [id, variables] of Object.entries(publishedVariables)) {
      const table = published().find((each) => each.id === id);
      const names = table?.variables.map((variable) => variable.name);
      for (const variable of Object.keys(variables)) expect(names, id).toContain(variable);
    }
  });
});

describe("a printed hazard ratio", () => {
  it("has the log hazard and the interval that follow from it and its error", () => {
    const terms = families
      .flatMap(({ published }) => published().filter(isRegression))
      .flatMap(({ models }) => models.flatMap((model) => Object.values(model.terms)));
    const ratios = terms.flatMap((term) => ("hazardRatio" in term ? [term] : []));
    expect(ratios.length).toBeGreaterThan(20);
    for (const { hazardRatio, sePrinted, derived } of ratios) {
      expect(derived.logHazard).toBeCloseTo(Math.log(hazardRatio), 3);
      if (sePrinted === null) expect(derived).toEqual({ logHazard: derived.logHazard });
      else expect(derived.z).toBeCloseTo(Math.log(hazardRatio) / sePrinted, 1);
    }
  });
});
