import { checkBinaryOutcome } from "../binary/binaryOutcome.ts";
import { requireLength } from "../binary/prepareBinary.ts";
import type { FitWarning } from "../fit.ts";
import { type ModelMatrix, termNames } from "../modelMatrix.ts";
import { checkWeights } from "../rowWeights.ts";
import { findEstimatedTerms } from "../splitDesign/estimatedTerms.ts";
import { singletonGroups } from "../splitDesign/groupRows.ts";
import { splitDesign } from "../splitDesign/splitDesign.ts";
import { CENSORED, type Equation, EVENT, type JointRows, jointRows } from "./jointRows.ts";
import { besideEachOther, selectRows } from "./selectRows.ts";

export interface SelectionDurationProblem {
  /** Of both equations: `selection: x`, …, `duration: x`, … */
  readonly names: readonly string[];
  readonly selection: Equation;
  /** Over the selected rows. */
  readonly duration: Equation;
  readonly rows: JointRows;
  readonly selectedObservations: number;
  readonly events: number;
  /** False when there is nothing to search: nobody or everybody selected, no events. */
  readonly searchable: boolean;
  /** Each rules out a unique finite maximum. */
  readonly problems: readonly FitWarning[];
  /** What the user should know of a fit that is sound. */
  readonly notes: readonly FitWarning[];
}

/** See `fitSelectionDuration` for what is refused with a RangeError. */
export function prepareSelectionDuration(
  selectionMatrix: ModelMatrix,
  selected: ArrayLike<number>,
  durationMatrix: ModelMatrix,
  time: ArrayLike<number>,
  event: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
): SelectionDurationProblem {
  const { rows } = selectionMatrix;
  checkBinaryOutcome(selected, rows);
  if (durationMatrix.rows !== rows) {
    throw new RangeError(`the duration matrix has ${durationMatrix.rows} rows, the selection matrix ${rows}`);
  }
  requireLength("the time column", time, rows);
  requireLength("the event column", event, rows);
  if (weights !== undefined) checkWeights(weights, rows);

  const state = new Uint8Array(rows);
  const selectedRows: number[] = [];
  let events = 0;
  for (let row = 0; row < rows; row++) {
    if (selected[row] === 0) continue;
    if (!(time[row] > 0 && time[row] < Infinity)) {
      throw new RangeError(
        `time, row ${row}: ${time[row]} is not a positive number, and the row is selected`,
      );
    }
    if (event[row] !== 0 && event[row] !== 1) {
      throw new RangeError(`event, row ${row}: ${event[row]} is neither 0 nor 1, and the row is selected`);
    }
    state[row] = event[row] === 1 ? EVENT : CENSORED;
    events += event[row];
    selectedRows.push(row);
  }
  const ofSelected = Int32Array.from(selectedRows);
  const durations = selectRows(durationMatrix, ofSelected);
  const selection = equation(selectionMatrix, "selection", "");
  const duration = equation(durations, "duration", " in the selected rows");
  const emptiness = nothingToFit(rows, ofSelected.length, events);
  const searchable = emptiness.length === 0;
  const restricted = searchable && !hasExclusion(selectRows(selectionMatrix, ofSelected), duration);
  return {
    names: [...selection.names, ...duration.names],
    selection,
    duration,
    rows: jointRows(selection, duration, state, time, weights ?? null),
    selectedObservations: ofSelected.length,
    events,
    searchable,
    problems: [...selection.warnings, ...duration.warnings, ...emptiness],
    notes: restricted ? [NO_EXCLUSION] : [],
  };
}

const NO_EXCLUSION: FitWarning = {
  code: "no-exclusion-restriction",
  terms: [],
  message:
    "every column of the selection is in the duration equation too: only the assumed distributions tell selection from dependence; add a column that moves selection alone",
};

function equation(
  matrix: ModelMatrix,
  label: "selection" | "duration",
  where: string,
): Equation & { names: string[]; warnings: FitWarning[] } {
  const design = splitDesign(matrix, singletonGroups(matrix.rows));
  const { estimated, dependent } = findEstimatedTerms(design);
  const names = termNames(matrix).map((name) => `${label}: ${name}`);
  const empty = new Set(emptyLevels(matrix).map((name) => `${label}: ${name}`));
  const dependentNames = matrix.rows === 0 ? [] : dependent.map((term) => names[term]);
  const without = dependentNames.filter((name) => empty.has(name));
  const combined = dependentNames.filter((name) => !empty.has(name));
  const warnings: FitWarning[] = [];
  if (without.length > 0) {
    const message = `${without.join(", ")}: no rows${where}, so nothing can be said about it; drop the level`;
    warnings.push({ code: "empty-category", terms: without, message });
  }
  if (combined.length > 0) {
    const message = `${combined.join(", ")}: a linear combination of the terms before${where}; not estimated, so drop it`;
    warnings.push({ code: "collinear", terms: combined, message });
  }
  return { matrix, design, terms: estimated, names, warnings };
}

/** Terms of levels that no row has. */
function emptyLevels({ factors }: ModelMatrix): string[] {
  return factors.flatMap(({ name, codes, levels }) => {
    const present = new Set(codes);
    return levels.filter((_, code) => !present.has(code)).map((level) => name + level);
  });
}

/** Whether some column of the selection is no combination of the duration's, over the selected rows. */
function hasExclusion(selectionOfSelected: ModelMatrix, duration: Equation): boolean {
  const together = besideEachOther(duration.matrix, selectionOfSelected);
  const { estimated } = findEstimatedTerms(splitDesign(together, singletonGroups(together.rows)));
  const interceptAdded = together.intercept && !duration.matrix.intercept ? 1 : 0;
  return estimated.length > duration.terms.length + interceptAdded;
}

function nothingToFit(rows: number, selected: number, events: number): FitWarning[] {
  if (rows === 0 || selected === 0 || selected === rows) {
    const found =
      rows === 0 ? "there are no rows" : selected === 0 ? "no row is selected" : "every row is selected";
    const message = `${found}: there is no selection to estimate${selected > 0 && rows > 0 ? "; fit the duration alone" : ""}`;
    return [{ code: "constant-outcome", terms: [], message }];
  }
  if (events > 0) return [];
  const message = `none of the ${selected} selected rows has an event: durations say nothing of the hazard`;
  return [{ code: "no-events", terms: [], message }];
}
