import type { Family } from "../../scenarios/index.ts";
import { count } from "../../study/journal/journalNumbers.ts";
import type { SpreadOverSeeds } from "../../study/replicate/spreadOverSeeds.ts";
import { DIFFERS } from "./replicationCells.ts";
import { notesOnPrint, notSimulated } from "./replicationNotes.ts";

/** What was repeated, and on which world. */
export function headOfSpread(of: SpreadOverSeeds): [paper: string, world: string] {
  const { paper, reference, scenario, firms, scale, seeds } = of;
  return [
    `${paper}: ${reference}`,
    `world ${scenario}, ${count(firms)} firms (scale ${scale}), ${seeds.length} histories, seeds ${seeds[0]} to ${seeds.at(-1)}`,
  ];
}

/** What a reader of the tables must know, one paragraph each. */
export function notesOfSpread({ models, notes, scale, seeds }: SpreadOverSeeds, family: Family): string[] {
  const terms = models.flatMap(({ terms }) => terms);
  const judged = terms.filter(({ outside }) => outside !== null);
  const outside = judged.filter((term) => term.outside === true).length;
  const wide = terms.filter(({ sd, meanStdError }) => sd > 1.5 * meanStdError).length;
  const cox = models.some(({ estimator }) => estimator === "coxProportionalHazards");
  return [
    "Paper: standard errors in parentheses. *** p ≤ 0.01, ** p ≤ 0.05, * p ≤ 0.1. Ours: mean over histories, their standard deviation in square brackets.",
    ...(cox
      ? ["Cox models: hazard ratios; the mean, the errors and the deviations are those of their logarithms."]
      : []),
    "differ: in how many histories ours differs from theirs by more than sampling error, as one history is judged.",
    `${DIFFERS} theirs can hardly be one more history of this world: Student's t of the printed number against the histories (or its own error, where that is larger), 5 %. ${outside} of ${judged.length} coefficients. Chance alone would mark at most one in twenty.${seeds.length < 3 ? " Two histories are too few to tell." : ""}`,
    `Histories differ by more than the fits' own standard errors say (by half as much again, or more) in ${wide} of ${terms.length} coefficients: there the draw of the world matters, not the sampling.`,
    "Firms and their characteristics are synthetic: that a coefficient differs says nothing against the paper, and that it agrees says nothing for it.",
    ...(scale < 1
      ? [
          `At scale ${scale} there are fewer firms in every province: peers are fewer and histories differ more. Captive firms keep their number.`,
        ]
      : []),
    ...notSimulated(models, family),
    ...notesOnPrint(notes),
  ];
}
