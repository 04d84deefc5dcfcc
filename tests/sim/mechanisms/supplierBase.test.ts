import { describe, expect, it } from "vitest";
import { advance, simulate, startWorld, yearsOf } from "../../../sim/index.ts";
import { reshoringBarrier, updateSupplierBase } from "../../../sim/mechanisms/supplierBase.ts";
import { fingerprint, key, type Parameters, quietWorld } from "../worlds.ts";

const eroding: Parameters = {
  firms: 150,
  base: -0.5,
  keepsDomesticShare: 0.3,
  baseErosion: 0.4,
  baseRecovery: 0.3,
  reshoringBarrier: 1,
};

describe("the supplier base of a province", () => {
  it("starts at one supplier a firm and stays between nothing and that", () => {
    const world = startWorld(quietWorld("behavioural", { ...eroding, baseErosion: 5 }), key());
    const { supplierBase, supplierBaseInitial, firms } = world;
    expect(Array.from(supplierBaseInitial)).toEqual(
      Array.from(supplierBaseInitial, (_, province) => firms.province.filter((at) => at === province).length),
    );
    expect(supplierBase).toEqual(supplierBaseInitial);
    let emptied = false;
    for (let year = 0; year < yearsOf(world.scenario); year++) {
      advance(world, 1);
      supplierBase.forEach((base, province) => {
        expect(base).toBeGreaterThanOrEqual(0);
        expect(base).toBeLessThanOrEqual(supplierBaseInitial[province]);
        emptied ||= base === 0 && supplierBaseInitial[province] > 0;
      });
    }
    expect(emptied).toBe(true);
  });

  it("loses baseErosion for each active pair that replaced its suppliers and gains baseRecovery for each return", () => {
    const world = startWorld(quietWorld("behavioural", eroding), key());
    const { firms, pairs, supplierBase, supplierBaseInitial } = world;
    const returned = new Uint8Array(pairs.active.length);
    const abroad: number[] = [];
    const expected = supplierBaseInitial.map((base) => base / 2);
    supplierBase.set(expected);
    for (let firm = 0; firm < 30; firm++) {
      pairs.active[4 * firm + 1] = 1;
      returned[4 * firm + 2] = 1;
      abroad.push(4 * firm + 1, 4 * firm + 2);
      const change = 0.3 - (firms.keepsDomesticSuppliers[firm] === 1 ? 0 : 0.4);
      expected[firms.province[firm]] += change;
    }
    updateSupplierBase(world, { returned, abroad: Int32Array.from(abroad) });
    supplierBase.forEach((base, province) => {
      expect(base).toBeCloseTo(Math.min(supplierBaseInitial[province], Math.max(0, expected[province])), 12);
    });
  });

  it("recovers by returns alone", () => {
    const world = startWorld(quietWorld("behavioural", { ...eroding, baseErosion: 0, base: 0 }), key());
    const { supplierBase, supplierBaseInitial } = world;
    supplierBase.fill(0);
    let before = 0;
    advance(world, 1);
    for (let year = 0; year < 5; year++) {
      advance(world, 1);
      const total = supplierBase.reduce((sum, base) => sum + base, 0);
      expect(total).toBeGreaterThan(before);
      before = total;
    }
    expect(before).toBeGreaterThan(0.5 * supplierBaseInitial.reduce((sum, base) => sum + base, 0));
  });
});

describe("the reshoring barrier", () => {
  it("is barrier · (1 − base / initial) for firms without domestic suppliers and nothing for the others", () => {
    const world = startWorld(quietWorld("behavioural", { ...eroding, reshoringBarrier: 2 }), key());
    world.supplierBase.set(world.supplierBaseInitial.map((base) => base / 4));
    const { keepsDomesticSuppliers } = world.firms;
    const barriers = Array.from(keepsDomesticSuppliers, (_, firm) => reshoringBarrier(world, firm));
    expect(barriers).toEqual(Array.from(keepsDomesticSuppliers, (keeps) => (keeps === 1 ? 0 : 1.5)));
    const share = keepsDomesticSuppliers.filter((keeps) => keeps === 1).length / 150;
    expect(Math.abs(share - 0.3)).toBeLessThan(4 * Math.sqrt(0.21 / 150));
  });

  it("changes nothing when every firm keeps its domestic suppliers", () => {
    const kept = { ...eroding, keepsDomesticShare: 1 };
    const history = (barrier: number) =>
      fingerprint(simulate(quietWorld("behavioural", { ...kept, reshoringBarrier: barrier }), key()));
    expect(history(3)).toBe(history(0));
  });

  it("holds firms abroad where the base is gone", () => {
    const exitRate = (barrier: number) =>
      simulate(
        quietWorld("behavioural", {
          ...eroding,
          keepsDomesticShare: 0,
          baseErosion: 2,
          reshoringBarrier: barrier,
        }),
        key(),
      ).diagnostics.exitRate;
    expect(exitRate(2)).toBeLessThan(0.7 * exitRate(0));
  });
});
