import { type CoxFit, coxSurvival, type Fit } from "../../estimators/index.ts";
import { RowOfMatrix } from "../../estimators/matrixRow.ts";
import type { Table } from "../../panel/table.ts";
import type { CoxSpecification } from "../../scenarios/index.ts";
import { coxDataOf } from "../fittedRows.ts";

/** Terms whose value is fixed when a spell begins: how many peers were there before. */
const BEFORE_ENTRY = ["msePeersSameDestinationBeforeEntry", "atEntry(mseOffshoreOutsourcingProvinceLag1)"];

/** A curve of spells that are still running, by years since their start. */
export interface SpellCurve {
  /** Peers before the start for which it is drawn. */
  readonly peers: number;
  readonly time: readonly number[];
  readonly survival: readonly number[];
  readonly confLow: readonly number[];
  readonly confHigh: readonly number[];
}

/** Spells alike in all but the peers before their start: with none, and with the mean of those that had any. */
export interface PeerSurvival {
  readonly term: string;
  readonly without: SpellCurve;
  readonly with: SpellCurve;
}

/**
 * Survival abroad from a Cox fit, with all other covariates at their means. Null where the model has no peers before the start, or
 * no spell had any.
 */
export function peerSurvival(panel: Table, specification: CoxSpecification, fit: Fit): PeerSurvival | null {
  const at = specification.numeric.findIndex((name) => BEFORE_ENTRY.includes(name));
  const term = specification.numeric[at];
  if (term === undefined || !isCox(fit)) return null;
  const data = coxDataOf(panel, specification);
  const { means, meanOfPositive } = meansOf(data.matrix, fit.terms.length, at);
  if (Number.isNaN(meanOfPositive)) return null;
  const curve = (peers: number): SpellCurve => {
    const covariates = means.slice();
    covariates[at] = peers;
    const { time, survival, confLow, confHigh } = coxSurvival(data, fit, { covariates });
    return {
      peers,
      time: [...time],
      survival: [...survival],
      confLow: [...confLow],
      confHigh: [...confHigh],
    };
  };
  return { term, without: curve(0), with: curve(meanOfPositive) };
}

function isCox(fit: Fit): fit is CoxFit {
  return fit.model === "cox";
}

/** Means of all terms, and of one over the rows where it is above zero. */
function meansOf(
  matrix: ConstructorParameters<typeof RowOfMatrix>[0],
  terms: number,
  of: number,
): { readonly means: Float64Array; readonly meanOfPositive: number } {
  const row = new RowOfMatrix(matrix);
  const means = new Float64Array(terms);
  let positive = 0;
  for (let r = 0; r < matrix.rows; r++) {
    row.read(r);
    for (let i = 0; i < row.count; i++) {
      const term = row.terms[i] ?? 0;
      const value = row.values[i] ?? 0;
      means[term] = (means[term] ?? 0) + value;
      if (term === of && value > 0) positive += 1;
    }
  }
  const meanOfPositive = positive === 0 ? Number.NaN : (means[of] ?? 0) / positive;
  return { means: means.map((sum) => sum / matrix.rows), meanOfPositive };
}
