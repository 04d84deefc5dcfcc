import type { CoxData, TieMethod } from "../../../estimators/cox/coxData.ts";

/**
 * The partial likelihood read off its definition: for every event time of every stratum, look up who is at risk.
 * Slow and plain, with factors as dense dummies; what the fast version is held against.
 */
export interface Definition {
  readonly logLikelihood: number;
  readonly score: number[];
  readonly information: number[][];
}

/** Row i of the model matrix with its dummies written out. */
export function covariatesOf({ matrix }: CoxData, row: number): number[] {
  const covariates = matrix.numeric.map((term) => term.values[row]);
  for (const factor of matrix.factors) {
    for (let level = 1; level < factor.levels.length; level++)
      covariates.push(Number(factor.codes[row] === level));
  }
  return covariates;
}

export function partialLikelihoodByDefinition(
  data: CoxData,
  coefficients: readonly number[],
  ties: TieMethod,
): Definition {
  const rows = [...data.stop.keys()];
  const x = rows.map((row) => covariatesOf(data, row));
  const eta = x.map((covariates) => dot(covariates, coefficients));
  const start = (row: number) => data.start?.[row] ?? Number.NEGATIVE_INFINITY;
  const stratum = (row: number) => data.strata?.[row] ?? 0;
  const terms = [...coefficients.keys()];
  let logLikelihood = 0;
  const score = terms.map(() => 0);
  const information = terms.map(() => terms.map(() => 0));

  const eventRows = rows.filter((row) => data.event[row] === 1);
  const moments = new Map(eventRows.map((row) => [`${stratum(row)} ${data.stop[row]}`, row]));
  for (const event of moments.values()) {
    const time = data.stop[event];
    const atRisk = rows.filter(
      (row) => stratum(row) === stratum(event) && start(row) < time && time <= data.stop[row],
    );
    const deaths = atRisk.filter((row) => data.event[row] === 1 && data.stop[row] === time);
    const shift = Math.max(...atRisk.map((row) => eta[row]));
    for (const row of deaths) {
      logLikelihood += eta[row];
      for (const j of terms) score[j] += x[row][j];
    }
    deaths.forEach((_, l) => {
      const share = ties === "efron" ? l / deaths.length : 0;
      const weights = atRisk.map(
        (row) => (deaths.includes(row) ? 1 - share : 1) * Math.exp(eta[row] - shift),
      );
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const mean = terms.map(
        (j) =>
          dot(
            weights,
            atRisk.map((row) => x[row][j]),
          ) / total,
      );
      logLikelihood -= Math.log(total) + shift;
      for (const j of terms) {
        score[j] -= mean[j];
        for (const m of terms) {
          information[j][m] +=
            dot(
              weights,
              atRisk.map((row) => (x[row][j] - mean[j]) * (x[row][m] - mean[m])),
            ) / total;
        }
      }
    });
  }
  return { logLikelihood, score, information };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * b[index], 0);
}
