/** Decimals at which a Monte Carlo standard error shows two significant digits; more would be noise. */
export function decimalsFor(mcse: number): number {
  if (!(mcse > 0) || !Number.isFinite(mcse)) return 4;
  // The exponent of `1.2e-3`, without a logarithm that engines may round differently.
  const exponent = Number(mcse.toExponential().split("e")[1]);
  return Math.min(8, Math.max(0, 1 - exponent));
}

/** A number at a fixed number of decimals; `–` where it is undefined. */
export function formatNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return "–";
  const text = value.toFixed(decimals);
  // A small negative number would be printed as minus zero.
  return Number(text) === 0 ? text.replace("-", "") : text;
}
