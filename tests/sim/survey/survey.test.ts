import { describe, expect, it } from "vitest";
import { emptyPanelReason } from "../../../scenarios/index.ts";
import { simulate } from "../../../sim/index.ts";
import { type RecordedPanel, type SurveyRules, survey } from "../../../sim/survey/survey.ts";
import { busyWorld, fingerprint, key, panelOf, sum, watch } from "../worlds.ts";

const note = { meaning: "", unit: "", source: "", lag: null };
/** Two firms in two years and one destination; the second closes in the second year, abroad. */
const recorded: RecordedPanel = {
  rows: 4,
  columns: [
    { name: "firm", values: Int32Array.of(1, 1, 2, 2), note },
    { name: "yLag", values: Uint8Array.of(0, 1, 1, 1), note },
    { name: "turnover", values: Float64Array.of(400, 9000, 500, 500), note },
  ],
  present: Uint8Array.of(1, 1, 1, 0),
};
const rules: SurveyRules = { surveyRule: "unbalanced", turnoverCeiling: 0, closureSeenAs: "nothing" };
const seen = (set: Partial<SurveyRules>) => {
  const { rows, columns } = survey(recorded, { ...rules, ...set });
  const [firm, , turnover] = columns;
  expect(firm?.values.length).toBe(rows);
  return Array.from(firm?.values ?? [], (of, row) => [of, turnover?.values[row]]);
};

describe("a survey", () => {
  it("sees every row of a firm that is there at the end of its year", () => {
    expect(seen({})).toEqual([
      [1, 400],
      [1, 9000],
      [2, 500],
    ]);
  });

  it("of survivors sees firms that were there in every year", () => {
    expect(seen({ surveyRule: "balanced" })).toEqual([
      [1, 400],
      [1, 9000],
    ]);
  });

  it("with a ceiling loses a firm in the years in which it is above, and all of it if it wants survivors", () => {
    expect(seen({ turnoverCeiling: 7.5 })).toEqual([
      [1, 400],
      [2, 500],
    ]);
    expect(seen({ turnoverCeiling: 7.5, surveyRule: "balanced" })).toEqual([]);
    expect(seen({ turnoverCeiling: 9 })).toEqual(seen({}));
  });

  it("that takes closures for returns keeps the rows of spells that ran until the closure", () => {
    expect(seen({ closureSeenAs: "backshoring" })).toEqual([
      [1, 400],
      [1, 9000],
      [2, 500],
      [2, 500],
    ]);
    const survivors = { surveyRule: "balanced", closureSeenAs: "backshoring" } as const;
    expect(seen(survivors)).toEqual(seen({ surveyRule: "balanced" }));
  });

  it("hands on the very columns where every row is seen", () => {
    const all = { ...recorded, present: Uint8Array.of(1, 1, 1, 1) };
    expect(survey(all, rules).columns).toBe(all.columns);
    expect(survey(all, { ...rules, surveyRule: "balanced" }).columns).toBe(all.columns);
  });

  it("has a reason for an empty panel that names the ceiling", () => {
    const scenario = busyWorld("behavioural", { firms: 20, turnoverCeiling: 0.000001 });
    expect(simulate(scenario, key()).rows).toBe(0);
    expect(emptyPanelReason(scenario)).toContain("turnoverCeiling = 0.000001");
  });
});

describe("the survey of a world", () => {
  const closing = {
    firms: 300,
    base: -0.8,
    datedShocks: [{ year: 2009, closure: 0.2 }],
    surveyRule: "unbalanced",
  };

  it("changes nothing when no firm closes and there is no ceiling", () => {
    const none = { firms: 60, datedShocks: [] };
    const balanced = fingerprint(simulate(busyWorld("behavioural", none), key()));
    const set = { ...none, surveyRule: "unbalanced", closureSeenAs: "backshoring" };
    expect(fingerprint(simulate(busyWorld("behavioural", set), key()))).toBe(balanced);
  });

  it("shows a closure abroad as a return if it is asked to, and as nothing if not", () => {
    const nothing = panelOf(simulate(busyWorld("behavioural", closing), key()));
    const seenAs = { ...closing, closureSeenAs: "backshoring" };
    const backshoring = panelOf(simulate(busyWorld("behavioural", seenAs), key()));
    const closures = (panel: typeof nothing) => Array.from(panel.ending).filter((code) => code === 4).length;
    expect(closures(nothing)).toBe(0);
    expect(closures(backshoring)).toBeGreaterThan(5);
    expect(backshoring.year.length - nothing.year.length).toBe(closures(backshoring));
    expect(sum(Array.from(backshoring.backshored)) - sum(Array.from(nothing.backshored))).toBe(
      closures(backshoring),
    );
  });

  it("has one word for returns, moves and pauses, which the simulator tells apart", () => {
    const { world, history, active } = watch(
      busyWorld("behavioural", { firms: 300, base: -0.8, datedShocks: [] }),
    );
    const panel = panelOf(history);
    const { destinations } = world;
    const found = new Set<number>();
    for (let row = 0; row < history.rows; row++) {
      const pair = panel.pair[row] - 1;
      const ended = panel.yLag[row] === 1 && panel.active[row] === 0;
      expect(panel.backshored[row]).toBe(ended ? 1 : 0);
      found.add(panel.ending[row]);
      if (!ended) {
        expect(panel.ending[row]).toBe(0);
        continue;
      }
      const first = pair - (pair % destinations);
      const startedElsewhere = Array.from({ length: destinations }, (_, at) => first + at).some(
        (other) =>
          active.get(panel.year[row])?.[other] === 1 && active.get(panel.year[row] - 1)?.[other] === 0,
      );
      const paused = panel.paused?.[row] === 1;
      expect(panel.ending[row]).toBe(paused ? 3 : startedElsewhere ? 2 : 1);
    }
    for (const ending of [0, 1, 2]) expect(found).toContain(ending);
  });
});
