/** Index of a calendar year among those of a world; the nearest for one outside of it, the last for null. */
export function indexOfYear(years: readonly number[], year: number | null): number {
  const first = years[0] ?? 0;
  const last = years.length - 1;
  return year === null ? last : Math.max(0, Math.min(last, year - first));
}
