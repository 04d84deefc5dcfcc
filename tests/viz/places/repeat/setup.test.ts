import { describe, expect, test } from "vitest";
import { resolveDesign } from "../../../../study/cells.ts";
import { historyOf } from "../../../../study/repeat/historyOf.ts";
import { repeatDesign } from "../../../../study/repeat/repeatDesign.ts";
import {
  firstMethod,
  hasManyYearsOfStart,
  methodsFor,
  offeredWorlds,
} from "../../../../viz/places/repeat/offered.ts";
import { paceOf } from "../../../../viz/places/repeat/pace.ts";
import { requestOf, setupOf, setupProblems } from "../../../../viz/places/repeat/setup.ts";
import { timeText } from "../../../../viz/places/repeat/timeText.ts";
import { watchLink } from "../../../../viz/places/repeat/watchLink.ts";
import { requestOf as watchRequestOf } from "../../../../viz/places/watch/request.ts";
import { startState } from "../../../../viz/state/labState.ts";
import { readLink } from "../../../../viz/state/urlState.ts";

const state = { ...startState, place: "repeat" } as const;

describe("the study that a link names", () => {
  test.each(offeredWorlds.flatMap((world) => methodsFor(world).map((method) => [world, method] as const)))(
    "is one that can be run, of the world %s by %s",
    (world, method) => {
      const design = repeatDesign(requestOf({ ...state, world, detail: { method } }));
      expect(resolveDesign(design).cells[0]?.scenario.firms).toBe(400);
    },
  );

  test("offers exact times only where there are some", () => {
    const method = "canello-2022/cox-exact";
    expect(setupOf({ world: "canello-2022/return", detail: { method } }).method).toBe(method);
    expect(setupOf({ world: "herding", detail: { method } }).method).toBe(firstMethod);
  });

  test("offers the Cox models of the published tables, and knows where few firms leave their dummies empty", () => {
    for (const world of offeredWorlds)
      expect(methodsFor(world)).toEqual(
        expect.arrayContaining(["I", "II", "III", "IV", "IV-flow"].map((each) => `canello-2022/cox-${each}`)),
      );
    expect(hasManyYearsOfStart("herding", "canello-2022/cox-II")).toBe(true);
    expect(hasManyYearsOfStart("herding", "canello-2022/cox-IV-flow")).toBe(false);
    expect(hasManyYearsOfStart("canello-2022", "canello-2022/cox-II")).toBe(false);
  });

  test("has the watched world's parameters, but for the number of firms", () => {
    const request = requestOf({ ...state, set: { firms: 15902, imitationSame: 0.1 } });
    expect(request.set).toMatchObject({ firms: 400, imitationSame: 0.1, imitationStay: 0.25 });
  });

  test("has defaults in place of what no study can have, and says so", () => {
    const detail = { method: "canello-2022/Z", firms: "99999" };
    expect(setupOf({ world: "", detail })).toMatchObject({ method: firstMethod, firms: 400 });
    expect(setupProblems({ world: "", detail }).map(({ name }) => name)).toEqual(["method", "firms"]);
    expect(setupProblems({ world: "", detail: { method: "canello-2022/B", firms: "500" } })).toEqual([]);
  });
});

describe("the link to a replication's history", () => {
  const own = { ...state, seed: "11", set: { imitationSame: 0.2 } };
  const design = resolveDesign(repeatDesign(requestOf(own)));

  test("names the world that is watched, with its parameters and its seed", () => {
    const link = watchLink(own, historyOf(design, { cell: 0, replication: 1 }));
    const read = readLink(link ?? "");
    expect(read.problems).toEqual([]);
    expect(read.state).toMatchObject({
      place: "watch",
      world: "herding",
      set: { imitationSame: 0.2, firms: 400 },
      seed: "11",
    });
  });

  test.each([1, 2, 77])("shows that very history of replication %i", (replication) => {
    const history = historyOf(design, { cell: 0, replication });
    const link = watchLink(own, history);
    const read = readLink(link ?? "").state;
    const shown = { condition: history.scenario, replication: 1, ...watchRequestOf(read) };
    expect(link).not.toBeNull();
    expect(shown).toEqual(history);
  });

  test("of a study file names its scenario and its parameters", () => {
    const file = { ...state, detail: { study: "a".repeat(64) } };
    const scenario = "canello-2022/eq1";
    const set = { firms: 200, destinationOffset: [0, 1, 2, 3] };
    const history = { scenario, set, seed: "s", condition: scenario, replication: 1 };
    const read = readLink(watchLink(file, history) ?? "");
    expect(read.problems).toEqual([]);
    expect(read.state).toMatchObject({ place: "watch", world: scenario, set, seed: "s" });
  });

  test("is none where a parameter cannot stand in a link", () => {
    const file = { ...state, detail: { study: "a".repeat(64) } };
    const history = { scenario: "x", set: { years: ["a"] }, seed: "s", condition: "x", replication: 2 };
    expect(watchLink(file, history)).toBeNull();
  });
});

describe("the pace of a study", () => {
  test("is that since the start, and foretells the time left", () => {
    expect(paceOf(60, 100, 20, 8)).toEqual({ done: 60, total: 100, perSecond: 5, secondsLeft: 8 });
    expect(paceOf(20, 100, 20, 8)).toMatchObject({ perSecond: null, secondsLeft: null });
  });

  test("is told in seconds, minutes or hours", () => {
    const words = {
      seconds: (count: string) => `${count} s`,
      minutes: (count: string) => `${count} min`,
      hours: (count: string) => `${count} h`,
    };
    const told = [0.2, 119, 120, 7199, 7200].map((seconds) => timeText(seconds, words, String));
    expect(told).toEqual(["1 s", "119 s", "2 min", "120 min", "2 h"]);
  });
});
