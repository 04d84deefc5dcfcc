import type { Scenario } from "./scenario.ts";

/** Why a history of this world left no row, and what to set: only closed firms leave none. */
export function emptyPanelReason({ surveyRule }: Scenario): string {
  return surveyRule === "balanced"
    ? 'the panel is empty: every firm closed, and surveyRule = "balanced" keeps survivors only; set ' +
        'surveyRule = "unbalanced", or a smaller closure in datedShocks'
    : "the panel is empty: every firm closed before the second recorded year; set a smaller closure in datedShocks, " +
        "or a later year of it";
}
