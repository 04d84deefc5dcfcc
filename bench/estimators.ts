import { textTable } from "../cli/textTable.ts";
import { givenStart } from "../estimators/binary/maximizePooled.ts";
import { type BinaryProblem, prepareBinary } from "../estimators/binary/prepareBinary.ts";
import { fitCox } from "../estimators/cox/fitCox.ts";
import { partialLikelihood } from "../estimators/cox/partialLikelihood.ts";
import { buildRiskSets } from "../estimators/cox/riskSets.ts";
import { standardiseDesign } from "../estimators/cox/standardisedDesign.ts";
import type { Objective } from "../estimators/numerics/newton.ts";
import { fitProbit } from "../estimators/probit/fitProbit.ts";
import { pooledLikelihood } from "../estimators/probit/pooledLikelihood.ts";
import { fitRandomEffectsProbit } from "../estimators/randomEffects/fitRandomEffectsProbit.ts";
import { quadratureLikelihood } from "../estimators/randomEffects/quadratureLikelihood.ts";
import { groupRows } from "../estimators/splitDesign/groupRows.ts";
import { type BinaryPanel, binaryPanel } from "./data/binaryPanel.ts";
import { durations } from "./data/durations.ts";
import { median, time } from "./timing.ts";

/** Firms × destinations of the published panel. */
const publishedGroups = 63_608;
const quadratureNodes = 12;
const fits = 3;
const evaluations = 5;

/** What a fit says of itself, whatever the estimator. */
interface FitReport {
  readonly terms: readonly { readonly estimate: number }[];
  readonly iterations: number;
  readonly converged: boolean;
}

/** Time of the fits at full size, and of one evaluation of value, gradient and Hessian at the estimates. */
export function estimators(): string {
  const panel = binaryPanel(publishedGroups);
  const problem = prepareBinary(panel.matrix, panel.outcome, groupRows(panel.group), undefined);
  const rows = [
    measured(
      "probit, pooled",
      panel.outcome.length,
      () => fitProbit(panel.matrix, panel.outcome, { group: panel.group }),
      (fit) => evaluationOf(pooled(problem), givenStart(problem, estimatesOf(fit))),
    ),
    measured(
      `probit, random effects, ${quadratureNodes} nodes`,
      panel.outcome.length,
      () => fitRandomEffects(panel),
      (fit) =>
        evaluationOf(
          quadratureLikelihood(problem.design, problem.signs, problem.offset, problem.terms, quadratureNodes),
          Float64Array.of(...givenStart(problem, estimatesOf(fit)), Math.log(fit.randomEffect.sigma)),
        ),
    ),
    cox(200_000),
    cox(1_000_000),
  ];
  const table = textTable(
    [
      { title: "estimator", align: "left" },
      { title: "rows", align: "right" },
      { title: "terms", align: "right" },
      { title: "first fit", align: "right" },
      { title: "later fits", align: "right" },
      { title: "steps", align: "right" },
      { title: "one evaluation", align: "right" },
      { title: "memory, MB", align: "right" },
    ],
    rows,
  );
  return [
    `CPU ms on made-up data: the first fit of each estimator compiles, then medians of ${fits} fits and ${evaluations} evaluations of value, gradient and Hessian at the estimates; memory is the most the process has held so far`,
    table,
  ].join("\n\n");
}

function fitRandomEffects({ matrix, outcome, group }: BinaryPanel) {
  return fitRandomEffectsProbit(matrix, outcome, group, { quadratureNodes });
}

function pooled({ design, signs, offset, terms }: BinaryProblem): Objective {
  return pooledLikelihood(design, signs, offset, terms);
}

function cox(rows: number): string[] {
  const data = durations(rows);
  const riskSets = buildRiskSets(data);
  const design = standardiseDesign(data.matrix, riskSets);
  return measured(
    `Cox, Efron ties, ${riskSets.deaths.length - riskSets.strata} event times`,
    rows,
    () => fitCox(data),
    (fit) => {
      const evaluate = partialLikelihood(riskSets, design, data.event, "efron");
      const point = estimatesOf(fit).map((estimate, term) => estimate * design.scale[term]);
      return () => evaluate(point);
    },
  );
}

function measured<Fit extends FitReport>(
  name: string,
  rows: number,
  fit: () => Fit,
  evaluationAt: (fit: Fit) => () => unknown,
): string[] {
  const first = time(fit);
  const later = Array.from({ length: fits }, () => time(fit).duration.cpu);
  const evaluate = evaluationAt(first.value);
  evaluate();
  const each = Array.from({ length: evaluations }, () => time(evaluate).duration.cpu);
  const { terms, iterations, converged } = first.value;
  return [
    name,
    String(rows),
    String(terms.length),
    first.duration.cpu.toFixed(0),
    median(later).toFixed(0),
    `${iterations}${converged ? "" : " (not converged)"}`,
    median(each).toFixed(1),
    (process.resourceUsage().maxRSS / 1024).toFixed(0),
  ];
}

function estimatesOf({ terms }: FitReport): Float64Array {
  return Float64Array.from(terms, ({ estimate }) => estimate);
}

function evaluationOf(objective: Objective, point: Float64Array): () => number {
  const gradient = new Float64Array(objective.parameters);
  const hessian = new Float64Array(objective.parameters * objective.parameters);
  return () => objective.evaluate(point, gradient, hessian);
}
