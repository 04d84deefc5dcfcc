import type { LookedAt, PlannedMethod, StudyPlan } from "../../../workers/lab/studyJobs.ts";

/** What is looked at, with what is planned of its method. */
export type Chosen = Omit<LookedAt, "replications"> & { readonly planned: PlannedMethod | null };

/** The cell, the method and the estimand that a link names, each the first where it names none that the study has. */
export function chosenOf(
  { cells }: Pick<StudyPlan, "cells">,
  detail: Readonly<Record<string, string>>,
): Chosen {
  const asked = Number(detail.cell ?? "0");
  const cell = Number.isInteger(asked) && asked >= 0 && asked < cells.length ? asked : 0;
  const methods = cells[cell]?.methods ?? [];
  const method = methods.find(({ name }) => name === detail.method) ?? methods[0] ?? null;
  const estimand = method?.estimands.find((name) => name === detail.estimand) ?? method?.first ?? "";
  return { cell, method: method?.name ?? "", estimand, planned: method };
}
