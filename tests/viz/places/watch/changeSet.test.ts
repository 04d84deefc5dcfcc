import { describe, expect, it } from "vitest";
import { advanceWatch, startWatch, watchedWorld } from "../../../../sim/index.ts";
import { formatOf } from "../../../../viz/i18n/format.ts";
import {
  interventionsOf,
  withIntervention,
  withoutIntervention,
  withParameter,
} from "../../../../viz/places/watch/changeSet.ts";
import { eventsOf } from "../../../../viz/places/watch/events.ts";
import { flippedFigure, mixFigure, shareFigure } from "../../../../viz/places/watch/figures.ts";
import { headline } from "../../../../viz/places/watch/headline.ts";
import { shareDifferences, sharesAbroad } from "../../../../viz/places/watch/mapValues.ts";
import { requestOf, worldNamed } from "../../../../viz/places/watch/request.ts";
import { watchWords } from "../../../../viz/places/watch/words.ts";
import { indexOfYear } from "../../../../viz/places/watch/years.ts";
import { startState } from "../../../../viz/state/labState.ts";
import { readLink, writeLink } from "../../../../viz/state/urlState.ts";
import { worldToWatch } from "../../../../workers/lab/worldToWatch.ts";

const state = { world: "local-peers", set: { firms: 1500 }, seed: "2" };
const request = requestOf(state);
const watched = watchedWorld(request);
const run = startWatch(watched.scenario, watched.key);
while (advanceWatch(run) !== null);
const world = worldToWatch(run, request);
const last = run.snapshots[run.snapshots.length - 1];
const pioneer = { year: 1999, province: "VR", destination: "europe", firms: 5 };

describe("what a reader sets", () => {
  it("is left out again when it is as in the world", () => {
    const changed = withParameter(state, world, "imitationSame", 0.2);
    expect(changed).toEqual({ firms: 1500, imitationSame: 0.2 });
    expect(withParameter({ ...state, set: changed }, world, "imitationSame", 0.7)).toEqual({ firms: 1500 });
    expect(withParameter(state, world, "firms", 15_902)).toEqual({});
  });

  it("adds to the interventions of the world and takes any of them back", () => {
    const added = withIntervention(state, world, "pioneers", pioneer);
    const both = { ...state, set: added };
    expect(interventionsOf(both, "pioneers")).toEqual([
      ...(worldNamed("local-peers").set.pioneers as object[]),
      pioneer,
    ]);
    expect(withoutIntervention(both, world, "pioneers", 1)).toEqual({ firms: 1500 });
    expect(withoutIntervention(state, world, "pioneers", 0)).toEqual({ firms: 1500, pioneers: [] });
  });

  it("is in the link with all of its interventions", () => {
    for (const pioneers of [[], [pioneer, { ...pioneer, firm: 7 }]]) {
      const set = { ...state.set, pioneers, datedShocks: [{ year: 2001, province: "NA", exit: -0.5 }] };
      const { state: read, problems } = readLink(writeLink({ ...startState, ...state, set }));
      expect(problems).toEqual([]);
      expect(requestOf(read)).toEqual(requestOf({ ...state, set }));
    }
  });
});

describe("what is shown of a year", () => {
  const words = watchWords.en;

  it("is one sentence with the run's numbers", () => {
    const { abroad, alive } = last.with.total;
    expect(headline(last, world, words, formatOf("en"))).toBe(
      `2012: ${abroad} of 1,500 firms abroad (${((100 * abroad) / alive).toFixed(1)}%); without imitation ` +
        `${last.without.total.abroad}; ${last.difference.total.flipped} firms decided otherwise.`,
    );
    expect(headline(last, { sameWorlds: true }, words, formatOf("en"))).toContain(
      "the same without imitation",
    );
  });

  it("is by province the share with and without imitation, and their difference", () => {
    const after = run.snapshots[indexOfYear(world.years, 1996)];
    const [one, other] = [sharesAbroad(world, after.with), sharesAbroad(world, after.without)];
    const difference = shareDifferences(world, after);
    expect([...one.keys()]).toEqual(world.provinces.map(({ code }) => code));
    for (const [code, value] of difference)
      expect(value).toBeCloseTo((one.get(code) ?? 0) - (other.get(code) ?? 0), 12);
    expect(difference.get("MI")).toBeGreaterThan(0);
  });

  it("is marked in figures whose numbers are the run's, with what was done to the world", () => {
    const parts = {
      world,
      snapshots: run.snapshots.slice(0, 10),
      cursor: 1991,
      events: eventsOf(state, world, words),
      language: "en",
      words,
    } as const;
    expect(parts.events).toEqual([{ year: 1990, name: "pioneers Milano" }]);
    expect(shareFigure(parts).table.rows[7]).toEqual([
      1991,
      run.snapshots[7].with.total.abroad / 1500,
      run.snapshots[7].without.total.abroad / 1500,
    ]);
    expect(shareFigure(parts).table.rows[10]).toEqual([1994, null, null]);
    expect(flippedFigure(parts).table.rows[9]).toEqual([1993, run.snapshots[9].difference.total.flipped]);
    expect(mixFigure(parts).table.rows[9]?.slice(1)).toEqual([...run.snapshots[9].with.destinations]);
  });
});

describe("a year of a link", () => {
  it("is the nearest that the world has, and the last where there is none", () => {
    expect([1990, 1984, 1900, 2050, null].map((year) => indexOfYear(world.years, year))).toEqual([
      6, 0, 0, 28, 28,
    ]);
  });
});
