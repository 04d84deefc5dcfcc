import { describe, expect, it } from "vitest";
import { addStayingTerms, stayingTerms } from "../../../sim/decisions/behavioural.ts";
import { advance, startWorld } from "../../../sim/index.ts";
import { busyWorld, key } from "../worlds.ts";

const fewTerms = { imitationBackshore: 0, reshoringBarrier: 0, migrantReturn: 0 };

describe("the terms of staying", () => {
  it.each([
    ["all", {}],
    ["few", fewTerms],
  ])("are added to the index of active pairs alone, in a world with %s of them", (_, set) => {
    const world = startWorld(busyWorld("behavioural", set), key());
    advance(world, 6);
    const { active } = world.pairs;
    const index = new Float64Array(active.length);
    addStayingTerms(
      world,
      Int32Array.from({ length: world.firms.count }, (_, firm) => firm),
      index,
    );
    expect(Array.from(index)).toEqual(
      Array.from(active, (flag, pair) => (flag === 1 ? stayingTerms(world, pair) : 0)),
    );
    expect(active.filter((flag) => flag === 1).length).toBeGreaterThan(20);
    expect(new Set(index).size).toBeGreaterThan(20);
  });
});
