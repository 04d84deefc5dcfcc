/** The year an intervention at the shown index strikes in: before the first year nothing can happen. */
export function interventionYear(years: readonly number[], index: number): number {
  return years[Math.max(1, index)] ?? years.at(-1) ?? 0;
}
