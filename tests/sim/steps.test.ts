import { describe, expect, it } from "vitest";
import { advance, historyOf, simulate, startWorld, yearsOf } from "../../sim/index.ts";
import { busyWorld, fingerprint, key, kinds } from "./worlds.ts";

describe.each(kinds)("a %s world", (kind) => {
  const scenario = busyWorld(kind);
  const years = yearsOf(scenario);
  const inOneGo = fingerprint(simulate(scenario, key()));

  it("is the same after 3 years and the rest as after all years in one go, wherever it is cut", () => {
    for (const first of [3, 5, years - 1]) {
      const world = startWorld(scenario, key());
      advance(world, first);
      advance(world, years - first);
      expect(fingerprint(historyOf(world))).toBe(inOneGo);
    }
  });

  it("goes on from a copy as the original would have, and the original does not notice", () => {
    const world = startWorld(scenario, key());
    advance(world, 5);
    const copy = structuredClone(world);
    advance(copy, years - 5);
    expect(fingerprint(historyOf(copy))).toBe(inOneGo);
    advance(world, years - 5);
    expect(fingerprint(historyOf(world))).toBe(inOneGo);
  });

  it("keeps its recorded years when it is simulated beyond them", () => {
    const world = startWorld(scenario, key());
    advance(world, years);
    const { rows, columns, truth } = structuredClone(historyOf(world));
    // Closures of later years would change who is in a balanced panel, so none are dated there.
    advance(world, 3);
    expect(historyOf(world).rows).toBe(rows);
    expect(historyOf(world).columns).toEqual(columns);
    expect(historyOf(world).truth).toEqual(truth);
  });
});
