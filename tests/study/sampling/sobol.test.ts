import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MOST_SOBOL_DIMENSIONS, sobolPoints } from "../../../study/sampling/sobol.ts";

const reference = JSON.parse(
  readFileSync(new URL("../../reference/sampling/sobol.json", import.meta.url), "utf8"),
) as { readonly points: Readonly<Record<string, readonly number[]>> };

describe("Sobol points", () => {
  it("are SciPy's in every dimension", () => {
    const points = sobolPoints(1024, MOST_SOBOL_DIMENSIONS);
    for (const [at, point] of Object.entries(reference.points)) expect(points[Number(at)]).toEqual(point);
  });

  it("begin alike, however many points and dimensions there are", () => {
    const few = sobolPoints(37, 3);
    expect(
      sobolPoints(200, 5)
        .slice(0, 37)
        .map((point) => point.slice(0, 3)),
    ).toEqual(few);
    expect(sobolPoints(0, 3)).toEqual([]);
  });

  it("put one of the first 2^k into each of 2^k equal parts of every coordinate", () => {
    const points = sobolPoints(64, 21);
    for (let dimension = 0; dimension < 21; dimension++) {
      expect(new Set(points.map((point) => Math.floor(64 * (point[dimension] ?? 0)))).size).toBe(64);
    }
  });

  it("have at most 21 dimensions", () => {
    expect(() => sobolPoints(2, 22)).toThrow("1 to 21 dimensions here, not 22");
  });
});
