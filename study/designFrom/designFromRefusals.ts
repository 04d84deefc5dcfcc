import type { ModelFrame } from "../../estimators/index.ts";
import { InvalidInput, nearestName } from "../../scenarios/index.ts";
import { phrase, type Said } from "../../scenarios/phrase.ts";
import type { DesignFromPanel } from "./designFromFit.ts";
import { isKnownColumn, knownColumns } from "./knownColumns.ts";
import { statusBefore } from "./panelMargins.ts";

/**
 * What no world of ours can have: in `canello-2022/eq1` units decide by a probit with an effect of their own, and nothing else.
 *
 * @param unit column of whose a row is.
 * @throws InvalidInput for durations, absorbed effects, offsets, a random effect of something else than the unit, a formula
 * without intercept, and outcomes other than 0 and 1.
 */
export function refuseOtherModels(frame: ModelFrame, unit: string): void {
  const { outcome, absorbed, offset, randomEffect, matrix } = frame;
  const refuse = (found: Said, expected: Said) => {
    throw new InvalidInput({ path: "--formula", found, expected });
  };
  const probit = phrase`a probit of a column of 0 and 1, with (1 | ${unit}) for a random effect: only there the model itself can be the world`;
  if (outcome.kind !== "values") {
    refuse(
      phrase`an outcome that is a duration`,
      phrase`${probit}; for a hazard, the state in each period as outcome, or a design of canello-2022/return written by hand (docs/studies.md)`,
    );
  } else if (!outcome.values.every((value) => value === 0 || value === 1)) {
    refuse(phrase`${outcome.name} with values other than 0 and 1`, phrase`0 and 1`);
  }
  if (absorbed.length > 0) refuse(phrase`absorbed effects`, probit);
  if (offset !== null)
    refuse(phrase`an offset`, phrase`terms whose coefficients are estimated; the world has no offset`);
  if (!matrix.intercept) refuse(phrase`no intercept`, phrase`one: it is what makes as many active`);
  if (randomEffect !== null && randomEffect.name !== unit) {
    refuse(
      phrase`a random effect of ${randomEffect.name}, where --panel says that rows are of ${unit}`,
      phrase`(1 | ${unit}), or none: in the world it is the unit that has one`,
    );
  }
}

/**
 * @param names ours by theirs.
 * @param columns of the file.
 * @throws InvalidInput for a column that the file has not, or that our worlds do not know.
 */
export function refuseUnknownNames(
  names: Readonly<Record<string, string>>,
  columns: readonly string[],
): void {
  for (const [theirs, ours] of Object.entries(names)) {
    const flag = `--map ${theirs}=${ours}`;
    if (!columns.includes(theirs)) {
      throw new InvalidInput({
        path: flag,
        found: phrase`no column named ${JSON.stringify(theirs)}`,
        expected: phrase`one of ${columns.join(", ")}`,
        suggestion: nearestName(theirs, columns),
      });
    }
    if (isKnownColumn(ours)) continue;
    throw new InvalidInput({
      path: flag,
      found: phrase`${JSON.stringify(ours)}, which is no column of ours that a world can take a coefficient or a place from`,
      expected: phrase`one of ${knownColumns.join(", ")}`,
      suggestion: nearestName(ours, knownColumns),
    });
  }
}

/**
 * Weeks 0, 2, 4 leave every `lag()` empty, and all rows with it.
 *
 * @throws InvalidInput where no row has one of the same unit a time of 1 before it.
 */
export function refuseTimesApart(unit: ArrayLike<number>, time: ArrayLike<number>, panel: string): void {
  const known = statusBefore(unit, time, new Float64Array(time.length));
  if (known.length === 0 || known.some((value) => !Number.isNaN(value))) return;
  throw new InvalidInput({
    path: `--panel ${panel}`,
    found: phrase`no two rows of a unit whose times differ by 1, so that lag() has no value anywhere`,
    expected: phrase`times that count periods: 1, 2, 3, …`,
  });
}

/** @throws InvalidInput where a design has none of the columns asked for. */
export function refuseUnknownEstimand({ carried }: DesignFromPanel, estimand: string | undefined): void {
  const columns = carried.map(({ column }) => column);
  if (carried.length === 0) {
    throw new InvalidInput({
      path: "--formula",
      found: phrase`no term that our worlds know`,
      expected: phrase`yLag or lag(outcome), msePeersSameDestination, size, … (docs/power.md); --map tells which column is which`,
    });
  }
  if (estimand === undefined || columns.includes(estimand)) return;
  throw new InvalidInput({
    path: "--estimand",
    found: JSON.stringify(estimand),
    expected: phrase`one of ${columns.join(", ")}`,
    suggestion: nearestName(estimand, columns),
  });
}
