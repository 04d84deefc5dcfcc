import { describe, expect, it } from "vitest";
import { textOf } from "../../../scenarios/phrase.ts";
import { resolveDesign } from "../../../study/cells.ts";
import { calibrateBase } from "../../../study/designFrom/calibrateBase.ts";
import { designFromFit, type FittedPanel } from "../../../study/designFrom/designFromFit.ts";
import { destinationOffsets, knownFactor, knownTerm } from "../../../study/designFrom/knownColumns.ts";
import { panelMargins, statusBefore } from "../../../study/designFrom/panelMargins.ts";
import { placeFirms } from "../../../study/designFrom/placeFirms.ts";

describe("a term of a user's formula", () => {
  it.each([
    ["yLag", "yLag", "stateDependence"],
    ["lag(active)", "yLag", "stateDependence"],
    ["initial(active)", "yInitial", "initialEffect"],
    ["lag(size)", "size", "controls.size"],
    ["neighbours", "msePeersSameDestination", "imitationSame"],
    ["log(1 + neighbours)", "msePeersSameDestination", "imitationSame"],
    ["msePeersShareSameDestination", "msePeersShareSameDestination", "imitationSame"],
  ])("%s is %s, by %s", (term, column, parameter) => {
    const found = knownTerm(term, "active", { neighbours: "msePeersSameDestination" });
    expect(found).toMatchObject({ column, parameter });
  });

  it.each(["turnover", "lag(turnover)", "mean(size)", "log(1 + size)", "size:supplier", "initial(size)"])(
    "%s is not in the world",
    (term) => {
      expect(knownTerm(term, "active", {})).toBeNull();
    },
  );

  it("is a factor of ours by its column", () => {
    expect(knownFactor("factor(year)", {})).toBe("year");
    expect(knownFactor("where", { where: "destination" })).toBe("destination");
    expect(knownFactor("factor(colour)", {})).toBeNull();
  });

  it("gives the destinations their offsets only by their names", () => {
    expect(destinationOffsets(["eastAsia", "europe", "northAfrica", "other"], [0, 0.9, 0.1, -0.1])).toEqual([
      0.9, 0.1, 0, -0.1,
    ]);
    expect(destinationOffsets(["A", "B", "C", "D"], [0, 1, 2, 3])).toBeNull();
  });
});

describe("the margins of a panel", () => {
  it("are shares of rows, entries of the idle and exits of the active", () => {
    const [unit, time, active] = [
      [1, 1, 1, 2, 2, 2],
      [1, 2, 3, 1, 2, 3],
      [0, 1, 1, 1, 0, 0],
    ];
    const before = statusBefore(unit, time, active);
    expect([...before]).toEqual([Number.NaN, 0, 1, Number.NaN, 1, 0]);
    expect(panelMargins(unit, time, active, before)).toEqual({
      rows: 6,
      units: 2,
      periods: 3,
      activeShare: 0.5,
      entryRate: 1 / 2,
      exitRate: 1 / 2,
    });
  });
});

describe("the places of a world", () => {
  it("are as many provinces as the panel has, with as many firms in each, where it has few", () => {
    const placement = placeFirms(4000, new Array<number>(20).fill(200));
    expect(placement).toEqual({ firms: 5150, provinceSizes: "equal", surveyedProvinces: 20 });
  });

  it("are all, with districts, where units are uneven", () => {
    const units = Array.from({ length: 90 }, (_, province) => (province < 10 ? 1000 : 10));
    expect(placeFirms(10_800, units)).toMatchObject({
      firms: 2700,
      provinceSizes: "mixture",
      surveyedProvinces: 0,
    });
  });
});

const fitted: FittedPanel = {
  outcome: "active",
  terms: [
    { name: "yLag", estimate: 2, stdError: 0.1, spread: 0.25 },
    { name: "size", estimate: 0.02, stdError: 0.1, spread: 6 },
    { name: "msePeersSameDestination", estimate: 0.03, stdError: 0.1, spread: 1 },
    { name: "turnover", estimate: 1, stdError: 0.1, spread: 1 },
  ],
  factors: [{ name: "factor(colour)", levels: ["a", "b"], coefficients: [0, 1] }],
  sigma: 0.4,
  margins: { rows: 4800, units: 1200, periods: 4, activeShare: 0.08, entryRate: 0.02, exitRate: 0.2 },
  unitsOfProvince: null,
  cluster: "province",
  names: {},
};

describe("a design from a fit", () => {
  const found = designFromFit(fitted, null);
  const [cell] = resolveDesign(found.design).cells;

  it("runs, and its world has the coefficients of what it knows, and no others", () => {
    expect(cell?.scenario).toMatchObject({
      decision: { kind: "dynamicProbit" },
      firms: 300,
      recordedYears: 5,
      stateDependence: 2,
      imitationSame: 0.03,
      peerMeasure: "stock",
      captiveSame: 0,
      pairEffectSd: 0.4,
    });
    expect(cell?.scenario.controls).toMatchObject({ size: 0.02, supplier: 0 });
    expect(cell?.methods[0]).toMatchObject({
      model: "randomEffectsProbit",
      numeric: ["yLag", "size", "msePeersSameDestination"],
      factors: [],
      cluster: "province",
    });
  });

  it("says what it does not know", () => {
    expect(found.left).toEqual(["turnover", "factor(colour)"]);
    expect(found.design.power).toMatchObject({ effect: "imitationSame" });
    expect(found.design.estimands).toEqual(["msePeersSameDestination"]);
  });

  it("has as many active as the panel", () => {
    expect(found.world.margins.activeShare).toBeGreaterThan(0.07);
    expect(found.world.margins.activeShare).toBeLessThan(0.09);
    expect(found.world.margins).toMatchObject({ rows: 4800, units: 1200, periods: 4 });
  });

  it("warns where no constant gives the share: who leaves at once is active half the time at most", () => {
    const terms = [{ name: "yLag", estimate: -5, stdError: 0.1, spread: 1 }];
    const margins = { ...fitted.margins, activeShare: 0.9 };
    expect(
      designFromFit({ ...fitted, terms, margins }, null)
        .warnings.map((each) => textOf(each))
        .join(),
    ).toContain("no constant");
  });
});

describe("what a world cannot be is said", () => {
  it("a term that is also in an interaction", () => {
    const terms = [...fitted.terms, { name: "yLag:turnover", estimate: 1, stdError: 0.1, spread: 1 }];
    const { left, warnings } = designFromFit({ ...fitted, terms }, null);
    expect(left).toContain("yLag:turnover");
    expect(warnings.map((each) => textOf(each)).join()).toContain(
      "yLag is carried over with the coefficient it has where the rest",
    );
    expect(warnings.map((each) => textOf(each)).join()).not.toContain("size is carried");
  });

  it("a panel with gaps: the world has none, and smaller errors", () => {
    const margins = { ...fitted.margins, rows: 2400 };
    expect(
      designFromFit({ ...fitted, margins }, null)
        .warnings.map((each) => textOf(each))
        .join(),
    ).toContain("has 4800 rows, yours 2400");
  });
});

describe("the base index", () => {
  it("rises with the share of active units it is to give", () => {
    const set = { firms: 200, recordedYears: 3, warmUpYears: 5 };
    expect(calibrateBase(set, 0.2, []).base).toBeGreaterThan(calibrateBase(set, 0.05, []).base);
  });
});
