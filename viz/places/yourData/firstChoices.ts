import type { DataSummary } from "../../../workers/lab/dataJobs.ts";
import { type Choices, noChoices } from "./choices.ts";

/** A model of the simulated panel to begin with: the dynamic probit that its world is about. */
export const sampleChoices: Choices = {
  ...noChoices,
  outcome: "active",
  regressors: [
    { column: "yLag", use: "asIs" },
    { column: "yInitial", use: "asIs" },
    { column: "msePeersSameDestination", use: "asIs" },
    { column: "size", use: "asIs" },
    { column: "destination", use: "asIs" },
    { column: "year", use: "category" },
  ],
  unit: "pair",
  period: "year",
  cluster: "pair",
};

/** Where a reader's own table begins: the outcome is the first column of 0 and 1, and nothing else is supposed. */
export function choicesFor({ columns }: DataSummary): Choices {
  return { ...noChoices, outcome: columns.find(({ kind }) => kind === "indicator")?.name ?? "" };
}
