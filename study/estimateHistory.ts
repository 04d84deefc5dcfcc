import type { TermEstimate } from "../estimators/index.ts";
import type { Table } from "../panel/table.ts";
import { tableFromColumns } from "../panel/tableFromColumns.ts";
import { emptyPanelReason, type ModelSpecification } from "../scenarios/index.ts";
import type { RunKey, SimulatedHistory, Truth } from "../sim/run.ts";
import type { Cell } from "./cells.ts";
import { derivedEstimand } from "./derivedEstimands.ts";
import { derivedEstimate, type EstimateWithTruth } from "./derivedEstimates.ts";
import type { FailureRule } from "./designParts.ts";
import { averagePartialEffectName, isOfInterest } from "./estimands.ts";
import { failureByRule } from "./failureByRule.ts";
import { failureRow } from "./failureRows.ts";
import { fitSpecification } from "./methods.ts";
import { permutationDraws } from "./placebo/permutationDraws.ts";
import { permutationEstimate } from "./placebo/permutationTest.ts";
import type { EstimateRow } from "./rows.ts";

/**
 * Every method of a cell fitted to one simulated history: a row an estimand, with the truth of this very history.
 *
 * A method that gives no estimates, or throws, is one row with the cause as its status ("error" for an exception,
 * "empty-panel" where there was nothing to fit), and so is one that `failure` rules out. Derived estimands are given
 * where the cell asks for them.
 *
 * @param failure what the design counts as a failure besides.
 * @param key names the draws of tests by permutation: that of the history.
 */
export function estimateHistory(
  history: SimulatedHistory,
  cell: Cell,
  replication: number,
  confidenceLevel: number,
  failure?: FailureRule,
  key: RunKey = { seed: "", condition: cell.condition, replication },
): EstimateRow[] {
  const panel = tableFromColumns(history.columns);
  return cell.methods.flatMap((method) => {
    if (panel.rows === 0) {
      return [failureRow(cell, replication, method.name, "empty-panel", emptyPanelReason(cell.scenario))];
    }
    try {
      return methodRows(panel, history.truth, cell, replication, method, { confidenceLevel, failure, key });
    } catch (error) {
      return [
        failureRow(
          cell,
          replication,
          method.name,
          "error",
          error instanceof Error ? error.message : String(error),
        ),
      ];
    }
  });
}

interface MethodOptions {
  readonly confidenceLevel: number;
  readonly failure: FailureRule | undefined;
  readonly key: RunKey;
}

function methodRows(
  panel: Table,
  truth: Truth,
  cell: Cell,
  replication: number,
  method: ModelSpecification,
  { confidenceLevel, failure, key }: MethodOptions,
): EstimateRow[] {
  if (method.model === "permutationTest") {
    const estimate = permutationEstimate(panel, method, permutationDraws(key, method.name));
    if (estimate !== null) return [rowOf(cell, replication, method, Number.NaN, estimate, "")];
    const nothing = "nobody entered, or no two neighbours differ in their peers: there is nothing to permute";
    return [failureRow(cell, replication, method.name, "constant-outcome", nothing)];
  }
  const { fit, estimates } = fitSpecification(panel, method, confidenceLevel);
  // What is only worth a note stands in the message of every row; what spoils the fit is its status.
  const message = joined(fit.warnings.map(({ message }) => message));
  if (!fit.converged) {
    const status = fit.warnings[0]?.code ?? "not-converged";
    return [failureRow(cell, replication, method.name, status, message)];
  }
  const own = estimates.map((estimate) => ({ ...estimate, truth: truthOf(truth, method, estimate) }));
  const found = [...own, ...derivedOf(cell, { fit, estimates: own, truth, confidenceLevel })];
  const ruledOut = failureByRule(
    failure,
    fit.warnings,
    found.filter(({ term }) => isOfInterest(cell, method.name, term)),
  );
  if (ruledOut !== null) {
    return [failureRow(cell, replication, method.name, ruledOut.status, ruledOut.message)];
  }
  return found.map((estimate) => rowOf(cell, replication, method, estimate.truth, estimate, message));
}

function rowOf(
  { world, index }: Cell,
  replication: number,
  { name }: ModelSpecification,
  truth: number,
  { term, estimate, stdError, confLow, confHigh, pValue }: TermEstimate,
  message: string,
): EstimateRow {
  return {
    world,
    cell: index,
    replication,
    method: name,
    estimand: term,
    truth,
    estimate,
    stdError,
    confLow,
    confHigh,
    pValue,
    status: "ok",
    message,
  };
}

/** What the cell asks for, of the methods that can give it. */
function derivedOf(
  { estimands }: Cell,
  { truth, ...method }: { readonly truth: Truth } & Omit<Parameters<typeof derivedEstimate>[1], "peerEffect">,
): EstimateWithTruth[] {
  const asked = (estimands ?? []).filter((name) => derivedEstimand(name) !== null);
  const fitted = { ...method, peerEffect: truth.peerEffect.all };
  return asked.map((name) => derivedEstimate(name, fitted)).filter((estimate) => estimate !== null);
}

/** One sentence of several, whether or not they end in a full stop. */
function joined(messages: readonly string[]): string {
  return messages
    .map((message, index) => (index < messages.length - 1 ? message.replace(/\.$/, "") : message))
    .join("; ");
}

/** The peers whose effect the simulator computes by intervention. */
const INTERVENED = averagePartialEffectName("msePeersSameDestination");

/** What is true of what a method estimates; NaN where the world defines no truth for it. */
export function truthOf(
  truth: Truth,
  method: ModelSpecification,
  { term }: Pick<TermEstimate, "term">,
): number {
  // The world is one of pairs: what is true of a firm wherever it is follows from none of its parameters.
  // Nor does a log odds ratio among starters from an index of probits.
  if (method.unit === "firm" || method.model === "conditionalLogit") return Number.NaN;
  if (term === INTERVENED) return truth.peerEffect.all;
  const known = method.model === "cox" ? truth.logHazardRatios : truth.coefficients;
  return known[term] ?? Number.NaN;
}
