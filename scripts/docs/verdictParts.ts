import { readFileSync } from "node:fs";
import type { Verdict } from "../../study/verdict/verdict.ts";
import { effectTable, overallList, placeboTable } from "../../study/verdict/verdictMarkdown.ts";

/** The recorded verdict of the study `identifiability`. */
function recorded(): Verdict {
  return JSON.parse(readFileSync("docs/identifiability.json", "utf8"));
}

/** Worlds × specifications. */
export const verdictOnSpecifications = (): string => effectTable(recorded());

/** Worlds × placebos and tests. */
export const verdictOnPlacebos = (): string => placeboTable(recorded());

/** What is said of each method over all worlds. */
export const verdictOverall = (): string => overallList(recorded());
