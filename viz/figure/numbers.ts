import type { Cell, Language, NumberFormat, TableColumn } from "./figure.ts";

const optionsOf: Record<NumberFormat, Intl.NumberFormatOptions> = {
  number: { maximumSignificantDigits: 3 },
  percent: { style: "percent", maximumFractionDigits: 1 },
  count: { maximumFractionDigits: 0 },
  year: { maximumFractionDigits: 0, useGrouping: false },
};

const formatsOf = (language: Language): Readonly<Record<NumberFormat, Intl.NumberFormat>> => {
  const made = (format: NumberFormat) => new Intl.NumberFormat(language, optionsOf[format]);
  return { number: made("number"), percent: made("percent"), count: made("count"), year: made("year") };
};
/** Made once: making one takes about as long as writing fifty numbers with it. */
const formats: Readonly<Record<Language, ReturnType<typeof formatsOf>>> = {
  en: formatsOf("en"),
  it: formatsOf("it"),
};

/** What stands for a number that is not there. */
export const missing = "–";

/** Writes numbers as the language does. A number that is not finite is a dash. */
export function numberWriter(language: Language, format: NumberFormat): (value: number) => string {
  const intl = formats[language][format];
  return (value) => (Number.isFinite(value) ? intl.format(value) : missing);
}

/**
 * Writes the ticks of an axis, which need as many digits as tell neighbours apart: `step` is their distance. Ticks of 0.05
 * are 0.10, 0.15 …, of 2 % are 2 %, 4 % ….
 */
export function tickWriter(
  language: Language,
  format: NumberFormat,
  step: number,
): (value: number) => string {
  if (format === "year" || !(step > 0)) return numberWriter(language, format);
  const unit = format === "percent" ? step * 100 : step;
  const digits = Math.max(0, Math.min(10, -Math.floor(Math.log10(unit) + 1e-9)));
  const intl = new Intl.NumberFormat(language, {
    ...(format === "percent" ? { style: "percent" as const } : {}),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (value) => intl.format(Math.abs(value) < step / 1e6 ? 0 : value);
}

/** A cell of a table as it is read on the screen. */
export function cellText(language: Language, column: TableColumn, cell: Cell): string {
  if (cell === null) return missing;
  if (typeof cell === "string") return cell;
  return column.format === "text" ? String(cell) : numberWriter(language, column.format)(cell);
}
