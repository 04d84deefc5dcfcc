import type { Language } from "./words.ts";

/** The dialect in which a language writes numbers and dates. */
export const locales: Readonly<Record<Language, string>> = { en: "en-GB", it: "it-IT" };

/** How numbers are written on the screen, never in a file: 1,234.5 in English, 1.234,5 in Italian. */
export interface Format {
  readonly language: Language;
  /** As many significant digits as asked for, at most; "–" for what is not a finite number. */
  number(value: number, digits?: number): string;
  /** As many decimals as asked for, exactly. */
  fixed(value: number, decimals: number): string;
  /** A whole number with separators of thousands. */
  count(value: number): string;
  /** A share of one in per cent, one decimal unless told. */
  percent(share: number, decimals?: number): string;
  /** A p-value: "< 0.001" below that, else three decimals. */
  pValue(value: number): string;
}

export function formatOf(language: Language): Format {
  const locale = locales[language];
  const formats = new Map<string, Intl.NumberFormat>();
  function written(value: number, options: Intl.NumberFormatOptions): string {
    if (!Number.isFinite(value)) return Number.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
    const name = JSON.stringify(options);
    const format = formats.get(name) ?? new Intl.NumberFormat(locale, options);
    formats.set(name, format);
    return format.format(value).replace("-", "−");
  }
  const fixed = (value: number, decimals: number) =>
    written(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return {
    language,
    fixed,
    number: (value, digits = 3) => written(value, { maximumSignificantDigits: digits }),
    count: (value) => written(value, { maximumFractionDigits: 0 }),
    percent: (share, decimals = 1) =>
      written(share, {
        style: "percent",
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }),
    pValue: (value) => (value < 0.001 ? `< ${fixed(0.001, 3)}` : fixed(value, 3)),
  };
}
