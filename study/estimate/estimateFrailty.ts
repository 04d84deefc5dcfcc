import { fitGammaFrailty, type GammaFrailtyFit, type ModelFrame } from "../../estimators/index.ts";
import type { Table } from "../../panel/table.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { linkOf, refuseAbsorbedEffects } from "./estimateBinary.ts";
import type { ModelOptions } from "./estimateOptions.ts";
import { refuseDividedGroups, refused, zerosAndOnes } from "./estimateRefusals.ts";
import { condition } from "./rowsOfFile.ts";

/** A grouped hazard with a gamma frailty for each group: complementary log-log on rows of spell and period. */
export function fitWithGammaFrailty(frame: ModelFrame, options: ModelOptions, whole: Table): GammaFrailtyFit {
  const { matrix, offset, weights, cluster, randomEffect } = frame;
  if (randomEffect === null)
    throw refused("--frailty gamma", phrase`no groups`, phrase`a formula with (1 | g)`);
  const link = linkOf(options);
  if (link !== "cloglog")
    throw refused("--frailty gamma", phrase`a ${link}`, phrase`--model cloglog beside it`);
  refuseAbsorbedEffects(frame, link);
  const outcome = zerosAndOnes(frame);
  refuseDividedGroups(frame);
  refuseDividedWeights(frame);
  const beforeEntry = rowsBeforeEntry(frame, options, whole);
  return fitGammaFrailty(matrix, outcome, randomEffect.codes, {
    confidenceLevel: options.confidence,
    ...(beforeEntry && { beforeEntry }),
    ...(offset && { offset }),
    ...(weights && { groupWeights: weights }),
    ...(cluster && { cluster: cluster.codes }),
    ...(options.robust && { robust: options.robust }),
  });
}

/** Rows at risk before a group was seen, none of which can have the event. */
export function rowsBeforeEntry(
  frame: ModelFrame,
  { beforeEntry }: ModelOptions,
  whole: Table,
): Uint8Array | null {
  if (beforeEntry === undefined) return null;
  const { rowNumbers } = frame;
  const outcome = zerosAndOnes(frame);
  const holds = condition(whole, { what: "before-entry", text: beforeEntry });
  const mask = Uint8Array.from(rowNumbers, (row) => holds[row] ?? 0);
  const missing = mask.indexOf(2);
  const event = mask.findIndex((holds, row) => holds === 1 && outcome[row] === 1);
  const wrong = missing >= 0 ? missing : event;
  if (wrong < 0) return mask;
  const found = missing >= 0 ? phrase`a missing cell` : phrase`an event before entry`;
  throw refused(
    "--before-entry",
    phrase`${found} in row ${(rowNumbers[wrong] ?? 0) + 2}`,
    phrase`rows at risk without event`,
  );
}

/** The weight says how often a group counts. */
function refuseDividedWeights({ randomEffect, weights, rowNumbers }: ModelFrame): void {
  if (randomEffect === null || weights === null) return;
  const weightOf = new Map<number, number>();
  for (const [row, group] of randomEffect.codes.entries()) {
    const here = weights[row] ?? Number.NaN;
    const before = weightOf.get(group) ?? here;
    if (before !== here) {
      const found = phrase`the weights ${before} and ${here} in one group of ${randomEffect.name}, the second in row ${(rowNumbers[row] ?? 0) + 2}`;
      throw refused("--weights", found, phrase`one weight a group`);
    }
    weightOf.set(group, here);
  }
}
