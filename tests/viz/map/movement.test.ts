import { describe, expect, it } from "vitest";
import { provinces103 } from "../../../sim/geography/italianProvinces.ts";
import { type MapView, mapLayout } from "../../../viz/map/layout.ts";
import { type Direction, keyTarget, placeNamed, placeTowards } from "../../../viz/map/movement.ts";

const placesOf = (view: MapView) =>
  mapLayout(
    provinces103.map(({ code }) => code),
    view,
  )?.places ?? [];
const directions: readonly Direction[] = ["left", "right", "up", "down"];

describe("on tiles", () => {
  const places = placesOf("tiles");

  it.each([
    ["VR", "right", "VI"],
    ["VR", "left", "BS"],
    ["VR", "up", "TN"],
    ["VR", "down", "RO"],
    ["TV", "right", "TS"],
    ["BZ", "up", "BZ"],
  ] as const)("from %s %s is %s", (from, direction, to) => {
    expect(placeTowards(places, from, direction)).toBe(to);
  });
});

describe.each(["tiles", "shapes"] as const)("on %s", (view) => {
  const places = placesOf(view);

  it("arrows lead in their direction, never aside more than ahead", () => {
    const at = new Map(places.map((place) => [place.code, place]));
    for (const from of places) {
      for (const direction of directions) {
        const to = at.get(placeTowards(places, from.code, direction));
        if (to === undefined || to === from) continue;
        const [dx, dy] = [to.x - from.x, to.y - from.y];
        const [ahead, aside] = {
          left: [-dx, dy],
          right: [dx, dy],
          up: [-dy, dx],
          down: [dy, dx],
        }[direction];
        expect(ahead, `${from.code} ${direction}`).toBeGreaterThan(0);
        expect(Math.abs(aside), `${from.code} ${direction}`).toBeLessThanOrEqual(ahead);
      }
    }
  });

  it("arrows lead from every province to every other", () => {
    for (const { code } of places) {
      const reached = new Set([code]);
      for (const from of reached)
        for (const direction of directions) reached.add(placeTowards(places, from, direction));
      expect(reached.size, code).toBe(103);
    }
  });

  it("Home and End lead to the first and the last, other keys nowhere", () => {
    expect(keyTarget(places, provinces103, "VR", "Home", false)).toBe(places[0].code);
    expect(keyTarget(places, provinces103, "VR", "End", false)).toBe(places[102].code);
    expect(keyTarget(places, provinces103, "VR", "Tab", false)).toBeUndefined();
  });
});

describe("typing", () => {
  it("leads to the next province of that letter, and around the end", () => {
    const withP = provinces103.filter(({ name }) => name.startsWith("P")).map(({ code }) => code);
    let code = withP[0];
    const walked = withP.map(() => {
      code = placeNamed(provinces103, code, "p") ?? "";
      return code;
    });
    expect(walked).toEqual([...withP.slice(1), withP[0]]);
  });

  it("stays where the longer word still fits, knows codes, and finds accents without them", () => {
    expect(placeNamed(provinces103, "VR", "ver")).toBe("VR");
    expect(placeNamed(provinces103, "TO", "na")).toBe("NA");
    expect(placeNamed(provinces103, "TO", "FORLI")).toBe("FC");
    expect(placeNamed(provinces103, "TO", "xyz")).toBeUndefined();
  });
});
