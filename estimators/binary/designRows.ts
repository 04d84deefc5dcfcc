import type { SplitDesign } from "../splitDesign/splitDesign.ts";

/** A function that writes the standardised cells of `terms` at a position. */
export function designRows(
  design: SplitDesign,
  terms: Int32Array,
): (position: number, into: Float64Array) => void {
  const { varying, varyingCount, constant, constantCount, varyingCodes, constantCodes } = design;
  const { varyingFactors, constantFactors } = design;
  const { start, groups } = design.rowGroups;
  const bySlot = new Float64Array(design.slots);
  return (position, into) => {
    let group = 0;
    for (let above = groups; above - group > 1; ) {
      const middle = (group + above) >> 1;
      if (start[middle] <= position) group = middle;
      else above = middle;
    }
    bySlot.fill(0);
    for (let j = 0; j < varyingCount; j++) bySlot[j] = varying[position * varyingCount + j];
    for (let j = 0; j < constantCount; j++) bySlot[varyingCount + j] = constant[group * constantCount + j];
    for (let f = 0; f < varyingFactors; f++) bySlot[varyingCodes[position * varyingFactors + f]] = 1;
    for (let f = 0; f < constantFactors; f++) bySlot[constantCodes[group * constantFactors + f]] = 1;
    for (let i = 0; i < terms.length; i++) into[i] = bySlot[design.slotOfTerm[terms[i]]];
  };
}
