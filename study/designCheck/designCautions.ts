import type { ResolvedDesign } from "../cells.ts";
import { couldBeEstimand, isOfInterest } from "../estimands.ts";
import { MOST_FAILURES } from "../measures/failureBounds.ts";
import type { StudySummary } from "../summary.ts";
import { expectedShareErrors } from "./expectedErrors.ts";

/** Measures that need a true value. */
const OF_TRUTH = [
  "bias",
  "relativeBias",
  "mse",
  "rmse",
  "coverage",
  "biasEliminatedCoverage",
  "typeS",
  "typeM",
] as const;

/**
 * What should make a researcher pause before the work begins, each a sentence.
 *
 * @param pilot null where none was run; then nothing is said of truths and failures.
 */
export function designCautions(study: ResolvedDesign, pilot: StudySummary | null): string[] {
  return [
    ...ofPrecision(study),
    ...ofEstimands(study),
    ...ofRule(study),
    ...(pilot === null ? [] : ofPilot(study, pilot)),
  ];
}

function ofPrecision({ design }: ResolvedDesign): string[] {
  const cautions: string[] = [];
  for (const { measure, nominal, neededNominal } of expectedShareErrors({ ...design, until: undefined })) {
    if (nominal > 0.01) {
      const points = (100 * nominal).toPrecision(2);
      cautions.push(
        `${measure}: ${design.replications} replications leave a Monte Carlo standard error of ${points} percentage points where it is nominal; ${neededNominal} leave one`,
      );
    }
  }
  if (design.replications < 100) {
    cautions.push(
      `${design.replications} replications a cell are few for any measure: the standard error of a standard error is ${percent(Math.sqrt(1 / (2 * Math.max(1, design.replications - 1))))} of it`,
    );
  }
  return cautions;
}

function ofEstimands({ cells, design }: ResolvedDesign): string[] {
  const cautions = new Set<string>();
  for (const { world, estimands, methods, scenario } of cells) {
    if (estimands === null) {
      cautions.add(
        `world "${world}": no estimand is named, so every coefficient is one; a preregistration names those that matter`,
      );
      continue;
    }
    for (const estimand of estimands) {
      const able = methods.filter((method) => couldBeEstimand(method, estimand, scenario));
      if (able.length === 0) cautions.add(`world "${world}": no method of it gives ${estimand}`);
    }
  }
  if (design.streams === "common" && cells.length > 1) {
    cautions.add(
      "the cells share their random numbers: differences between cells are sharper, and the errors of different cells are not independent",
    );
  }
  return [...cautions];
}

function ofRule({ design }: ResolvedDesign): string[] {
  const cautions: string[] = [];
  const { until, secondsPerReplication } = design;
  if (until?.hours !== undefined) {
    cautions.push("a budget of hours depends on the machine: the study cannot be repeated to the byte");
  }
  if (secondsPerReplication !== undefined) {
    cautions.push(
      "a time limit of a replication depends on the machine: keep it far above what a replication takes",
    );
  }
  if (until?.mcse !== undefined) {
    cautions.push(
      "replications that stop at a look are not a fixed number: the reported errors are a little too small, the less so the larger the minimum",
    );
  }
  return cautions;
}

function ofPilot({ design, cells }: ResolvedDesign, pilot: StudySummary): string[] {
  const cautions = new Set<string>();
  const needTruth = design.performance.filter((name) => OF_TRUTH.some((each) => each === name));
  const without = new Map<string, Set<string>>();
  for (const { cell, world, method, estimand, truth } of pilot.estimands) {
    const of = cells.find((each) => each.world === world) ?? cells[cell];
    if (!Number.isNaN(truth) || of === undefined || !isOfInterest(of, method, estimand)) continue;
    const where = `world "${world}": ${method}`;
    without.set(where, (without.get(where) ?? new Set()).add(estimand));
  }
  for (const [where, estimands] of needTruth.length === 0 ? [] : without) {
    cautions.add(
      `${where} gives what has no truth there, hence no ${needTruth.join(", ")}: ${[...estimands].join(", ")}`,
    );
  }
  for (const { world, method, failed, replications, causes } of pilot.methods) {
    if (failed / replications <= MOST_FAILURES) continue;
    const why = causes.map(({ status, count }) => `${count} × ${status}`).join(", ");
    cautions.add(
      `world "${world}": ${method} failed in ${failed} of ${replications} replications of the pilot (${why})`,
    );
  }
  for (const { world, estimand } of pilot.neverEstimated) {
    cautions.add(`world "${world}": no replication of the pilot gave ${estimand}`);
  }
  return [...cautions];
}

function percent(share: number): string {
  return `${(100 * share).toPrecision(2)} %`;
}
