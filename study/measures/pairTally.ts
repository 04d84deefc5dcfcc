import { type Measure, meanOf, type SpreadMeasure } from "../measuresOfMoments.ts";
import { type PairedShare, pairedShareOf, relativePrecisionOf } from "../measuresOfPairs.ts";
import type { EstimateRow } from "../rows.ts";
import { addDeviation, addValue, emptyMoments, fixCentre, momentsSoFar } from "../runningMoments.ts";

/** What a method does on the same data as the reference; NaN where a measure is undefined. */
export interface PairedMeasures {
  /** Replications in which both gave the estimand; every measure is over these. */
  readonly pairs: number;
  /** Mean of the method's estimate less the reference's: the difference of the means, and of the biases. */
  readonly difference: Measure;
  readonly relativePrecision: SpreadMeasure;
  readonly rejection: PairedShare;
  readonly coverage: PairedShare;
}

/** What the rows of one estimand by two methods come to; pairs are shown to it twice, in one order. */
export interface PairTally {
  /** The first round. */
  count(method: EstimateRow, reference: EstimateRow): void;
  /** Between the rounds. */
  turn(): void;
  /** The second round. */
  spread(method: EstimateRow, reference: EstimateRow): void;
  measures(): PairedMeasures;
}

/** @param alpha level of the tests. */
export function pairTally(alpha: number): PairTally {
  const differences = emptyMoments();
  const errors = spreadOfTwo();
  // Without a truth the spread of the estimates is still known.
  const estimates = spreadOfTwo();
  const rejected = discordance();
  const covered = discordance();
  let hasTruth = true;
  let hasTest = true;
  return {
    count(method, reference) {
      addValue(differences, method.estimate - reference.estimate);
      errors.count(method.estimate - method.truth, reference.estimate - reference.truth);
      estimates.count(method.estimate, reference.estimate);
      if (Number.isNaN(method.truth + reference.truth)) hasTruth = false;
      if (Number.isNaN(method.pValue + reference.pValue)) hasTest = false;
      rejected.count(method.pValue <= alpha, reference.pValue <= alpha);
      if (Number.isNaN(method.stdError + reference.stdError)) return;
      covered.count(covers(method), covers(reference));
    },
    turn() {
      fixCentre(differences);
      errors.turn();
      estimates.turn();
    },
    spread(method, reference) {
      addDeviation(differences, method.estimate - reference.estimate);
      errors.spread(method.estimate - method.truth, reference.estimate - reference.truth);
      estimates.spread(method.estimate, reference.estimate);
    },
    measures: () => ({
      pairs: differences.count,
      difference: meanOf(momentsSoFar(differences)),
      relativePrecision: (hasTruth ? errors : estimates).relativePrecision(),
      rejection: hasTest ? rejected.share() : UNDEFINED,
      coverage: hasTruth ? covered.share() : UNDEFINED,
    }),
  };
}

const UNDEFINED = { value: Number.NaN, mcse: Number.NaN, onlyMethod: Number.NaN, onlyReference: Number.NaN };

function covers({ confLow, truth, confHigh }: EstimateRow): boolean {
  return confLow <= truth && truth <= confHigh;
}

function spreadOfTwo() {
  const method = emptyMoments();
  const reference = emptyMoments();
  let product = 0;
  let squares = 0;
  return {
    count(a: number, b: number) {
      addValue(method, a);
      addValue(reference, b);
    },
    turn() {
      fixCentre(method);
      fixCentre(reference);
    },
    spread(a: number, b: number) {
      addDeviation(method, a);
      addDeviation(reference, b);
      const both = (a - method.centre) * (b - reference.centre);
      product += both;
      squares += both ** 2;
    },
    relativePrecision: () =>
      relativePrecisionOf(momentsSoFar(method), momentsSoFar(reference), { product, squares }),
  };
}

function discordance() {
  let pairs = 0;
  let onlyMethod = 0;
  let onlyReference = 0;
  return {
    count(method: boolean, reference: boolean) {
      pairs++;
      if (method && !reference) onlyMethod++;
      if (reference && !method) onlyReference++;
    },
    share: () => pairedShareOf(onlyMethod, onlyReference, pairs),
  };
}
