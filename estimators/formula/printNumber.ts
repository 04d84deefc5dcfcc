/** R prints numbers with this many significant digits in names of terms and levels of factors. */
const DIGITS = 15;

/**
 * A number as R's `as.character` and `deparse` write it: at most 15 significant digits, in scientific notation where
 * that is shorter (`1e+05`, but 123456). Infinity is `Inf`, not-a-number `NaN`.
 */
export function printNumber(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Inf" : "-Inf";
  if (value === 0) return "0";
  // The shortest text of a number that has at most 15 digits has no more than those.
  const [mantissa, power] = Number(value.toPrecision(DIGITS)).toExponential().split("e");
  const exponent = Number(power);
  const digits = mantissa.replace(/[-.]/g, "").length;
  const decimals = Math.max(0, digits - 1 - exponent);
  const fixedWidth = Math.max(exponent, 0) + 1 + (decimals > 0 ? decimals + 1 : 0);
  const exponentText = `${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  const scientificWidth = digits + (digits > 1 ? 1 : 0) + 1 + exponentText.length;
  return fixedWidth <= scientificWidth ? value.toFixed(decimals) : `${mantissa}e${exponentText}`;
}
