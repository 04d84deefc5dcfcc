import type { World } from "../world.ts";
import { column, note, type PanelColumn } from "./column.ts";

/** Years of exporting after which half of the sales are exports [A]. */
const yearsToHalf = 10;

const table1 = "Canello & Pavone (draft) Table 1";
const table2 = "Canello & Pavone (draft) Table 2";

/** Peers as a regression of firms counts them: wherever they are active, in the whole province, a year ago. */
export const firmLevelColumns: readonly PanelColumn[] = [
  column(
    "exportShare",
    "number",
    "firm",
    ({ world }) => world.firms.exportingExperience.map((years) => (100 * years) / (years + yearsToHalf)),
    note("Exports over sales (synthetic: it rises with the years of exporting)", "percent", table2, 1),
  ),
  column(
    "mseOffshoreOutsourcingProvinceLag1",
    "integer",
    "firm",
    ({ world }) => otherActiveFirms(world),
    note(
      "Small firms of the own province, of any industry, active in some destination at the end of t − 1, own firm left out",
      "firms",
      table2,
      1,
    ),
  ),
  column(
    "largeOffshoringProvinceLag1",
    "integer",
    "province",
    ({ world }) =>
      captiveUnits(world, (cell) => Math.floor(cell / world.industries), world.provinces.length).firms,
    note(
      "Captive offshorers of the own province, of any industry, with a unit in some destination at the end of t − 1",
      "firms",
      table2,
      1,
    ),
  ),
  column(
    "nationalLargeOffshoringLag1",
    "integer",
    "industry",
    ({ world }) => captivesOfIndustries(world).firms,
    note(
      "Captive offshorers of the own industry in the whole country with a unit in some destination at the end of t − 1",
      "firms",
      table1,
      1,
    ),
  ),
  column(
    "nationalLargeUnitsLag1",
    "integer",
    "industry",
    ({ world }) => captivesOfIndustries(world).units,
    note(
      "Units abroad of captive offshorers of the own industry in the whole country, one a destination, at the end of t − 1",
      "units",
      table1,
      1,
    ),
  ),
];

/** By firm. */
function otherActiveFirms({ firms, pairs, destinations, provinces }: World): Int32Array {
  const abroad = new Uint8Array(firms.count);
  const counts = new Int32Array(provinces.length);
  for (let firm = 0, pair = 0; firm < firms.count; firm++) {
    for (const end = pair + destinations; pair < end; pair++) abroad[firm] |= pairs.active[pair];
    counts[firms.province[firm]] += abroad[firm];
  }
  return Int32Array.from(abroad, (own, firm) => counts[firms.province[firm]] - own);
}

function captivesOfIndustries(world: World): { firms: Int32Array; units: Int32Array } {
  return captiveUnits(world, (cell) => cell % world.industries, world.industries);
}

/** Captive firms with a unit, and their units, by the place that `placeOf` sorts them into. */
function captiveUnits(
  { captives, destinations }: World,
  placeOf: (cell: number) => number,
  places: number,
): { firms: Int32Array; units: Int32Array } {
  const firms = new Int32Array(places);
  const units = new Int32Array(places);
  for (let captive = 0; captive < captives.cell.length; captive++) {
    const place = placeOf(captives.cell[captive]);
    let own = 0;
    for (let at = captive * destinations; at < (captive + 1) * destinations; at++) own += captives.active[at];
    units[place] += own;
    if (own > 0) firms[place] += 1;
  }
  return { firms, units };
}
