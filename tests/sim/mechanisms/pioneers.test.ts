import { describe, expect, it } from "vitest";
import { withoutImitation } from "../../../sim/counterfactual.ts";
import { busyWorld, key, kinds, type Parameters, panelOf, quietWorld, sum, watch } from "../worlds.ts";

const none = new Uint8Array();
const eastAsia = 2;

/** Nobody starts by itself. */
const still: Parameters = { firms: 300, base: -9 };

describe.each(kinds)("pioneers in a %s world", (kind) => {
  const pioneers = [{ year: 2008, province: "MI", destination: "eastAsia", firms: 3 }];

  it("are the first firms of their province, start in their year, and then decide themselves", () => {
    const { active, world } = watch(quietWorld(kind, { ...still, pioneers }));
    const milan = world.provinces.findIndex(({ code }) => code === "MI");
    const first = Array.from(world.firms.province.keys())
      .filter((firm) => world.firms.province[firm] === milan)
      .slice(0, 3);
    expect(sum(active.get(2007) ?? none)).toBe(0);
    const started = Array.from(active.get(2008)?.keys() ?? []).filter(
      (pair) => active.get(2008)?.[pair] === 1,
    );
    expect(started).toEqual(first.map((firm) => 4 * firm + eastAsia));
    // An index of −9 keeps nobody abroad but where a hazard decides on returns.
    if (kind !== "entryExit") expect(sum(active.get(2009) ?? none)).toBe(0);
  });

  it("stay as long as they are held", () => {
    const held = [{ year: 2008, firm: 7, destination: "europe", stay: 3 }];
    const { active } = watch(quietWorld(kind, { ...still, exitHazard: 9, pioneers: held }));
    const years = [2007, 2008, 2009, 2010, 2011].map((year) => sum(active.get(year) ?? none));
    expect(years.slice(0, 4)).toEqual([0, 1, 1, 1]);
    if (kind !== "entryExit") expect(years[4]).toBe(0);
    expect(active.get(2010)?.[4 * 6]).toBe(1);
  });

  it("change nobody who does not see them", () => {
    const scenario = busyWorld(kind, {});
    const alone = withoutImitation({
      ...scenario,
      imitationOther: 0,
      destinationLearning: 0,
      vicariousPrecision: 0,
      vicariousQualityGain: 0,
      volumePeer: 0,
      reshoringBarrier: 0,
      hazard: { ...scenario.hazard, msePeersSameDestinationBeforeEntry: 0 },
    });
    const sent = {
      ...alone,
      pioneers: [{ year: 2008, firm: 7, destination: "eastAsia" as const, firms: 1, stay: 2 }],
    };
    const [before, after] = [watch(alone, key()).active, watch(sent, key()).active];
    let changed = 0;
    for (const [year, statuses] of before) {
      statuses.forEach((status, pair) => {
        if (after.get(year)?.[pair] === status) return;
        expect(Math.floor(pair / 4)).toBe(6);
        changed += 1;
      });
    }
    expect(changed).toBeGreaterThan(0);
  });

  it("have a start and no return in the panel", () => {
    const { history, world } = watch(quietWorld(kind, { ...still, pioneers }));
    const { active, yLag, year } = panelOf(history);
    const rows = Array.from(active).map((_, row) => row);
    const starts = rows.filter((row) => active[row] === 1 && yLag[row] === 0);
    expect(starts.map((row) => year[row])).toEqual([2008, 2008, 2008]);
    expect(world.recording.starts).toBe(3);
  });

  it("are kept to an industry where one is named", () => {
    const shoes = [{ ...pioneers[0], firms: 1_000, industry: "footwear" }];
    const { active, world } = watch(quietWorld(kind, { ...still, pioneers: shoes }));
    const { province, industry } = world.firms;
    const milan = world.provinces.findIndex(({ code }) => code === "MI");
    const expected = Array.from(province.keys()).filter((at) => province[at] === milan && industry[at] === 1);
    expect(sum(active.get(2008) ?? none)).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(1);
  });
});

describe("pioneers and shocks in places that do not exist", () => {
  it.each([
    [
      { pioneers: [{ year: 2008, destination: "europe", province: "XX" }] },
      /set\.pioneers\[0\]\.province: found "XX"/,
    ],
    [
      { pioneers: [{ year: 2008, destination: "europe", industry: "toys" }] },
      /an industry of this world: clothing, footwear/,
    ],
    [{ pioneers: [{ year: 2008, destination: "europe", firm: 101 }] }, /the number of a firm: 1 to 100/],
    [{ datedShocks: [{ year: 2008, entry: 1, province: "XX" }] }, /set\.datedShocks\[0\]\.province/],
  ])("are refused with their place: %j", (set, message) => {
    expect(() => watch(quietWorld("behavioural", set))).toThrow(message);
  });
});

describe.each(kinds)("a shock to one province of a %s world", (kind) => {
  it("moves its firms alone", () => {
    const shock = { year: 2009, entry: 1.5, closure: 0.5, province: "MI" };
    const calm = watch(quietWorld(kind, { firms: 300 }));
    const shaken = watch(quietWorld(kind, { firms: 300, datedShocks: [shock] }));
    const { province } = calm.world.firms;
    const milan = calm.world.provinces.findIndex(({ code }) => code === "MI");
    const alive = [calm, shaken].map(({ alive: by }) => by.get(2009) ?? none);
    const active = [calm, shaken].map(({ active: by }) => by.get(2009) ?? none);
    let [closed, moved] = [0, 0];
    province.forEach((at, firm) => {
      const pairs = [0, 1, 2, 3].map((destination) => 4 * firm + destination);
      const differs = pairs.some((pair) => active[0][pair] !== active[1][pair]);
      if (at !== milan) {
        expect([alive[1][firm], differs]).toEqual([1, false]);
        return;
      }
      closed += 1 - alive[1][firm];
      moved += Number(differs);
    });
    expect(closed).toBeGreaterThan(3);
    expect(moved).toBeGreaterThan(1);
  });
});
