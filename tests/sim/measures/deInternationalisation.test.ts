import { describe, expect, it } from "vitest";
import { resolveScenario } from "../../../scenarios/index.ts";
import { simulate } from "../../../sim/index.ts";
import { deInternationalisation, type SpellColumns } from "../../../sim/measures/deInternationalisation.ts";
import { spellMeasures } from "../../../sim/measures/spellMeasures.ts";
import { key, panelOf, sum } from "../worlds.ts";

/** A panel from statuses, oldest first: a letter a year, the first of which is the year before the panel. */
function panel(...histories: readonly string[]): SpellColumns {
  const columns = { pair: [], year: [], active: [], yLag: [], paused: [], tieStrength: [] } as Record<
    keyof SpellColumns,
    number[]
  >;
  histories.forEach((history, pair) => {
    for (let year = 1; year < history.length; year++) {
      columns.pair.push(pair + 1);
      columns.year.push(2000 + year);
      columns.active.push(Number(history[year] === "A"));
      columns.yLag.push(Number(history[year - 1] === "A"));
      columns.paused.push(Number(history[year] === "p"));
      columns.tieStrength.push(Number(history[year - 1] === "p"));
    }
  });
  return columns;
}

describe("de-internationalisation", () => {
  it("is temporary where the pair is active again within two years, final where not, undecided near the end", () => {
    const found = deInternationalisation(
      panel("AApA...", "AA.A...", "A..A...", "A...A..", "A......", "AAAAAp."),
    );
    expect(found).toMatchObject({ stops: 10, temporary: 3, final: 5, undecided: 2 });
    expect(found.stock).toBe(3 + 3 + 2 + 2 + 1 + 5);
  });

  it("counts pauses, those that end in a re-entry, and how long they were", () => {
    const found = deInternationalisation(
      panel("ApA....", "AppA...", "AppppA.", "Ap.A...", "p.A....", "pA....."),
    );
    expect(found).toMatchObject({ pauses: 4, reentries: 4, medianPause: 2, dormant: 1 + 2 + 4 + 1 + 1 + 1 });
    expect(found.reentryRate).toBe(4 / found.stock);
    expect(found.byYearsOfSilence.withTie).toEqual([
      { atRisk: 4, starts: 1 },
      { atRisk: 2, starts: 1 },
      { atRisk: 1, starts: 0 },
      { atRisk: 1, starts: 1 },
    ]);
  });

  it("has a median of the two middle lengths, and none where no pause ended", () => {
    expect(deInternationalisation(panel("ApA", "AppA")).medianPause).toBe(1.5);
    expect(deInternationalisation(panel("App", "A..")).medianPause).toBeNaN();
  });

  it("asks for other years where other years are wanted", () => {
    expect(deInternationalisation(panel("A..A."), 1)).toMatchObject({
      temporary: 0,
      final: 1,
      undecided: 1,
    });
    expect(deInternationalisation(panel("A..A."), 3)).toMatchObject({ temporary: 1, final: 0, undecided: 1 });
  });

  it("sees stops, not pauses, where the panel has no column for these", () => {
    const { pair, year, active, yLag } = panel("AApA...");
    const found = deInternationalisation({ pair, year, active, yLag });
    expect(found).toMatchObject({
      stops: 2,
      temporary: 1,
      final: 1,
      pauses: Number.NaN,
      reentries: Number.NaN,
    });
    expect(found.byYearsOfSilence).toEqual({
      withTie: [],
      withoutTie: [
        { atRisk: 2, starts: 1 },
        { atRisk: 1, starts: 0 },
      ],
    });
  });

  it("refuses rows that are not sorted and columns of two lengths", () => {
    const sorted = panel("AApA...", "AA.A...");
    const reversed = (values: ArrayLike<number>) => Array.from(values).reverse();
    expect(() => deInternationalisation({ ...sorted, year: reversed(sorted.year) })).toThrow(RangeError);
    expect(() => deInternationalisation({ ...sorted, pair: reversed(sorted.pair) })).toThrow(
      "sorted by pair",
    );
    expect(() => deInternationalisation({ ...sorted, active: [1] })).toThrow("differ in length");
  });
});

describe("the measures of a simulated history", () => {
  const history = simulate(resolveScenario("freeman-2007", { firms: 1000 }), key(), { recordTruth: false });
  const found = deInternationalisation(panelOf(history) as unknown as SpellColumns);

  it("add up: what stopped is temporary, final or undecided, and the stock moves by starts less stops", () => {
    const { active, yLag, tieStrength } = panelOf(history);
    expect(found.temporary + found.final + found.undecided).toBe(found.stops);
    const starts = sum(Array.from(active, (is, row) => Number(is === 1 && yLag[row] === 0)));
    expect(sum(Array.from(active)) - sum(Array.from(yLag))).toBe(starts - found.stops);
    expect(found.dormant).toBe(Array.from(tieStrength).filter((tie) => tie > 0).length);
    expect(found.stock).toBe(sum(Array.from(yLag)));
  });

  it("count the re-entries that the panel marks", () => {
    expect(found.reentries).toBe(sum(Array.from(panelOf(history).reentered)));
    expect(found.pauses).toBeGreaterThan(20);
  });

  it("are the shares and ratios of these counts", () => {
    const of = (name: string) => spellMeasures[name](history);
    expect(of("reentryRate")).toBe(found.reentries / found.stock);
    expect(of("medianPause")).toBe(found.medianPause);
    expect(of("temporaryShare")).toBe(found.temporary / (found.temporary + found.final));
    expect(of("keptTies")).toBe(found.pauses / found.stops);
    expect(of("startsOutOfTies")).toBe(found.reentries / found.dormant);
    expect(of("tieAdvantage")).toBeGreaterThan(1);
  });

  it("have no volume where volumes are never cut", () => {
    const uncut = simulate(resolveScenario("freeman-2007/final", { firms: 50 }), key(), {
      recordTruth: false,
    });
    expect(spellMeasures.volumeBeforeStop(uncut)).toBeNaN();
    expect(spellMeasures.reentryRate(uncut)).toBeNaN();
    expect(spellMeasures.temporaryShare(uncut)).toBeGreaterThanOrEqual(0);
  });
});
