import { describe, expect, it } from "vitest";
import { gaussLegendre } from "../../numerics/gaussLegendre.ts";

describe("the Gauss–Legendre rule", () => {
  it("with two nodes has them at ±1/√3, with three at 0 and ±√(3/5)", () => {
    const two = gaussLegendre(2);
    expect([...two.nodes]).toEqual([
      expect.closeTo(-Math.sqrt(1 / 3), 15),
      expect.closeTo(Math.sqrt(1 / 3), 15),
    ]);
    const three = gaussLegendre(3);
    expect(three.nodes[2]).toBeCloseTo(Math.sqrt(0.6), 15);
    expect([...three.weights]).toEqual([5, 8, 5].map((ninth) => expect.closeTo(ninth / 9, 15)));
  });

  it.each([1, 2, 5, 24, 32])("with %d nodes integrates every power it should", (count) => {
    const { nodes, weights } = gaussLegendre(count);
    for (let power = 0; power < 2 * count; power++) {
      const sum = nodes.reduce((total, x, i) => total + weights[i] * x ** power, 0);
      expect(sum).toBeCloseTo(power % 2 === 0 ? 2 / (power + 1) : 0, 14);
    }
  });
});
