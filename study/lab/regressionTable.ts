import { fixed } from "../journal/journalNumbers.ts";
import type { JournalCell, JournalRow, JournalTable } from "../journal/journalTable.ts";
import { decimalsFor } from "../measures/decimals.ts";
import type { LabFit, LabTerm } from "./labFit.ts";
import type { PublishedColumn } from "./publishedColumn.ts";

/** What a table is written with: the reader's words and, on a screen, the numbers of the reader's language. */
export interface TableWords {
  readonly caption: string;
  readonly labelOf: (term: string) => string;
  /** Heading of a column: what of ours, and what of the paper's. */
  readonly ours: (specification: string) => string;
  readonly theirs: (specification: string) => string;
  readonly models: { readonly probit: string; readonly cox: string; readonly other: string };
  readonly notConverged: string;
  readonly dummies: (set: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly observations: string;
  readonly events: string;
  readonly groups: string;
  readonly logLikelihood: string;
  /** Sentences below: stars and their levels, errors, what coefficients of each model are. */
  readonly notes: readonly string[];
  /** As files have them when left out: points, and a hyphen for the sign. */
  readonly fixed?: (value: number, decimals: number) => string;
  readonly count?: (value: number) => string;
}

/** Stars by the levels that the papers' own stars are read with: 1, 5 and 10 %. */
function starCount(pValue: number): number {
  return pValue <= 0.01 ? 3 : pValue <= 0.05 ? 2 : pValue <= 0.1 ? 1 : 0;
}

/** One number of a column with its error, before it is text. */
interface Entry {
  readonly estimate: number;
  readonly stdError: number;
  readonly stars: number;
}

interface TableColumn {
  readonly fit: LabFit;
  readonly published: PublishedColumn | null;
  readonly terms: ReadonlyMap<string, Entry>;
}

/**
 * The regression table as journals print it: terms in rows, specifications in columns, coefficients (log hazard ratios in a Cox model) with
 * stars, errors below them. With `published`, the column of the paper stands right of each that repeats one, in the same units.
 */
export function regressionTable(
  fits: readonly LabFit[],
  words: TableWords,
  options: { readonly published?: boolean } = {},
): JournalTable {
  const write = words.fixed ?? fixed;
  const count = words.count ?? String;
  const columns = fits.flatMap((fit): TableColumn[] => {
    const ours = { fit, published: null, terms: new Map(fit.converged ? fit.terms.map(entryOf) : []) };
    if (options.published !== true || fit.published === null) return [ours];
    return [ours, { fit, published: fit.published, terms: new Map(fit.published.terms.map(printedEntry)) }];
  });
  const names = termsInOrder(columns);
  const statistic = (
    label: string,
    ours: (fit: LabFit) => string | null,
    theirs: (published: PublishedColumn) => string | null,
  ): JournalRow[] => {
    const texts = columns.map(({ fit, published }) => (published === null ? ours(fit) : theirs(published)));
    if (texts.every((text) => text === null)) return [];
    return [{ label, cells: texts.map((text) => ({ text: text ?? "", stars: 0 })), errors: null }];
  };
  const counted = (value: number | null) => (value === null ? null : count(value));
  const likelihood = (value: number | null) => (value === null ? null : write(value, 1));
  const sets = [...new Set(fits.flatMap(({ dummies }) => dummies))];
  return {
    caption: words.caption,
    outcomes: columns.map(({ fit, published }) =>
      published === null ? words.ours(fit.specification) : words.theirs(fit.specification),
    ),
    models: columns.map(({ fit }) => words.models[fit.model]),
    terms: names.map((name) => termRow(name, columns, words, write)),
    statistics: [
      ...sets.flatMap((set) =>
        statistic(
          words.dummies(set),
          (fit) => (fit.dummies.includes(set) ? words.yes : words.no),
          () => null,
        ),
      ),
      ...sigmaRow(columns, write),
      ...statistic(
        "ρ",
        ({ rho, converged }) => (rho === null || !converged ? null : write(rho, 3)),
        () => null,
      ),
      ...statistic(
        words.observations,
        ({ observations }) => count(observations),
        ({ observations }) => counted(observations),
      ),
      ...statistic(
        words.groups,
        ({ groups }) => counted(groups),
        ({ groups }) => counted(groups),
      ),
      ...statistic(
        words.events,
        ({ events }) => counted(events),
        () => null,
      ),
      ...statistic(
        words.logLikelihood,
        ({ logLikelihood, converged }) => (converged ? likelihood(logLikelihood) : words.notConverged),
        ({ logLikelihood }) => likelihood(logLikelihood),
      ),
    ],
    notes: words.notes,
  };
}

function entryOf({ term, estimate, stdError, pValue }: LabTerm): [string, Entry] {
  return [term, { estimate, stdError, stars: starCount(pValue) }];
}

function printedEntry({
  term,
  estimate,
  stdError,
  stars,
}: PublishedColumn["terms"][number]): [string, Entry] {
  return [term, { estimate, stdError, stars: stars.length }];
}

const INTERCEPT = "(Intercept)";

/** In the order in which columns bring them; peers first, which the reader is here for, the intercept last. */
function termsInOrder(columns: readonly TableColumn[]): string[] {
  const all = [...new Set(columns.flatMap(({ terms }) => [...terms.keys()]))];
  const rank = (name: string) => (isOfPeers(name) ? 0 : name === INTERCEPT ? 2 : 1);
  return all.sort((a, b) => rank(a) - rank(b));
}

/** Whether a term counts other firms. */
export function isOfPeers(term: string): boolean {
  return /[pP]eers|national|OffshoreOutsourcingProvince|largeOffshoring/.test(term);
}

/** All columns of a row at the decimals that show two digits of the smallest error, three or more. */
function termRow(
  name: string,
  columns: readonly TableColumn[],
  words: TableWords,
  write: (value: number, decimals: number) => string,
): JournalRow {
  const found = columns.map(({ terms }) => terms.get(name));
  const errors = found.flatMap((entry) => (entry && entry.stdError > 0 ? [entry.stdError] : []));
  const decimals = errors.length === 0 ? 3 : Math.min(6, Math.max(3, decimalsFor(Math.min(...errors))));
  return {
    label: words.labelOf(name),
    cells: found.map((entry): JournalCell => {
      if (entry === undefined) return { text: "", stars: 0 };
      return { text: write(entry.estimate, decimals), stars: entry.stars };
    }),
    errors: found.map((entry) =>
      entry === undefined || Number.isNaN(entry.stdError) ? "" : `(${write(entry.stdError, decimals)})`,
    ),
  };
}

function sigmaRow(
  columns: readonly TableColumn[],
  write: (value: number, decimals: number) => string,
): JournalRow[] {
  const found = columns.map(({ fit, published }) => (published === null ? fit.sigma : null));
  if (found.every((sigma) => sigma === null)) return [];
  return [
    {
      label: "σ",
      cells: found.map((sigma) => ({ text: sigma === null ? "" : write(sigma.estimate, 3), stars: 0 })),
      errors: found.map((sigma) => (sigma === null ? "" : `(${write(sigma.stdError, 3)})`)),
    },
  ];
}
