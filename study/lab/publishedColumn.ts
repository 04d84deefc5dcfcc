import { canello2022 } from "../../scenarios/canello-2022/family.ts";
import { canelloPavone } from "../../scenarios/canello-pavone/family.ts";
import type { Family } from "../../scenarios/index.ts";
import { regressionTables } from "../replicate/plannedModels.ts";

/** A printed number, in the units of our panel; a log hazard ratio where the paper prints a hazard ratio. */
export interface PrintedTerm {
  readonly term: string;
  readonly estimate: number;
  /** NaN where none is printed. */
  readonly stdError: number;
  readonly stars: string;
}

/** The column of a paper that a specification repeats. */
export interface PublishedColumn {
  /** As the paper names it: "Table 2, column C". */
  readonly table: string;
  readonly model: string;
  readonly reference: string;
  readonly terms: readonly PrintedTerm[];
  readonly observations: number | null;
  readonly groups: number | null;
  readonly logLikelihood: number | null;
  /** Stars and the level that each stands for. */
  readonly stars: Readonly<Record<string, number>>;
}

/** The papers with regressions; the list of all families would bring the surveys along. */
const papers: readonly Family[] = [canello2022, canelloPavone];

/** Null where a specification repeats no printed column. */
export function publishedColumn(specification: string): PublishedColumn | null {
  for (const family of papers) {
    for (const [table, models] of Object.entries(family.publishedModels ?? {})) {
      for (const [model, name] of Object.entries(models)) {
        if (name === specification) return columnOf(family, table, model);
      }
    }
  }
  return null;
}

function columnOf(family: Family, tableId: string, modelId: string): PublishedColumn | null {
  const table = regressionTables(family).find(({ id }) => id === tableId);
  const model = table?.models.find(({ id }) => id === modelId);
  if (table === undefined || model === undefined) return null;
  const terms = Object.entries(model.terms).flatMap(([variable, printed]): PrintedTerm[] => {
    const known = family.publishedVariables[tableId]?.[variable];
    if (known !== undefined && "notSimulated" in known) return [];
    const unit = known?.unit ?? 1;
    const [estimate, stdError] =
      "hazardRatio" in printed
        ? [printed.derived.logHazard, printed.sePrinted ?? Number.NaN]
        : [printed.estimate, printed.se];
    const term = known?.column ?? variable;
    return [{ term, estimate: estimate / unit, stdError: stdError / unit, stars: printed.stars }];
  });
  return {
    table: table.source.table,
    model: modelId,
    reference: family.reference,
    terms,
    observations: model.observations,
    groups: model.groups ?? null,
    logLikelihood: model.logLikelihood,
    stars: table.significance.reading,
  };
}
