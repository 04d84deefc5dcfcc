import type { Firms } from "./firms.ts";
import { typicalFirm } from "./typicalFirm.ts";

/** Mean turnover of a typical firm, EUR thousand: the mean of 2006–12 in Canello (2022), Table 1. */
const typicalTurnover = 870;

/** Turnover per EUR of value added. */
export const turnoverPerValueAdded = typicalTurnover / (typicalFirm.size * typicalFirm.labourProductivity);

/** Turnover in proportion to value added, size × productivity [A]; by firm, EUR thousand. */
export function turnoverOf({ size, labourProductivity }: Firms): Float64Array {
  return size.map((employees, firm) => turnoverPerValueAdded * employees * labourProductivity[firm]);
}
