import type { CalibrationTarget, TargetPart } from "../target.ts";

/** Targets that a recorded panel is enough for: stocks, flows and mix of Table 1. Percent where nothing else is said. */
const percent = "percent";
const table1 = "Canello (2022) Table 1";

/** Within `tolerance` of the published figure. */
function near(measure: string, published: number, tolerance: number, unit = percent): TargetPart {
  return { measure, unit, published, from: published - tolerance, to: published + tolerance };
}

const activeByYear = { 2006: 7.9, 2007: 6.48, 2008: 6.39, 2009: 7.13, 2010: 7.23, 2011: 6.98, 2012: 6.83 };

export const targetsOfTableOne: readonly CalibrationTarget[] = [
  {
    name: "T1",
    meaning: "Active firms in all firms",
    published: "7.0 %, mean of 2006–12; 6.4 to 7.9 % by year",
    tolerance: "±0.7 points; each year 5.8 to 8.6 %",
    source: table1,
    required: true,
    needs: "panel",
    parts: [
      near("activeShare", 7, 0.7),
      ...Object.entries(activeByYear).map(([year, published]) => ({
        measure: `activeShare${year}`,
        unit: percent,
        published,
        from: 5.8,
        to: 8.6,
      })),
    ],
  },
  {
    name: "T2",
    meaning: "Entry: firms active for the first time in the window, in those not active the year before",
    published: "1.08 % a year, 0.78 to 1.51 % by year",
    tolerance: "±0.25 points",
    source: `${table1}: starters over all firms less the stock of the year before, years pooled`,
    required: true,
    needs: "panel",
    parts: [near("entryRate", 1.08, 0.25)],
  },
  {
    name: "T3",
    meaning: "Exit: backshorers in the stock of the year before",
    published: "20.5 %, mean of years; 18.5 % without 2007",
    tolerance: "±2.5 points each",
    source: table1,
    required: true,
    needs: "panel",
    parts: [near("exitRate", 20.5, 2.5), near("exitRateAfter2007", 18.5, 2.5)],
  },
  {
    name: "T4",
    meaning: "Exit in 2007 relative to 2008–12",
    published: "30.8 / 18.5 = 1.66",
    tolerance: "1.3 to 2.0, with a shock in 2007",
    source: table1,
    required: true,
    needs: "panel",
    parts: [{ measure: "exitOf2007", unit: "ratio", published: 1.66, from: 1.3, to: 2 }],
  },
  {
    name: "T5",
    meaning: "Change of the stock of active firms from 2006 to 2012",
    published: "−31 %",
    tolerance: "±10 points",
    source: table1,
    required: true,
    needs: "panel",
    parts: [near("stockChange", -31, 10)],
  },
  {
    name: "T6",
    meaning:
      "Shares of the destinations in all relations, mean of 2006–12: Europe, North Africa, East Asia, other",
    published: "67.6 / 12.6 / 10.5 / 9.3 %",
    tolerance: "±3 points each",
    source: table1,
    required: true,
    needs: "panel",
    parts: [
      near("mixEurope", 67.6, 3),
      near("mixNorthAfrica", 12.6, 3),
      near("mixEastAsia", 10.5, 3),
      near("mixOther", 9.3, 3),
    ],
  },
  {
    name: "T7",
    meaning: "Change of these shares from 2006 to 2012",
    published: "+6.4 / +3.6 / −3.1 / −6.9 points",
    tolerance: "the sign, and ±3 points each",
    source: table1,
    required: false,
    needs: "panel",
    // The widest of these intervals ends short of 0, so each has the sign as well.
    parts: [
      near("mixChangeEurope", 6.4, 3, "points"),
      near("mixChangeNorthAfrica", 3.6, 3, "points"),
      near("mixChangeEastAsia", -3.1, 3, "points"),
      near("mixChangeOther", -6.9, 3, "points"),
    ],
  },
  {
    name: "T8",
    meaning: "Starters with domestic suppliers",
    published: "89.8 %, 84.6 to 95.1 % by year; the printed average, 90.7, is not theirs",
    tolerance: "±4 points",
    source: table1,
    required: false,
    needs: "panel",
    parts: [near("startersWithDomesticSuppliers", 89.8, 4)],
  },
  {
    name: "T9",
    meaning: "Backshorers with domestic suppliers in both t − 1 and t",
    published: "72.7 %, 68 to 80 % by year",
    tolerance: "±6 points",
    source: table1,
    required: false,
    needs: "panel",
    parts: [near("backshorersWithDomesticSuppliers", 72.7, 6)],
  },
  {
    name: "T10",
    meaning:
      "Cost of subcontracting abroad in all cost of subcontracting, of active firms; simulated from 2007 on",
    published: "45.7 % (2006), 49.7 % (2007) to 51.2 % (2012), mean 50.1 %",
    tolerance: "±5 points, and rising",
    source: table1,
    required: false,
    needs: "panel",
    parts: [
      near("foreignCostShare", 50.1, 5),
      { measure: "foreignCostShareChange", unit: "points", published: 1.5, from: 0, to: Infinity },
    ],
  },
  {
    name: "T11",
    meaning: "Years of a firm's spell abroad that lie in 2007–12",
    published: "3.02 years in clothing, 2.81 in footwear; 2.95 weighted",
    tolerance: "2.8 to 3.0 years, ±0.5",
    source: "Canello & Pavone (draft) Table 1",
    required: false,
    needs: "panel",
    parts: [{ measure: "observedSpell", unit: "years", published: 2.95, from: 2.3, to: 3.5 }],
  },
  {
    name: "T12",
    meaning: "What stock, starters and backshorers leave of the next stock, in the stock of the year before",
    published: "−3.3 to +4.6 % by year, median 2.1 %; +60 firms in six years",
    tolerance: "median of the years 0 to 4 %",
    source: `${table1} (our arithmetic)`,
    required: false,
    needs: "panel",
    parts: [{ measure: "stockFlowResidual", unit: percent, published: 2.1, from: 0, to: 4 }],
  },
];

/** Columns H and I leave these firms out: it takes no regression to count them. */
export const smallProvinces: CalibrationTarget = {
  name: "T20",
  meaning: "Firms in provinces with fewer than 20, fewer than 40 producers",
  published: "3.1 / 8.3 %",
  tolerance: "±1 / ±2 points",
  source: "Canello (2022) Table 4, groups of columns F, H and I",
  required: false,
  needs: "panel",
  parts: [near("firmsInProvincesBelow20", 3.1, 1), near("firmsInProvincesBelow40", 8.3, 2)],
};
