import type { Language } from "../figure/figure.ts";

/** What every chart is told beside its numbers; all texts are in the language. */
export interface ChartHeading {
  /** Stable, of letters, digits and hyphens; unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly language: Language;
}
