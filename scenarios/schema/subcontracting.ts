import { real, whole } from "./parameter.ts";

/** What work abroad and at home costs, how stakes grow, and what sunk stakes do (B4, B5). */
export const subcontractingParameters = {
  foreignCostRate: real(1, 0, 100, {
    mechanism: "costs",
    meaning:
      "Cost of production subcontracted abroad, per EUR of turnover, of a firm that has moved all of its production",
    unit: "EUR per EUR of turnover",
    source: "[A] near the EUR 228,000 of 2006 in Canello (2022) Table 1 at a volume of 0.3",
  }),
  domesticCostRate: real(0.39, 0, 100, {
    mechanism: "costs",
    meaning:
      "Cost of production subcontracted at home, per EUR of turnover, of a firm with a relative cost of domestic outsourcing of 1",
    unit: "EUR per EUR of turnover",
    source: "[A] foreign share near the 45.7 % of 2006 in Canello (2022) Table 1 at a volume of 0.3",
  }),
  volumeGrowth: real(0, 0, 5, {
    mechanism: "B5",
    meaning:
      "Reinvestment: growth of the volume abroad in each further year without a loss, in proportion to what is still at home",
    unit: "per year",
    source: "[A] 0.3; Canello & Pavone (draft): firms start with small stakes",
    neutral: 0,
  }),
  volumeGrowthFrom: whole(1900, 1900, 2100, {
    mechanism: "B5",
    meaning: "First year in which volumes grow; the default is before all years",
    unit: "calendar year",
    source: "[A] the firstYear makes costs abroad rise within the panel, as in Canello (2022) Table 1",
  }),
  sunkCost: real(0, -1, 1, {
    mechanism: "B4",
    meaning:
      "How much the foreign share of the firm's subcontracting cost, a year ago, holds a spell: taken from the log hazard of return (entryExit), or added to the index of staying",
    unit: "log hazard (entryExit) or probit per percentage point",
    source: "Canello & Pavone (draft) Table 3: 0.019, hazard ratio 0.981",
    neutral: 0,
  }),
};
