import type { PerformanceName } from "./design.ts";
import { type Bounds, boundsOfShare } from "./measures/failureBounds.ts";
import {
  empiricalSeOf,
  exaggerationOf,
  type Measure,
  meanOf,
  modelSeOf,
  relativeBiasOf,
  relativeErrorOf,
  rootOfMeanSquare,
  type Share,
  shareOf,
  wrongSignOf,
} from "./measuresOfMoments.ts";
import type { EstimateRow } from "./rows.ts";
import { addDeviation, addValue, emptyMoments, fixCentre, momentsSoFar } from "./runningMoments.ts";

/** What the rows of one estimand come to; they are shown to it twice, in one order. */
export interface EstimandTally {
  /** The first round. */
  count(row: EstimateRow): void;
  /** Between the rounds. */
  turn(): void;
  /** The second round. */
  spread(row: EstimateRow): void;
  valid(): number;
  /** Mean; NaN where no truth is defined. */
  truth(): number;
  estimate(): Measure;
  /** @param replications of the method, valid or not. */
  measures(replications: number): Readonly<Record<PerformanceName, () => Measure | Share>>;
  /** What rejection and coverage would be at least and at most, had every replication given an estimate. */
  bounds(replications: number): FailureBounds;
}

/** NaN where the share is undefined. */
export interface FailureBounds {
  readonly rejection: Bounds;
  readonly coverage: Bounds;
}

const UNDEFINED: Measure = { value: Number.NaN, mcse: Number.NaN };

/** @param alpha level of the tests. */
export function estimandTally(alpha: number): EstimandTally {
  const estimates = emptyMoments();
  const truths = emptyMoments();
  const errors = emptyMoments();
  const squares = emptyMoments();
  const residuals = emptyMoments();
  // σ̂ = 0 is an estimate without a standard error: it counts for the bias, not for the model SE or the coverage.
  const variances = emptyMoments();
  const widths = emptyMoments();
  // Σ(V̂ − mean V̂)(deviation of the error)².
  let varianceTimesSquare = 0;
  let varianceTimesSpread = 0;
  // Of the estimates whose test rejects.
  const sizes = emptyMoments();
  const truthSizes = emptyMoments();
  const exaggerations = emptyMoments();
  let wrongSigns = 0;
  let covered = 0;
  let coveredLessBias = 0;
  let rejected = 0;
  let ratio = Number.NaN;
  let hasTruth = true;
  let hasTest = true;
  let hasSign = true;
  const addSignificant = ({ estimate, truth }: EstimateRow) => {
    addValue(sizes, Math.abs(estimate));
    addValue(truthSizes, Math.abs(truth));
    if (estimate * truth < 0) wrongSigns++;
  };
  return {
    count(row) {
      const error = row.estimate - row.truth;
      addValue(estimates, row.estimate);
      addValue(truths, row.truth);
      addValue(errors, error);
      addValue(squares, error ** 2);
      if (Number.isNaN(row.truth)) hasTruth = false;
      if (row.truth === 0) hasSign = false;
      if (Number.isNaN(row.pValue)) hasTest = false;
      else if (row.pValue <= alpha) {
        rejected++;
        addSignificant(row);
      }
      if (Number.isNaN(row.stdError)) return;
      addValue(variances, row.stdError ** 2);
      addValue(widths, row.confHigh - row.confLow);
      if (row.confLow <= row.truth && row.truth <= row.confHigh) covered++;
    },
    turn() {
      for (const each of [estimates, truths, errors, squares, variances, widths, sizes, truthSizes])
        fixCentre(each);
      ratio = estimates.centre / truths.centre;
      exaggerations.count = sizes.count;
      exaggerations.centre = 0;
      // Σ(θ̂ᵢ − ratio · θᵢ) is 0 by the choice of the ratio.
      residuals.count = estimates.count;
      residuals.centre = 0;
    },
    spread(row) {
      const error = row.estimate - row.truth;
      addDeviation(estimates, row.estimate);
      addDeviation(errors, error);
      addDeviation(squares, error ** 2);
      addDeviation(residuals, row.estimate - ratio * row.truth);
      if (row.pValue <= alpha) {
        const exaggeration = sizes.centre / truthSizes.centre;
        addDeviation(exaggerations, Math.abs(row.estimate) - exaggeration * Math.abs(row.truth));
      }
      if (Number.isNaN(row.stdError)) return;
      addDeviation(variances, row.stdError ** 2);
      const excess = row.stdError ** 2 - variances.centre;
      varianceTimesSquare += excess * (error - errors.centre) ** 2;
      varianceTimesSpread += excess * (row.estimate - estimates.centre) ** 2;
      addDeviation(widths, row.confHigh - row.confLow);
      const shifted = row.truth + errors.centre;
      if (row.confLow <= shifted && shifted <= row.confHigh) coveredLessBias++;
    },
    valid: () => estimates.count,
    truth: () => truths.centre,
    estimate: () => meanOf(momentsSoFar(estimates)),
    measures(replications) {
      const ofErrors = momentsSoFar(errors);
      const ofVariances = momentsSoFar(variances);
      // Without a truth the spread of the estimates is still known.
      const ofSpread = hasTruth ? ofErrors : momentsSoFar(estimates);
      const known = (measure: () => Measure) => (hasTruth ? measure() : UNDEFINED);
      return {
        bias: () => known(() => meanOf(ofErrors)),
        relativeBias: () =>
          known(() => relativeBiasOf(estimates.centre, truths.centre, momentsSoFar(residuals))),
        empiricalSe: () => empiricalSeOf(ofSpread),
        modelSe: () => modelSeOf(ofVariances),
        relativeError: () =>
          relativeErrorOf(ofSpread, ofVariances, hasTruth ? varianceTimesSquare : varianceTimesSpread),
        mse: () => known(() => meanOf(momentsSoFar(squares))),
        rmse: () => known(() => rootOfMeanSquare(momentsSoFar(squares))),
        coverage: () => known(() => shareOf(covered, variances.count)),
        biasEliminatedCoverage: () => known(() => shareOf(coveredLessBias, variances.count)),
        rejection: () => (hasTest ? shareOf(rejected, estimates.count) : UNDEFINED),
        typeS: () => (hasTest && hasTruth && hasSign ? wrongSignOf(wrongSigns, rejected) : UNDEFINED),
        typeM: () =>
          hasTest && hasTruth && hasSign
            ? exaggerationOf(sizes.centre, truthSizes.centre, momentsSoFar(exaggerations))
            : UNDEFINED,
        intervalWidth: () => meanOf(momentsSoFar(widths)),
        convergence: () => shareOf(estimates.count, replications),
      };
    },
    bounds: (replications) => ({
      rejection: boundsOfShare(hasTest ? rejected : Number.NaN, estimates.count, replications),
      coverage: boundsOfShare(hasTruth ? covered : Number.NaN, variances.count, replications),
    }),
  };
}
