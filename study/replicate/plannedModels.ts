import { type Family, InvalidInput, nearestName, type RegressionTable } from "../../scenarios/index.ts";

/** A column of a published table that a specification repeats. */
export interface PlannedModel {
  readonly table: string;
  /** As the paper numbers its tables: `2` for `Table 2`. */
  readonly number: string;
  readonly model: string;
}

/** How the two-stage check of a family is asked for, beside the columns of its tables. */
export const SELECTION = "selection";

/** Whether the two-stage check is among what was asked for: it is where everything is. */
export function selectionIsPlanned({ selectionCheck }: Family, models: readonly string[] = []): boolean {
  return selectionCheck !== undefined && (models.length === 0 || models.includes(SELECTION));
}

/** The paper's tables of regressions, in its order. */
export function regressionTables(family: Family): readonly RegressionTable[] {
  return family.published().flatMap((table) => (table.kind === "regression" ? [table] : []));
}

/**
 * Published models that a family has specifications for, in the paper's order.
 *
 * @param models their names as printed (`C`), with the number of the table before (`4.I`) where two tables have the same
 *   name; a bare name stands for all of them. `selection` is no column, and passed over where the family has that check. Default:
 *   every model.
 * @throws InvalidInput for a name that the paper has not.
 */
export function plannedModels(family: Family, models: readonly string[] = []): readonly PlannedModel[] {
  const all = regressionTables(family).flatMap(({ id, source, models: columns }) => {
    const number = /^Table (\S+)/.exec(source.table)?.[1] ?? source.table;
    return columns
      .filter((column) => family.publishedModels?.[id]?.[column.id] !== undefined)
      .map((column) => ({ table: id, number, model: column.id }));
  });
  if (models.length === 0) return all;
  const others = family.selectionCheck === undefined ? [] : [SELECTION];
  const known = new Set([...all.flatMap(({ number, model }) => [model, `${number}.${model}`]), ...others]);
  for (const name of models) {
    if (known.has(name)) continue;
    const names = [...known];
    throw new InvalidInput({
      path: "models",
      found: JSON.stringify(name),
      expected: `columns of the paper's tables: ${[...all.map(({ number, model }) => `${number}.${model}`), ...others].join(", ")}; without the number where one table has the name`,
      suggestion: nearestName(name, names),
    });
  }
  return all.filter(({ number, model }) => models.includes(model) || models.includes(`${number}.${model}`));
}
