import type { EstimateResult } from "../estimate/estimateResult.ts";
import { type JournalOptions, journalTable } from "./journalTable.ts";
import { latexOfJournal } from "./latexOfJournal.ts";

/**
 * Fits side by side as a LaTeX table, for `\input`: coefficients with stars, standard errors in parentheses below. The
 * document needs the package booktabs.
 */
export function latexTable(fits: readonly EstimateResult[], options: JournalOptions = {}): string {
  return latexOfJournal(journalTable(fits, options));
}
