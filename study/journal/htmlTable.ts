import type { EstimateResult } from "../estimate/estimateResult.ts";
import { htmlOfJournal } from "./htmlOfJournal.ts";
import { type JournalOptions, journalTable } from "./journalTable.ts";

/** Fits side by side as one HTML document that needs nothing beside itself: coefficients with stars, standard errors below. */
export function htmlTable(fits: readonly EstimateResult[], options: JournalOptions = {}): string {
  return htmlOfJournal(journalTable(fits, options));
}
