import { InvalidInput } from "../../scenarios/invalidInput.ts";
import type { CoxFit } from "../fit.ts";
import type { CoxData } from "./coxData.ts";
import { type CoxProblem, prepareCox, slotsAt } from "./coxProblem.ts";
import type { SlotState } from "./partialLikelihood.ts";
import { stateAtLimit } from "./stateAtLimit.ts";

/** A fit's data again, with the sums over risk sets at its estimates. */
export interface FittedState {
  readonly problem: CoxProblem;
  readonly state: SlotState;
  /** Standardised; zero for terms left out, and large for infinite ones. */
  readonly coefficients: Float64Array;
}

/**
 * @param data the rows the fit was made of.
 * @param atLimit whether the limit of a monotone likelihood will do (`stateAtLimit`). Default false.
 * @throws InvalidInput when the data have another number of rows or terms than the fit, or the fit has infinite
 *   estimates (or, at the limit, such that the limit cannot be told), no estimates at all, or exact ties, of which no row has a part of its own.
 */
export function fittedState(data: CoxData, fit: CoxFit, atLimit = false): FittedState {
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
  if (infinite && !atLimit)
    refuse("fit.terms", `${infinite.term} = ${infinite.estimate}`, "finite estimates");
  if (fit.events === 0) refuse("fit.events", "0", "at least one event");
  const coefficients = Float64Array.from(fit.terms, ({ estimate }, j) =>
    Number.isNaN(estimate) ? 0 : estimate * scale[j],
  );
  if (infinite) {
    const limit = stateAtLimit(problem, fit, coefficients, fit.ties);
    const expected = "a limit of the likelihood that the signs of the infinite estimates tell";
    return limit === null
      ? refuse("fit.terms", `${infinite.term} = ${infinite.estimate}`, expected)
      : { problem, ...limit };
  }
  return { problem, state: slotsAt(problem, coefficients, fit.ties), coefficients };
}
