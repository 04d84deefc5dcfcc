import { type Phrase, phrase, textOf } from "./phrase.ts";
import type { Scenario } from "./scenario.ts";

/** Why a history of this world left no row, and what to set: firms that are closed or too large leave none. */
export function emptyPanelPhrase({ surveyRule, turnoverCeiling }: Scenario): Phrase {
  if (turnoverCeiling > 0) {
    return phrase`the panel is empty: every firm closed or has a turnover above turnoverCeiling = ${turnoverCeiling} million; set a higher one, or 0 for none`;
  }
  return surveyRule === "balanced"
    ? phrase`the panel is empty: every firm closed, and surveyRule = "balanced" keeps survivors only; set surveyRule = "unbalanced", or a smaller closure in datedShocks or closureRate`
    : phrase`the panel is empty: every firm closed before the second recorded year; set a smaller closureRate or closure in datedShocks, or a later year of it`;
}

/** The same as text. */
export function emptyPanelReason(scenario: Scenario): string {
  return textOf(emptyPanelPhrase(scenario));
}
