import { column, numericValues, type Table } from "../../panel/table.ts";
import type { FirmYears } from "../firmYears.ts";
import type { Measures } from "./measures.ts";
import { survivors } from "./survivors.ts";
import { change, known, mean } from "./yearlyValues.ts";

/** Measures of firms year by year that are no rows of Table 1; `measurePanel` says what they are. */

/** By year: firms active for the first time since the panel opened. Its first recorded year is the lagged status of the next. */
export function firstEntries({ years, active, activeBefore }: FirmYears): number[] {
  const counts = years.map(() => 0);
  for (let first = 0; first < active.length; first += years.length) {
    for (let year = 0; year < years.length; year++) {
      // Also of a firm that enters the survey late: what it was the year before is known.
      if (activeBefore[first + year] === 1) break;
      if (active[first + year] !== 1) continue;
      counts[year] = (counts[year] ?? 0) + 1;
      break;
    }
  }
  return counts;
}

const ABROAD = "foreignSubcontractingCost";
const AT_HOME = "domesticSubcontractingCost";

/** Of the firms active at the end of each year; the rows of a firm-year have the same costs. */
export function foreignCosts(panel: Table, { years, active }: FirmYears): Measures {
  if (!panel.columns.has(ABROAD) || !panel.columns.has(AT_HOME)) return {};
  const values = (name: string) => numericValues(column(panel, name), name);
  const [firm, year, abroad, atHome] = [values("firm"), values("year"), values(ABROAD), values(AT_HOME)];
  const seen = new Uint8Array(active.length);
  const sums = years.map(() => ({ abroad: 0, all: 0 }));
  let first = -years.length;
  for (let row = 0; row < panel.rows; row++) {
    if (row === 0 || firm[row] !== firm[row - 1]) first += years.length;
    const at = years.indexOf(year[row] ?? Number.NaN);
    const of = sums[at];
    if (of === undefined || active[first + at] !== 1 || seen[first + at] === 1) continue;
    seen[first + at] = 1;
    of.abroad += abroad[row] ?? Number.NaN;
    of.all += (abroad[row] ?? Number.NaN) + (atHome[row] ?? Number.NaN);
  }
  const shares = known(sums.map((of) => (100 * of.abroad) / of.all));
  return { foreignCostShare: mean(shares), foreignCostShareChange: change(shares) };
}

export function observedSpell({ years, active }: FirmYears): number {
  let spells = 0;
  let firmYearsAbroad = 0;
  for (let at = 0; at < active.length; at++) {
    if (active[at] !== 1) continue;
    firmYearsAbroad += 1;
    if (at % years.length === 0 || active[at - 1] !== 1) spells += 1;
  }
  return firmYearsAbroad / spells;
}

export function smallProvinces(panel: Table): Measures {
  const sample = survivors(panel);
  const firm = numericValues(column(sample, "firm"), "firm");
  const producers = numericValues(column(sample, "provinceProducers"), "provinceProducers");
  let firms = 0;
  let below20 = 0;
  let below40 = 0;
  for (let row = 0; row < sample.rows; row++) {
    if (row > 0 && firm[row] === firm[row - 1]) continue;
    const of = producers[row] ?? Number.NaN;
    firms += 1;
    if (of < 20) below20 += 1;
    if (of < 40) below40 += 1;
  }
  return {
    firmsInProvincesBelow20: (100 * below20) / firms,
    firmsInProvincesBelow40: (100 * below40) / firms,
  };
}
