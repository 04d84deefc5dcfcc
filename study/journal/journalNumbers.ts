/** From three stars to one: below which p-value. */
const STAR_LEVELS = [0.01, 0.05, 0.1];

export function starsOf(pValue: number): number {
  const level = STAR_LEVELS.findIndex((limit) => pValue < limit);
  return level < 0 ? 0 : STAR_LEVELS.length - level;
}

/** With a hyphen for the sign; a number that rounds to zero has none. */
export function fixed(value: number, decimals: number): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "-∞";
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : text;
}

export const count = (value: number) => value.toLocaleString("en");
