import type { StudyPlan } from "../../../workers/lab/studyJobs.ts";
import { checkDetails, type DetailProblem, oneOf, wholeNumber } from "../../state/linkChecks.ts";
import { chosenOf } from "./chosen.ts";

/** More than any study on the page has: whether a replication is there is said beside its field. */
const mostReplications = 9_999_999;

/**
 * What of a link's details the study it opens has no use for; the defaults are shown instead. World, firms and specification of a
 * watched world are `setupProblems`.
 */
export function detailProblems(
  detail: Readonly<Record<string, string>>,
  plan: Pick<StudyPlan, "cells">,
): readonly DetailProblem[] {
  const { cell, planned } = chosenOf(plan, detail);
  const methods = plan.cells[cell]?.methods.map(({ name }) => name) ?? [];
  return checkDetails(detail, {
    show: oneOf(["draws"]),
    replication: wholeNumber(1, mostReplications),
    cell: wholeNumber(0, Math.max(0, plan.cells.length - 1)),
    ...(detail.study === undefined ? {} : { method: oneOf(methods) }),
    ...(planned === null ? {} : { estimand: oneOf(planned.estimands) }),
  });
}
