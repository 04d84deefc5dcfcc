import type { Table } from "../../panel/table.ts";
import { panelColumns } from "../../sim/recording/panelColumns.ts";
import { firmYears } from "../firmYears.ts";
import { ratesOfTableOne } from "../ratesOfTableOne.ts";
import { type DescriptiveRows, tableOne } from "../tableOne.ts";
import { firstEntries, foreignCosts, observedSpell, smallProvinces } from "./firmMeasures.ts";
import type { Measures } from "./measures.ts";
import { change, known, mean, median, sum } from "./yearlyValues.ts";

/** Columns that `measurePanel` reads. */
export const PANEL_MEASURE_COLUMNS: readonly string[] = namesOfPanel([
  "firm",
  "destination",
  "year",
  "active",
  "yLag",
  "provinceProducers",
  "turnover",
  "domesticSuppliers",
  "backshored",
  "foreignSubcontractingCost",
  "domesticSubcontractingCost",
]);

/** Those that a panel can have, in its order. */
function namesOfPanel(names: readonly string[]): string[] {
  return panelColumns.map(({ name }) => name).filter((name) => names.includes(name));
}

/**
 * The measures of T1 to T12 and T20, from a recorded panel alone: rows of Table 1 (`tableOne`) and what follows from them, by the
 * arithmetic that made the published figures. Shares and rates are in percent.
 *
 * - `activeShare`, `activeShare2006`, …: active firms in all firms; the mean of the years, and each.
 * - `entryRate`: firms active for the first time since the panel opened, in the firms that were not active the year before, all
 *   years pooled. A firm that was active in an earlier year of the panel and comes back is no new one. Who was active before the
 *   first recorded year is not known, to the survey neither, so most of the returns to it are in the first years.
 * - `exitRate`: firms with a spell that ended in the stock of the year before, mean of the years; `exitRateAfter2007`: of
 *   the years after the first, pooled; `exitOf2007`: the first year relative to these.
 * - `stockChange`: the last stock of active firms relative to the first, less 1.
 * - `mixEurope`, …: shares of destinations in all relations, mean of the years; `mixChangeEurope`, …: last less first, points.
 * - `startersWithDomesticSuppliers`, `backshorersWithDomesticSuppliers`: means of the years.
 * - `foreignCostShare`: cost of subcontracting abroad in all cost of subcontracting of the firms active in a year, mean of the years
 *   after the first recorded, of which alone a panel has costs; `…Change`: the last of them less the first, points. Not
 *   measured where a panel has no costs.
 * - `observedSpell`: years; how much of a firm's unbroken time abroad, in whichever destinations, lies in the recorded years
 *   after the first, in the mean over spells. Spells that ran before or run on are counted with what is seen of them.
 * - `stockFlowResidual`: stock less (last stock + new firms, as in `entryRate`, − backshorers), in last year's stock; the median
 *   of the years. Positive where firms come back, or give up one destination of several.
 * - `firmsInProvincesBelow20`, `…Below40`: of the firms of the estimation sample, those surveyed in all years.
 *
 * @param panel recorded, as surveyed, with `PANEL_MEASURE_COLUMNS`.
 * @throws InvalidTable when a column is missing.
 */
export function measurePanel(panel: Table): Measures {
  if (panel.rows === 0) return {};
  const firms = firmYears(panel);
  const table = tableOne(panel);
  return {
    ...stocksAndFlows(table, firstEntries(firms)),
    ...mix(table),
    ...domesticSuppliers(table),
    ...foreignCosts(panel, firms),
    observedSpell: observedSpell(firms),
    ...smallProvinces(panel),
  };
}

function stocksAndFlows(table: DescriptiveRows, newFirms: readonly number[]): Measures {
  const rates = ratesOfTableOne(table.rows);
  const firms = rowOf(table, "mseTotal");
  const stock = rowOf(table, "mseOffshoreOutsourcing");
  const backshored = rowOf(table, "mseBackshoring");
  const before = stock.slice(0, -1);
  const inactive = before.map((active, at) => (firms[at + 1] ?? Number.NaN) - active);
  const [exitOfFirst = Number.NaN, ...exitsLater] = rates.exitHazard;
  const later = (100 * sum(backshored.slice(2))) / sum(before.slice(1, 1 + exitsLater.length));
  const residuals = before.map((active, at) => {
    const made = active + (newFirms[at] ?? Number.NaN) - (backshored[at + 1] ?? Number.NaN);
    return (100 * ((stock[at + 1] ?? Number.NaN) - made)) / active;
  });
  const activeShares = rates.offshoreOutsourcingShare.map((share) => 100 * share);
  return {
    activeShare: mean(activeShares),
    ...Object.fromEntries(
      table.years.map((year, at) => [`activeShare${year}`, activeShares[at] ?? Number.NaN]),
    ),
    entryRate: (100 * sum(newFirms)) / sum(inactive),
    exitRate: 100 * mean(rates.exitHazard),
    exitRateAfter2007: later,
    exitOf2007: (100 * exitOfFirst) / later,
    stockChange: 100 * ((stock.at(-1) ?? Number.NaN) / (stock[0] ?? Number.NaN) - 1),
    stockFlowResidual: median(residuals),
  };
}

const DESTINATIONS = ["Europe", "NorthAfrica", "EastAsia", "Other"];

function mix(table: DescriptiveRows): Measures {
  return Object.fromEntries(
    DESTINATIONS.flatMap((destination) => {
      const shares = rowOf(table, `destination${destination}Pct`);
      return [
        [`mix${destination}`, mean(shares)],
        [`mixChange${destination}`, change(shares)],
      ];
    }),
  );
}

function domesticSuppliers(table: DescriptiveRows): Measures {
  return {
    startersWithDomesticSuppliers: mean(known(rowOf(table, "newWithDomesticSubcontractingPct"))),
    backshorersWithDomesticSuppliers: mean(known(rowOf(table, "backshoringWithDomesticSubcontractingPct"))),
  };
}

/** Empty where the table has no such row; NaN in a year without a value. */
function rowOf({ rows }: DescriptiveRows, name: string): number[] {
  return (rows.find((row) => row.name === name)?.values ?? []).map((value) => value ?? Number.NaN);
}
