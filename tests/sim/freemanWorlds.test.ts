import { describe, expect, it } from "vitest";
import { families, resolveScenario } from "../../scenarios/index.ts";
import { simulate } from "../../sim/index.ts";
import { key, panelOf, sum } from "./worlds.ts";

const presets = families.find(({ name }) => name === "freeman-2007")?.presets ?? [];

describe.each(presets)("600 firms of $name", ({ name }) => {
  const history = simulate(resolveScenario(name, { firms: 600 }), key());
  const panel = panelOf(history);
  const rows = Array.from({ length: history.rows }, (_, row) => row);
  const continued = rows.filter((row) => row > 0 && panel.pair[row] === panel.pair[row - 1]);

  it("are all there in each of ten years, in four destinations", () => {
    expect(history.rows).toBe(600 * 4 * 10);
    expect(new Set(Array.from(panel.firm)).size).toBe(600);
  });

  it("have spells that go on, end or begin, and no status that comes from nowhere", () => {
    for (const row of continued) {
      expect(panel.yLag[row]).toBe(panel.active[row - 1]);
      const runs = panel.active[row - 1] === 1;
      expect(panel.tenure[row] >= 0).toBe(runs);
      if (runs && panel.tenure[row] > 0) expect(panel.tenure[row]).toBe(panel.tenure[row - 1] + 1);
    }
    const change = sum(Array.from(panel.active)) - sum(Array.from(panel.yLag));
    const starts = rows.filter((row) => panel.active[row] > panel.yLag[row]).length;
    const stops = rows.filter((row) => panel.active[row] < panel.yLag[row]).length;
    expect(starts - stops).toBe(change);
    expect(Math.min(starts, stops)).toBeGreaterThan(50);
  });

  it("have re-entries only out of ties, and ties only after a stop", () => {
    if (panel.tieStrength === undefined) {
      expect(["paused", "reentered", "mode"].filter((column) => column in panel)).toEqual([]);
      return;
    }
    for (const row of rows) {
      if (panel.reentered[row] === 1) expect(panel.tieStrength[row]).toBeGreaterThan(0);
      if (panel.tieStrength[row] > 0) expect(panel.yLag[row]).toBe(0);
    }
    for (const row of continued) {
      if (panel.paused[row] > panel.paused[row - 1]) expect(panel.yLag[row] - panel.active[row]).toBe(1);
    }
    expect(sum(Array.from(panel.reentered))).toBeGreaterThan(0);
  });

  it("respond to peers only where density does", () => {
    const { peerEffect } = history.truth;
    if (name.endsWith("density")) expect(peerEffect.entry).toBeGreaterThan(0);
    else expect([peerEffect.entry, peerEffect.staying]).toEqual([0, 0]);
  });
});
