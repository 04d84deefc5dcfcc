import { InvalidInput } from "../../scenarios/invalidInput.ts";
import type { CoxFit } from "../fit.ts";
import type { CoxData } from "./coxData.ts";
import { type CoxProblem, prepareCox, slotsAt } from "./coxProblem.ts";
import type { SlotState } from "./partialLikelihood.ts";

/** A fit's data again, with the sums over risk sets at its estimates. */
export interface FittedState {
  readonly problem: CoxProblem;
  readonly state: SlotState;
  /** Standardised; zero for terms left out. */
  readonly coefficients: Float64Array;
}

/**
 * @param data the rows the fit was made of.
 * @throws InvalidInput when the data have another number of rows or terms than the fit, or the fit has infinite
 *   estimates, no estimates at all, or exact ties, of which no row has a part of its own.
 */
export function fittedState(data: CoxData, fit: CoxFit): FittedState {
  const problem = prepareCox(data);
  const { scale } = problem.design;
  const refuse = (path: string, found: string, expected: string): never => {
    throw new InvalidInput({ path, found, expected });
  };
  if (fit.observations !== data.stop.length || fit.terms.length !== scale.length) {
    refuse("data", `${data.stop.length} rows`, `the ${fit.observations} rows and the terms of the fit`);
  }
  if (fit.ties === "exact") return refuse("fit.ties", "exact", "efron or breslow");
  const infinite = fit.terms.find((term) => Math.abs(term.estimate) === Number.POSITIVE_INFINITY);
  if (infinite) refuse("fit.terms", `${infinite.term} = ${infinite.estimate}`, "finite estimates");
  if (fit.events === 0) refuse("fit.events", "0", "at least one event");
  const coefficients = Float64Array.from(fit.terms, ({ estimate }, j) =>
    Number.isNaN(estimate) ? 0 : estimate * scale[j],
  );
  return { problem, state: slotsAt(problem, coefficients, fit.ties), coefficients };
}
