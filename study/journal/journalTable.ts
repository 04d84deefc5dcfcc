import type { EstimateResult, ResultTerm } from "../estimate/estimateResult.ts";
import { decimalsFor } from "../measures/decimals.ts";
import { notesOf } from "./journalNotes.ts";
import { fixed, starsOf } from "./journalNumbers.ts";
import { statisticRows } from "./journalStatistics.ts";

export interface JournalOptions {
  /** What stands above the table. Default: "Estimates". */
  readonly caption?: string | undefined;
  /** A name for each fit, instead of its outcome. */
  readonly names?: readonly string[] | undefined;
}

/** A number as text, before either language has its say: stars and signs are marks of their own. */
export interface JournalCell {
  /** `-0.123`, `∞`, `omitted`; empty where the fit has no such term. */
  readonly text: string;
  /** 0 to 3. */
  readonly stars: number;
}

export interface JournalRow {
  readonly label: string;
  readonly cells: readonly JournalCell[];
  /** Standard errors, below the cells; null for a row without any. */
  readonly errors: readonly string[] | null;
}

/** Fits side by side, as journals print them. */
export interface JournalTable {
  readonly caption: string;
  /** Two lines above the columns: what is explained, and by which model. */
  readonly outcomes: readonly string[];
  readonly models: readonly string[];
  readonly terms: readonly JournalRow[];
  readonly statistics: readonly JournalRow[];
  /** Sentences below the table. */
  readonly notes: readonly string[];
}

/** Short enough to stand side by side. */
const MODELS: Readonly<Record<string, string>> = {
  probit: "Probit",
  logit: "Logit",
  cloglog: "Cloglog",
  randomEffectsProbit: "RE probit",
  randomEffectsLogit: "RE logit",
  randomEffectsCloglog: "RE cloglog",
  cox: "Cox",
  linear: "Linear",
  gammaFrailty: "Grouped hazard, gamma frailty",
  selectionDuration: "Selection and duration",
};

/** Rows aligned by the terms' names, in order of first appearance. */
export function journalTable(
  fits: readonly EstimateResult[],
  { caption = "Estimates", names = [] }: JournalOptions = {},
): JournalTable {
  const terms = [...new Set(fits.flatMap((fit) => fit.terms.map(({ term }) => term)))];
  return {
    caption,
    outcomes: fits.map(({ formula }, at) => names[at] ?? formula.split(" ~ ")[0] ?? ""),
    models: fits.map(modelName),
    terms: terms.map((name) => termRow(name, fits)),
    statistics: statisticRows(fits),
    notes: notesOf(fits),
  };
}

function modelName({ model, ties, penalty }: EstimateResult): string {
  const name = MODELS[model] ?? model;
  const details = [...(ties === null ? [] : [ties]), ...(penalty === "firth" ? ["Firth"] : [])];
  return details.length === 0 ? name : `${name} (${details.join(", ")})`;
}

/** The standard error that statistic and stars are made with. */
const errorOf = ({ robustStdError, stdError }: ResultTerm) => robustStdError ?? stdError;

/** All columns of a row at the decimals that show two digits of the smallest standard error, three or more. */
function termRow(name: string, fits: readonly EstimateResult[]): JournalRow {
  const found = fits.map(({ terms }) => terms.find(({ term }) => term === name));
  const errors = found.flatMap((term) => (term && errorOf(term) > 0 ? [errorOf(term)] : []));
  const decimals = errors.length === 0 ? 3 : Math.max(3, decimalsFor(Math.min(...errors)));
  return {
    label: name,
    cells: found.map((term) => {
      if (term === undefined) return blank;
      if (Number.isNaN(term.estimate)) return { text: "omitted", stars: 0 };
      if (!Number.isFinite(term.estimate)) return { text: term.estimate > 0 ? "∞" : "-∞", stars: 0 };
      return { text: fixed(term.estimate, decimals), stars: starsOf(term.pValue) };
    }),
    errors: found.map((term) => {
      if (term === undefined || !Number.isFinite(term.estimate)) return "";
      return Number.isFinite(errorOf(term)) ? `(${fixed(errorOf(term), decimals)})` : "(–)";
    }),
  };
}

const blank: JournalCell = { text: "", stars: 0 };
