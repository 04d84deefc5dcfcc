import type { FactorTerm, ModelMatrix, NumericTerm } from "../../estimators/modelMatrix.ts";
import { normalCdf } from "../../numerics/normal.ts";
import { draws } from "./draws.ts";

export interface BinaryPanel {
  readonly matrix: ModelMatrix;
  readonly outcome: Uint8Array;
  readonly group: Int32Array;
}

const periods = 6;
const varying = 9;

/**
 * A dynamic probit at the scale of the published panel: `groups` firm–destinations in six years, an outcome that is 1
 * in about 2 % of the rows, and 46 coefficients: the intercept; the lagged outcome and nine columns that vary within
 * groups; the initial outcome and the nine group means; factors of 6 (year), 11 and 11 levels.
 */
export function binaryPanel(groups: number): BinaryPanel {
  const rows = groups * periods;
  const { uniform, normal } = draws("binaryPanel");
  const outcome = new Uint8Array(rows);
  const group = new Int32Array(rows);
  const lag = new Uint8Array(rows);
  const initial = new Uint8Array(rows);
  const columns = Array.from({ length: varying }, () => new Float64Array(rows));
  const means = Array.from({ length: varying }, () => new Float64Array(rows));
  const year = new Uint16Array(rows);
  const region = new Uint16Array(rows);
  const sector = new Uint16Array(rows);
  for (let g = 0; g < groups; g++) {
    const first = g * periods;
    const inRegion = Math.floor(11 * uniform());
    const inSector = Math.floor(11 * uniform());
    for (let at = 0; at < varying; at++) {
      const level = normal();
      let sum = 0;
      for (let row = first; row < first + periods; row++) {
        columns[at][row] = level + normal();
        sum += columns[at][row];
      }
      means[at].fill(sum / periods, first, first + periods);
    }
    const initially = uniform() < 0.015 ? 1 : 0;
    const effect = 0.6 * normal() + 1.2 * initially;
    let before = initially;
    for (let row = first; row < first + periods; row++) {
      group[row] = g;
      lag[row] = before;
      initial[row] = initially;
      year[row] = row - first;
      region[row] = inRegion;
      sector[row] = inSector;
      let index = -2.9 + 1.6 * before + effect + 0.02 * inRegion;
      for (const column of columns) index += 0.07 * column[row];
      before = uniform() < normalCdf(index) ? 1 : 0;
      outcome[row] = before;
    }
  }
  const numeric: NumericTerm[] = [
    { name: "yLag", values: lag },
    ...columns.map((values, at) => ({ name: `x${at + 1}`, values })),
    { name: "yInitial", values: initial },
    ...means.map((values, at) => ({ name: `mean(x${at + 1})`, values })),
  ];
  const factors = [
    factor("factor(year)", year, periods),
    factor("factor(region)", region, 11),
    factor("factor(sector)", sector, 11),
  ];
  return { matrix: { rows, intercept: true, numeric, factors }, outcome, group };
}

/** The panel with its first `columns` columns and no factors, or all of it. */
export function narrowPanel(groups: number, columns: number | undefined): BinaryPanel {
  const panel = binaryPanel(groups);
  if (columns === undefined) return panel;
  const numeric = panel.matrix.numeric.slice(0, columns);
  return { ...panel, matrix: { ...panel.matrix, numeric, factors: [] } };
}

function factor(name: string, codes: Uint16Array, levels: number): FactorTerm {
  return { name, codes, levels: Array.from({ length: levels }, (_, level) => String(level + 1)) };
}
