import { InvalidFormula, type ModelFrame } from "../../estimators/index.ts";
import { InvalidInput } from "../../scenarios/index.ts";
import { phrase, type Said } from "../../scenarios/phrase.ts";

/** What `bandwagon estimate` cannot do, said before anything is fitted. */

export function refused(path: string, found: Said, expected: Said): InvalidInput {
  return new InvalidInput({ path, found, expected });
}

/** The outcome, once it is known to hold nothing else. */
export function zerosAndOnes({ outcome, formula, rowNumbers }: ModelFrame): Float64Array {
  if (outcome.kind !== "values") throw new RangeError("a binary model explains 0 and 1");
  const { values, name } = outcome;
  const other = values.findIndex((value) => value !== 0 && value !== 1);
  if (other < 0) return values;
  throw new InvalidFormula(formula.source, formula.outcome, {
    found: phrase`${name} with the value ${values[other] ?? Number.NaN} in row ${(rowNumbers[other] ?? 0) + 2}`,
    expected: phrase`0 and 1 (a comparison such as ${name} == ${values[other] ?? Number.NaN} makes them), or Surv(…) for durations`,
  });
}

/** What `--weights` takes. */
export const WEIGHTS = phrase`weights above 0; --subset leaves out the rows of the others`;

export function refuseZeroWeights({ weights, rowNumbers }: ModelFrame): void {
  const zero = weights === null ? -1 : weights.indexOf(0);
  if (zero < 0) return;
  const found = phrase`the weight 0 in row ${(rowNumbers[zero] ?? 0) + 2}`;
  throw refused("--weights", found, WEIGHTS);
}

/** A group with rows in two clusters has no score of its own. */
export function refuseDividedGroups({ randomEffect, cluster }: ModelFrame): void {
  if (randomEffect === null || cluster === null) return;
  const clusterOf = new Int32Array(randomEffect.count).fill(-1);
  for (const [row, group] of randomEffect.codes.entries()) {
    const here = cluster.codes[row] ?? -1;
    if (clusterOf[group] !== -1 && clusterOf[group] !== here) {
      const found = phrase`a group of ${randomEffect.name} with rows in two clusters of ${cluster.name}`;
      throw refused(
        "--cluster",
        found,
        phrase`clusters of whole groups, such as ${randomEffect.name} itself`,
      );
    }
    clusterOf[group] = here;
  }
}

export function refuseAbsorbed({ formula }: ModelFrame, model: Said, expected: Said): void {
  const { source, absorbed } = formula;
  if (absorbed === null) return;
  throw new InvalidFormula(source, absorbed, {
    found: phrase`effects to absorb in ${model}`,
    expected: phrase`a formula without the bar: ${expected}`,
  });
}
