import { describe, expect, it } from "vitest";
import { measurePanel } from "../../../study/targets/panelMeasures.ts";
import { handMadePanel } from "./handMadePanel.ts";

/** Four recorded years; the words of a firm say whether it was active in 2006, 2007, 2008, 2009. */
const stays = { at: { europe: "1111" } };
const leavesIn2007 = { at: { europe: "1000" } };
const leavesIn2008 = { at: { europe: "1100" }, domestic: 0 } as const;
const starts2008 = { at: { northAfrica: "0011" } };
const comesBack = { at: { europe: "1011" } };
const never = {};
const firms = [stays, leavesIn2007, leavesIn2008, starts2008, comesBack, never, never, never, never, never];
const measures = measurePanel(handMadePanel(firms, 2006, 4));

describe("measures of a panel of ten firms", () => {
  it("T1: the share of active firms of each year, and their mean", () => {
    expect(measures.activeShare2006).toBeCloseTo(40, 10);
    expect(measures.activeShare2007).toBeCloseTo(20, 10);
    expect(measures.activeShare2008).toBeCloseTo(30, 10);
    expect(measures.activeShare2009).toBeCloseTo(30, 10);
    expect(measures.activeShare).toBeCloseTo(30, 10);
  });

  it("T2: of the firms not active the year before, those active for the first time; who comes back is not one", () => {
    // Firms not active before: 6, 8, 7. New is the one that starts in 2008; comesBack was there in 2006.
    expect(measures.entryRate).toBeCloseTo(100 / 21, 10);
  });

  it("T3 and T4: backshorers in last year's stock, with and without the first year", () => {
    // 2007: 2 of 4. 2008: 1 of 2. 2009: 0 of 3.
    expect(measures.exitRate).toBeCloseTo((50 + 50 + 0) / 3, 10);
    expect(measures.exitRateAfter2007).toBeCloseTo(100 / 5, 10);
    expect(measures.exitOf2007).toBeCloseTo(50 / 20, 10);
  });

  it("T5: the last stock relative to the first", () => {
    expect(measures.stockChange).toBeCloseTo(-25, 10);
  });

  it("T6 and T7: shares of destinations in relations, the first year included, and how they change", () => {
    expect(measures.mixEurope).toBeCloseTo((100 + 100 + 200 / 3 + 200 / 3) / 4, 10);
    expect(measures.mixNorthAfrica).toBeCloseTo((100 / 3 + 100 / 3) / 4, 10);
    expect(measures.mixChangeEurope).toBeCloseTo(-100 / 3, 10);
    expect(measures.mixChangeNorthAfrica).toBeCloseTo(100 / 3, 10);
    expect(measures.mixChangeOther).toBe(0);
  });

  it("T8 and T9: domestic suppliers of starters and of backshorers, mean of the years that have some", () => {
    expect(measures.startersWithDomesticSuppliers).toBe(100);
    // 2007: both; 2008: the one that has none; 2009: nobody left.
    expect(measures.backshorersWithDomesticSuppliers).toBe(50);
  });

  it("T10: cost abroad in all cost of active firms, once a firm and year; not measured without costs", () => {
    // Abroad 300 a relation, at home 100 a firm.
    expect(measures.foreignCostShare).toBeCloseTo(75, 10);
    expect(measures.foreignCostShareChange).toBeCloseTo(0, 10);
    const second = { at: { europe: "1111", other: "1001" } };
    const rising = measurePanel(handMadePanel([stays, second, never], 2006, 4));
    // 2007 and 2008: two firms, a relation each. 2009: three relations of two firms.
    expect(rising.foreignCostShare).toBeCloseTo((75 + 75 + 900 / 11) / 3, 10);
    expect(rising.foreignCostShareChange).toBeCloseTo(900 / 11 - 75, 10);
    const { rows, columns } = handMadePanel([stays, never], 2006, 4);
    const bare = new Map([...columns].filter(([name]) => name !== "foreignSubcontractingCost"));
    expect(measurePanel({ rows, columns: bare })).not.toHaveProperty("foreignCostShare");
  });

  it("T11: unbroken time abroad that lies in the years after the first", () => {
    // stays 3, leavesIn2008 1, starts2008 2, comesBack 2; who left in 2007 has none.
    expect(measures.observedSpell).toBeCloseTo(8 / 4, 10);
  });

  it("T12: the median of what stock and flows leave: nothing where stocks close, the one who came back where not", () => {
    // 2007: 2 − (4 + 0 − 2) = 0. 2008: 3 − (2 + 1 − 1) = 1, of 2. 2009: 3 − (3 + 0 − 0) = 0.
    expect(measures.stockFlowResidual).toBe(0);
    const six = measurePanel(handMadePanel([comesBack, comesBack, leavesIn2007, starts2008], 2006, 4));
    // 2007: 0 − (3 + 0 − 3) = 0, in 3. 2008: 3 − (0 + 1 − 0) = 2, in 0. 2009: 3 − 3 = 0, in 3.
    expect(six.stockFlowResidual).toBe(0);
    const twice = measurePanel(handMadePanel([{ at: { europe: "1010" } }, stays], 2006, 3));
    // 2007: 1 − (2 + 0 − 1) = 0. 2008: 2 − (1 + 0 − 0) = 1, in 1. The median of two years is their mean.
    expect(twice.stockFlowResidual).toBeCloseTo(50, 10);
  });

  it("T12: a firm that gives up one destination of two backshores, and is still in the stock", () => {
    const partly = { at: { europe: "111", other: "100" } };
    const { stockFlowResidual, exitRate } = measurePanel(handMadePanel([partly, stays], 2006, 3));
    // 2007: 2 − (2 + 0 − 1) = 1, in 2; 2008: 0.
    expect(stockFlowResidual).toBeCloseTo(25, 10);
    expect(exitRate).toBeCloseTo(25, 10);
  });

  it("T20: firms in provinces with fewer than 20 and than 40 producers", () => {
    const provinces = [{ producers: 19 }, { producers: 20 }, { producers: 39 }, { producers: 40 }];
    const small = measurePanel(handMadePanel(provinces, 2006, 3));
    expect(small.firmsInProvincesBelow20).toBeCloseTo(25, 10);
    expect(small.firmsInProvincesBelow40).toBeCloseTo(75, 10);
  });
});

describe("measures of a panel that firms leave", () => {
  const closesIn2008 = { at: { europe: "1110" }, producers: 10, years: [2007] };
  const joinsIn2008 = { at: { europe: "0111" }, years: [2008, 2009] };
  const left = measurePanel(handMadePanel([stays, never, closesIn2008, joinsIn2008], 2006, 4));

  it("count in Table 1 who is there, and in the estimation sample who always is", () => {
    expect(left.activeShare2007).toBeCloseTo(200 / 3, 10);
    expect(left.activeShare2008).toBeCloseTo(200 / 3, 10);
    expect(left.firmsInProvincesBelow20).toBe(0);
  });

  it("do not take a firm that is active when it is first surveyed for a new one", () => {
    expect(left.entryRate).toBe(0);
    const returns = { at: { europe: "0101" }, years: [2008, 2009] };
    expect(measurePanel(handMadePanel([stays, never, returns], 2006, 4)).entryRate).toBe(0);
  });
});

it("an empty panel has no measures", () => {
  expect(measurePanel(handMadePanel([], 2006, 3))).toEqual({});
});
