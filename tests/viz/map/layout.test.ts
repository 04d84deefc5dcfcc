import { describe, expect, it } from "vitest";
import { provinces103, provinces107, provinces110 } from "../../../sim/geography/italianProvinces.ts";
import { mapSize } from "../../../viz/map/geometry.ts";
import { mapLayout, tileSide } from "../../../viz/map/layout.ts";
import { contiguousPairs } from "../../../viz/map/shapes.ts";
import { ringsOf } from "./fixtures/ringsOf.ts";

const codesOf = (provinces: readonly { readonly code: string }[]) => provinces.map(({ code }) => code);
const shapes = mapLayout(codesOf(provinces103), "shapes");
const placesOfShapes = shapes?.places ?? [];

function inside(rings: readonly (readonly (readonly [number, number])[])[], x: number, y: number): boolean {
  const crossings = rings.flatMap((ring) =>
    ring.filter(([fromX, fromY], at) => {
      const [toX, toY] = ring[(at + 1) % ring.length];
      return fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX);
    }),
  );
  return crossings.length % 2 === 1;
}

describe.each([
  ["103 of 1995–2005", provinces103],
  ["107 of 2017–2025", provinces107],
  ["110 of 2009–2016", provinces110],
])("tiles of the %s", (_, provinces) => {
  const layout = mapLayout(codesOf(provinces), "tiles");

  it("are one for each province, in the order of the simulation", () => {
    expect(layout?.places.map(({ code }) => code)).toEqual(codesOf(provinces));
  });

  it("stand on 16 columns and 21 rows, no two on one place", () => {
    const cells = (layout?.places ?? []).map(({ x, y }) => [x / tileSide - 0.5, y / tileSide - 0.5]);
    expect(cells.flat().every(Number.isInteger)).toBe(true);
    expect(Math.max(...cells.map(([column = 0]) => column))).toBeLessThan(16);
    expect(Math.max(...cells.map(([, row = 0]) => row))).toBeLessThan(21);
    expect(new Set(cells.map(String)).size).toBe(provinces.length);
  });
});

describe("shapes", () => {
  it("are one for each of the 103 provinces, in the order of the simulation", () => {
    expect(shapes?.view).toBe("shapes");
    expect(placesOfShapes.map(({ code }) => code)).toEqual(codesOf(provinces103));
  });

  it("are closed rings of three points or more, within the map", () => {
    for (const { code, path } of placesOfShapes) {
      expect(path, code).toMatch(/^(M\d+ \d+l-?\d+(?:[ -]\d+)*z)+$/);
      for (const ring of ringsOf(path)) {
        expect(ring.length, code).toBeGreaterThan(3);
        expect(ring.at(-1), code).toEqual(ring[0]);
        expect(ring.every(([x, y]) => x >= 0 && x <= mapSize.width && y >= 0 && y <= mapSize.height)).toBe(
          true,
        );
      }
    }
  });

  it("have the letter of a mark within themselves and within no other", () => {
    const rings = new Map(placesOfShapes.map(({ code, path }) => [code, ringsOf(path)]));
    for (const { code, x, y } of placesOfShapes) {
      const around = [...rings].filter(([, each]) => inside(each, x, y)).map(([each]) => each);
      expect(around, code).toEqual([code]);
    }
  });

  it("lie as in Italy: Bolzano is north of Verona, Torino west of Venezia, Lecce the easternmost", () => {
    const at = new Map(placesOfShapes.map((place) => [place.code, place]));
    expect(at.get("BZ")?.y).toBeLessThan(at.get("VR")?.y ?? 0);
    expect(at.get("TO")?.x).toBeLessThan(at.get("VE")?.x ?? 0);
    expect(placesOfShapes.toSorted((one, other) => other.x - one.x)[0].code).toBe("LE");
  });

  it("share 230 borders, each known once; every province has one", () => {
    const pairs = contiguousPairs();
    expect(pairs).toHaveLength(230);
    expect(new Set(pairs.map((pair) => pair.toSorted().join())).size).toBe(230);
    expect(pairs.every(([one, other]) => one < other)).toBe(true);
    expect(new Set(pairs.flat()).size).toBe(103);
    expect(pairs).toContainEqual(["VI", "VR"]);
    expect(pairs).not.toContainEqual(["ME", "RC"]);
  });

  it("are not known for the other vintages, which come as tiles", () => {
    expect(mapLayout(codesOf(provinces107), "shapes")?.view).toBe("tiles");
  });
});

it("A set of provinces that is no vintage has no map", () => {
  expect(mapLayout(codesOf(provinces103).slice(1), "tiles")).toBeUndefined();
  expect(mapLayout([...codesOf(provinces103).slice(1), "XX"], "tiles")).toBeUndefined();
});
