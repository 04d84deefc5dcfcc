/** Seconds that 100,000 rows take: columns B (3.7 s) and F (5.7 s) and cox-IV (0.6 s) of all Italy, 381,648 rows, with Node 20. */
const PROBIT_SECONDS = 1.2;
const COX_SECONDS = 0.2;

/** About how long fits of the named specifications take one after the other, in whole seconds, at least 1. */
export function expectedSeconds(rows: number, specifications: readonly string[]): number {
  const each = specifications.map((name) => (/\/cox/.test(name) ? COX_SECONDS : PROBIT_SECONDS));
  const seconds = each.reduce((sum, seconds) => sum + seconds, 0) * (rows / 100_000);
  return Math.max(1, Math.round(seconds));
}

/** Seconds that R takes for 100,000 rows of a random-effects probit: column C, 31,048 rows and 39 terms, 18.5 s of processor time with R 4. */
const R_SECONDS = 60;

/** About how long the script in R of a random-effects probit takes on a machine that does nothing else, in whole seconds, at least 1. */
export function expectedSecondsOfR(rows: number): number {
  return Math.max(1, Math.round(R_SECONDS * (rows / 100_000)));
}
