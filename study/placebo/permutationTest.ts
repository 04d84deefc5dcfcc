import type { TermEstimate } from "../../estimators/index.ts";
import type { Table } from "../../panel/table.ts";
import type { PermutationSpecification } from "../../scenarios/specification.ts";
import { peerRelabelling } from "./peerRelabelling.ts";
import type { Uniforms } from "./permutation.ts";
import { timingShuffle } from "./timingShuffle.ts";

/** The columns of a panel that a permutation test reads. */
export const PERMUTATION_COLUMNS = [
  "pair",
  "firm",
  "province",
  "industry",
  "destination",
  "year",
  "active",
  "yLag",
] as const;

/**
 * A test by permutation as an estimate: how far the statistic lies above the mean of the permuted ones, with their standard
 * deviation as its standard error. It estimates no effect, so it has no limits. Null where the statistic is not
 * defined: nobody entered, or no neighbours differ in their peers.
 *
 * @param draw uniforms that hang on the replication's key alone.
 * @throws InvalidTable when the panel lacks a column.
 */
export function permutationEstimate(
  panel: Table,
  { permuted, within, permutations, numeric }: PermutationSpecification,
  draw: Uniforms,
): TermEstimate | null {
  const test = permuted === "entryYears" ? timingShuffle : peerRelabelling;
  const result = test(panel, within, permutations, draw);
  if (Number.isNaN(result.pValue)) return null;
  const estimate = result.statistic - result.mean;
  return {
    term: numeric[0] ?? "",
    estimate,
    stdError: result.standardDeviation,
    statistic: estimate / result.standardDeviation,
    pValue: result.pValue,
    confLow: Number.NaN,
    confHigh: Number.NaN,
  };
}
