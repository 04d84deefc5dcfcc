import { InvalidInput } from "../../scenarios/invalidInput.ts";
import { fitCox } from "../cox/fitCox.ts";
import type { CoxFit } from "../fit.ts";
import type { ModelMatrix } from "../modelMatrix.ts";

/** Choices among alternatives, one row an alternative of a choice set. */
export interface ChoiceData {
  /** Attributes of the alternatives. No intercept: what is the same for all of a set has no effect on the choice. */
  readonly matrix: ModelMatrix;
  /** 1 for the alternative that was chosen, one in each set; else 0. */
  readonly chosen: Uint8Array;
  /** A code a row: rows with one code are one choice. Sets may differ in size; a set of one row says nothing. */
  readonly choiceSet: Uint16Array | Uint32Array | Int32Array;
  /** A code a row: choices with one code may depend on each other, as in `CoxData`. Absent: the model's errors. */
  readonly cluster?: Uint16Array | Int32Array;
}

/** How a conditional logit is fitted; what is left out has the value it has in `CoxOptions`. */
export interface ConditionalLogitOptions {
  /** Default 0.95. */
  readonly confidenceLevel?: number;
  /** Newton iterations at most. Default 50. */
  readonly maxIterations?: number;
  /** Squared distance to the maximum, in standard errors, at which the last step is taken. Default 1e-18. */
  readonly tolerance?: number;
  /** Starting values of the coefficients, in the order of the terms. Default zeros. */
  readonly start?: Float64Array;
}

/**
 * Conditional (multinomial) logit of McFadden (1974): alternative l of choice set i is chosen with probability
 * exp(x_il'β) / Σ_m exp(x_im'β), the sum over the alternatives of the set. Coefficients are log odds ratios.
 *
 * The likelihood is the partial likelihood of a Cox model whose strata are the choice sets, with one event each, so that is
 * what is fitted and what comes back: `observations` are rows, `events` are choices, and the warnings are those of `fitCox`.
 *
 * @throws InvalidInput for a set without a chosen alternative or with several, and as `fitCox` does for data and options.
 */
export function fitConditionalLogit(data: ChoiceData, options: ConditionalLogitOptions = {}): CoxFit {
  const { matrix, chosen, choiceSet, cluster } = data;
  if (chosen.length !== choiceSet.length) {
    throw new InvalidInput({
      path: "choiceSet",
      found: `${choiceSet.length} rows`,
      expected: `${chosen.length}, as chosen has`,
    });
  }
  refuseSeveral(chosen, choiceSet);
  return fitCox(
    {
      matrix,
      stop: new Float64Array(matrix.rows).fill(1),
      event: chosen,
      strata: choiceSet,
      ...(cluster === undefined ? {} : { cluster }),
    },
    options,
  );
}

function refuseSeveral(chosen: Uint8Array, choiceSet: ArrayLike<number>): void {
  const choices = new Map<number, number>();
  chosen.forEach((is, row) => {
    const set = choiceSet[row] ?? 0;
    choices.set(set, (choices.get(set) ?? 0) + is);
  });
  for (const [set, count] of choices) {
    if (count === 1) continue;
    throw new InvalidInput({
      path: "chosen",
      found: `${count} chosen alternatives in choice set ${set}`,
      expected: "one in each set",
    });
  }
}
