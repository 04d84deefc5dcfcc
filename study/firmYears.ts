import { column, numericValues, type Table } from "../panel/table.ts";

/** What firms do in a year wherever they are: entry `firm · years + year`, both counted as they occur in the panel. */
export interface FirmYears {
  /** Ascending. */
  readonly years: readonly number[];
  /** Whether the panel has the firm in the year. */
  readonly present: Uint8Array;
  /** Active somewhere at the end of the year, and of the year before. */
  readonly active: Uint8Array;
  readonly activeBefore: Uint8Array;
  /** A spell somewhere ended. */
  readonly ended: Uint8Array;
  readonly domesticSuppliers: Uint8Array;
  /** EUR thousand. */
  readonly turnover: Float64Array;
  /** Cost of subcontracting abroad and at home, EUR thousand; NaN where the panel has none. */
  readonly foreignCost: Float64Array;
  readonly domesticCost: Float64Array;
}

/**
 * A recorded panel summed over destinations. The rows of a firm stand together.
 *
 * @throws InvalidTable when a column is missing.
 */
export function firmYears(panel: Table): FirmYears {
  const values = (name: string) => numericValues(column(panel, name), name);
  const firm = values("firm");
  const year = values("year");
  const years = [...new Set<number>(year)].sort((a, b) => a - b);
  const yearAt = new Map(years.map((each, at) => [each, at]));
  const firms = new Set<number>(firm).size;
  const flags = () => new Uint8Array(firms * years.length);
  const amounts = () => new Float64Array(firms * years.length);
  const of = {
    years,
    present: flags(),
    active: flags(),
    activeBefore: flags(),
    ended: flags(),
    domesticSuppliers: flags(),
    turnover: amounts(),
    foreignCost: amounts(),
    domesticCost: amounts(),
  };
  const active = values("active");
  const before = values("yLag");
  const ended = values("backshored");
  const domestic = values("domesticSuppliers");
  const turnover = values("turnover");
  const ifThere = (name: string) => (panel.columns.has(name) ? values(name) : []);
  const foreignCost = ifThere("foreignSubcontractingCost");
  const domesticCost = ifThere("domesticSubcontractingCost");
  let first = -years.length;
  for (let row = 0; row < panel.rows; row++) {
    if (row === 0 || firm[row] !== firm[row - 1]) first += years.length;
    const at = first + (yearAt.get(year[row] ?? Number.NaN) ?? 0);
    of.present[at] = 1;
    of.turnover[at] = turnover[row] ?? Number.NaN;
    of.foreignCost[at] = foreignCost[row] ?? Number.NaN;
    of.domesticCost[at] = domesticCost[row] ?? Number.NaN;
    if (active[row] === 1) of.active[at] = 1;
    if (before[row] === 1) of.activeBefore[at] = 1;
    if (ended[row] === 1) of.ended[at] = 1;
    if (domestic[row] === 1) of.domesticSuppliers[at] = 1;
  }
  return of;
}
