import { type LabelCodeArray, labelCodeArray, missingCode } from "../../panel/table.ts";
import type { PanelIndex } from "./panelIndex.ts";
import { MISSING_LOGICAL, type NumberValues, numbers, type Values } from "./values.ts";

/** The values of other rows, missing where `from` is −1: lags and initial values. */
export function valuesAt(values: Values, from: Int32Array): Values {
  const pick = <Cells extends Float64Array | LabelCodeArray | Uint8Array>(
    cells: ArrayLike<number>,
    to: Cells,
    missing: number,
  ) => {
    for (let row = 0; row < from.length; row++) to[row] = from[row] < 0 ? missing : cells[from[row]];
    return to;
  };
  const rows = from.length;
  switch (values.kind) {
    case "label": {
      const codes = labelCodeArray(rows, values.levels.length);
      return { ...values, codes: pick(values.codes, codes, missingCode(codes)) };
    }
    case "logical":
      return { ...values, values: pick(values.values, new Uint8Array(rows), MISSING_LOGICAL) };
    case "number":
      return { ...values, values: pick(values.values, new Float64Array(rows), Number.NaN) };
  }
}

/**
 * Mean of each unit over its rows of the sample, in every row of the unit; missing for a unit without such a row.
 *
 * With `withoutFirst` the row of the unit's earliest time is left out. In a dynamic model the means run over t = 1..T: a
 * mean that includes the initial period is biased in short panels (Rabe-Hesketh & Skrondal 2013, Economics Letters 120,
 * 346–349), and x at t = 0 is a term of its own, `initial(x)`.
 */
export function unitMeans(
  { values }: NumberValues,
  panel: PanelIndex,
  sample: Uint8Array,
  withoutFirst: boolean,
): NumberValues {
  const sums = new Float64Array(panel.units);
  const counts = new Float64Array(panel.units);
  for (let row = 0; row < values.length; row++) {
    const unit = panel.unit[row];
    if (unit < 0 || sample[row] === 0 || (withoutFirst && panel.first[row] === row)) continue;
    sums[unit] += values[row];
    counts[unit]++;
  }
  const means = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const unit = panel.unit[row];
    means[row] = unit < 0 ? Number.NaN : sums[unit] / counts[unit];
  }
  return numbers(means);
}
