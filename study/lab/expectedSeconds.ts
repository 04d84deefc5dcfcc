/** Seconds that 100,000 rows take, measured with Node 20 on a core of the machine this was made on; a fit has a floor of its own. */
const PROBIT_SECONDS = 0.9;
const COX_SECONDS = 0.25;

/** About how long fits of the named specifications take one after the other, in whole seconds, at least 1. */
export function expectedSeconds(rows: number, specifications: readonly string[]): number {
  const each = specifications.map((name) => (/\/cox/.test(name) ? COX_SECONDS : PROBIT_SECONDS));
  const seconds = each.reduce((sum, seconds) => sum + seconds, 0) * (rows / 100_000);
  return Math.max(1, Math.round(seconds));
}
