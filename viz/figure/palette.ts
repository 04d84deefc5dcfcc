/** Okabe and Ito's colours that reach 3 : 1 on white and on the dark ground, two that need an outline, and the text's own. */
export type Colour = "blue" | "vermillion" | "green" | "purple" | "orange" | "sky" | "ink";

/** A shape that can be told from the others without colour. */
export type Shape = "circle" | "square" | "triangle" | "diamond" | "cross" | "tick";

/** How a mark looks: never a colour alone. */
export interface MarkStyle {
  readonly colour: Colour;
  /** Lengths of dashes and gaps in units of the line's width; empty for an unbroken line. */
  readonly dash: readonly number[];
  readonly shape: Shape;
  /** Line width relative to the theme's; 1 by default. */
  readonly weight?: number;
}

const hexOf: Record<Exclude<Colour, "ink">, string> = {
  blue: "#0072B2",
  vermillion: "#D55E00",
  green: "#009E73",
  purple: "#CC79A7",
  orange: "#E69F00",
  sky: "#56B4E9",
};

/** The colour as CSS writes it. */
export function colourText(colour: Colour, ink: string): string {
  return colour === "ink" ? ink : hexOf[colour];
}

const series: readonly MarkStyle[] = [
  { colour: "blue", dash: [], shape: "circle" },
  { colour: "vermillion", dash: [4, 2], shape: "square" },
  { colour: "green", dash: [1, 2], shape: "triangle" },
  { colour: "purple", dash: [6, 2, 1, 2], shape: "diamond" },
  { colour: "orange", dash: [8, 2], shape: "cross" },
  { colour: "sky", dash: [2, 2], shape: "tick" },
];

/** The look of the n-th series: each differs from the five before it in colour, dashes and shape. */
export function seriesStyle(at: number): MarkStyle {
  const style = series[at % series.length];
  if (style === undefined) throw new RangeError(`a series is numbered 0, 1, 2 …, not ${at}`);
  return style;
}

/** The truth, wherever it is marked. */
export const truthStyle: MarkStyle = { colour: "vermillion", dash: [], shape: "tick", weight: 1.5 };
/** A mean of what is shown. */
export const meanStyle: MarkStyle = { colour: "ink", dash: [4, 2], shape: "cross" };
/** A value from a published table. */
export const publishedStyle: MarkStyle = { colour: "ink", dash: [], shape: "diamond" };
/** The year now shown. */
export const cursorStyle: MarkStyle = { colour: "ink", dash: [], shape: "tick", weight: 0.75 };
/** A year in which something was changed. */
export const eventStyle: MarkStyle = { colour: "ink", dash: [1, 2], shape: "tick", weight: 1 };
/** The line at nothing, or at a nominal value. */
export const referenceStyle: MarkStyle = { colour: "ink", dash: [2, 2], shape: "tick", weight: 0.5 };
