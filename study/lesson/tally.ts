/** What many verdicts say together. */
export interface Tally {
  /** Histories with an estimate. */
  readonly estimated: number;
  /** Of these, those with p < 0.05. */
  readonly significant: number;
  readonly mean: number;
  /** Standard error of the mean over the histories; NaN for fewer than two. */
  readonly monteCarloError: number;
}

/** Sums up verdicts; those without an estimate are left out. */
export function tallyVerdicts(
  verdicts: readonly { readonly estimate: number; readonly pValue: number }[],
): Tally {
  const valid = verdicts.filter(({ estimate }) => Number.isFinite(estimate));
  const count = valid.length;
  const mean = valid.reduce((sum, { estimate }) => sum + estimate, 0) / count;
  const squares = valid.reduce((sum, { estimate }) => sum + (estimate - mean) * (estimate - mean), 0);
  return {
    estimated: count,
    significant: valid.filter(({ pValue }) => pValue < 0.05).length,
    mean,
    monteCarloError: count < 2 ? Number.NaN : Math.sqrt(squares / (count - 1) / count),
  };
}
