import type { NamedValues } from "../../../panel/tableFromColumns.ts";

/** A report before it is HTML, Markdown or LaTeX. Texts are plain: nothing in them is markup. */
export interface ReportDocument {
  readonly title: string;
  /** Below the title. */
  readonly lead: string;
  readonly sections: readonly ReportSection[];
}

export interface ReportSection {
  /** Unique, for links within the document. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "terms"; readonly items: readonly (readonly [term: string, text: string])[] }
  /** A program's text, folded away under its title. */
  | { readonly kind: "code"; readonly title: string; readonly text: string }
  | { readonly kind: "table"; readonly table: ReportTable }
  | { readonly kind: "figure"; readonly figure: ReportFigure };

export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly ReportColumn[];
  /** A text may have a second line: the Monte Carlo error of the first. */
  readonly rows: readonly (readonly string[])[];
}

export interface ReportColumn {
  readonly title: string;
  /** Numbers stand right; the first column names its row. */
  readonly align: "left" | "right";
  /** A command, not to be broken. */
  readonly isCode?: boolean;
}

/** Only HTML draws it. */
export interface ReportFigure {
  /** Unique; also the name of its file of data. */
  readonly id: string;
  readonly title: string;
  /** What it shows, in a sentence or two. */
  readonly sentence: string;
  /** Signs and their meaning, as markup and text. */
  readonly legend: readonly (readonly [sign: string, meaning: string])[];
  readonly cards: readonly FigureCard[];
  /** Width a card needs, in rem; they stand side by side where there is room. */
  readonly cardWidth: number;
  /** Whether cards differ in height and fill column after column. */
  readonly stacked?: boolean;
  /** The same in numbers. */
  readonly table: ReportTable;
  /** What is drawn, for the file beside the report. */
  readonly data: readonly NamedValues[];
}

/** Drawings under one heading. */
export interface FigureCard {
  readonly title: string;
  readonly drawings: readonly Drawing[];
}

export interface Drawing {
  /** Above it; may be empty. */
  readonly label: string;
  /** For those who do not see it; null for an axis, whose numbers the others tell. */
  readonly description: string | null;
  /** An svg element. */
  readonly markup: string;
}
