import type { Cell, Language, NumberFormat, TableColumn } from "./figure.ts";

const optionsOf: Record<NumberFormat, Intl.NumberFormatOptions> = {
  number: { maximumSignificantDigits: 3 },
  percent: { style: "percent", maximumFractionDigits: 1 },
  count: { maximumFractionDigits: 0 },
  year: { maximumFractionDigits: 0, useGrouping: false },
};

/**
 * Made at the first use and kept: making one takes milliseconds, as long as writing hundreds of numbers with it, and a page that opens should
 * not wait for those of the other language.
 */
const writers = new Map<string, Intl.NumberFormat>();

function writerOf(language: Language, name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${name}`;
  const made = writers.get(key) ?? new Intl.NumberFormat(language, options);
  writers.set(key, made);
  return made;
}

/** What stands for a number that is not there. */
export const missing = "–";

/** A minus as wide as a plus, as everywhere on the page. */
const withMinus = (text: string) => text.replace("-", "−");

/** Writes numbers as the language does. A number that is not finite is a dash. */
export function numberWriter(language: Language, format: NumberFormat): (value: number) => string {
  const intl = writerOf(language, format, optionsOf[format]);
  return (value) => (Number.isFinite(value) ? withMinus(intl.format(value)) : missing);
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
  const intl = writerOf(language, `tick ${format === "percent" ? "percent" : "number"} ${digits}`, {
    ...(format === "percent" ? { style: "percent" as const } : {}),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (value) => withMinus(intl.format(Math.abs(value) < step / 1e6 ? 0 : value));
}

/** A cell of a table as it is read on the screen. */
export function cellText(language: Language, column: TableColumn, cell: Cell): string {
  if (cell === null) return missing;
  if (typeof cell === "string") return cell;
  return column.format === "text" ? String(cell) : numberWriter(language, column.format)(cell);
}
