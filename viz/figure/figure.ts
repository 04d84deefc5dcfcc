import type { MarkStyle } from "./palette.ts";

/** The languages of the lab. */
export type Language = "en" | "it";

/**
 * How a number is written for people: up to three significant digits, a proportion as a percentage, a whole number with
 * thousands, or a year.
 */
export type NumberFormat = "number" | "percent" | "count" | "year";

export interface Axis {
  readonly label: string;
  readonly format: NumberFormat;
  /** Ends of the axis; where they are missing they are taken from what is drawn. */
  readonly min?: number;
  readonly max?: number;
  /** The axis reaches to 0 even where nothing is drawn there. */
  readonly includesZero?: true;
  /** Names of the positions 0, 1, 2 …, the first on top or at the left. An axis of names has no numbers. */
  readonly categories?: readonly string[];
}

export interface Point {
  readonly x: number;
  /** NaN leaves a gap in a line. */
  readonly y: number;
}

interface MarkBase {
  /** What the legend and the tooltip call it. */
  readonly name: string;
  readonly style: MarkStyle;
  /** False keeps it out of the legend, where another mark of the same look already stands. */
  readonly inLegend?: false;
}

/** A line through points; stepped ones keep a value until the next point, as a survival curve does. */
export interface LineMark extends MarkBase {
  readonly kind: "line";
  readonly points: readonly Point[];
  readonly stepped?: true;
}

/** The area between two values; an opaque one is part of a stack, another shows uncertainty around a line. */
export interface BandMark extends MarkBase {
  readonly kind: "band";
  readonly points: readonly { readonly x: number; readonly low: number; readonly high: number }[];
  readonly stepped?: true;
  readonly opaque?: true;
}

/** Upright bars of one width, in units of the x axis. */
export interface BarsMark extends MarkBase {
  readonly kind: "bars";
  readonly bars: readonly { readonly x: number; readonly from: number; readonly to: number }[];
  readonly width: number;
}

export interface DotsMark extends MarkBase {
  readonly kind: "dots";
  readonly points: readonly Point[];
  /** The row of the table that each dot stands for, where dots can be opened. */
  readonly rows?: readonly number[];
  /** What a tooltip says of each dot in place of its coordinates. */
  readonly labels?: readonly string[];
}

/** Horizontal intervals, each with a point in it. */
export interface IntervalsMark extends MarkBase {
  readonly kind: "intervals";
  /** Thin lines, small points and no whiskers, for intervals close to each other. */
  readonly dense?: true;
  readonly points: readonly {
    readonly x: number;
    readonly low: number;
    readonly high: number;
    readonly y: number;
  }[];
}

/** What a horizontal box shows; every number is given. */
export interface Box {
  readonly y: number;
  readonly low: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly high: number;
  readonly outliers: readonly number[];
}

export interface BoxesMark extends MarkBase {
  readonly kind: "boxes";
  readonly boxes: readonly Box[];
}

export type Mark = LineMark | BandMark | BarsMark | DotsMark | IntervalsMark | BoxesMark;

/** A straight line across the figure: the truth, a mean, a marked year. */
export interface Guide {
  /** The axis on which its place is read: "x" for an upright line. */
  readonly axis: "x" | "y";
  readonly at: number;
  readonly name: string;
  readonly style: MarkStyle;
  readonly inLegend?: false;
}

export type Cell = number | string | null;

export interface TableColumn {
  /** The column's name in a CSV file, the same in every language. */
  readonly key: string;
  /** Its heading on the screen. */
  readonly label: string;
  readonly format: NumberFormat | "text";
}

/** The numbers of a figure, one row each thing shown; the first column names the row. */
export interface FigureTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * A figure as plain data: what `figureConfiguration` makes a canvas of, `figureSvg` a drawing, `figureCsv` a file, and the view a
 * sentence and a table. It survives structuredClone and JSON, but for NaN.
 */
export interface Figure {
  /** Stable, of letters, digits and hyphens: the name of exported files and part of the page's ids. */
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  /** One sentence with the numbers, for those who do not see the figure. */
  readonly summary: string;
  readonly x: Axis;
  readonly y: Axis;
  /** A strip below another figure, less than half as high. */
  readonly strip?: true;
  /** In drawing order, the last on top. */
  readonly marks: readonly Mark[];
  readonly guides: readonly Guide[];
  readonly table: FigureTable;
}
