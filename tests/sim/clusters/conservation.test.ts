import { describe, expect, it } from "vitest";
import { modeNames } from "../../../sim/clusters/modes.ts";
import { statusNames } from "../../../sim/clusters/recording/clusterColumns.ts";
import { clusterHistory, columnsOf, rowsOfYear } from "./clusterWorlds.ts";

const history = clusterHistory({ clusterImitation: 0.5, stakeholderPressure: 0.1, marketDecline: 0.02 });
const panel = columnsOf(history);
const closed = statusNames.indexOf("closed");
const following = modeNames.indexOf("following");
const rows = Array.from({ length: history.rows }, (_, row) => row);
const laterRows = rows.filter((row) => row % history.years > 0);

describe("in every year of a world with every mechanism on", () => {
  it("each firm is in one status, and none is born or comes back from being closed", () => {
    for (let year = 1; year <= history.years; year++) {
      const counts = statusNames.map(
        (_, status) => rowsOfYear(history, year).filter((row) => panel.status[row] === status).length,
      );
      expect(counts.reduce((sum, count) => sum + count)).toBe(120);
    }
    for (const row of laterRows) if (panel.status[row - 1] === closed) expect(panel.status[row]).toBe(closed);
    expect(rows.some((row) => panel.status[row] === closed)).toBe(true);
  });

  it("reactive firms supply a proactive firm of their own cluster, proactive ones nobody", () => {
    for (const row of rowsOfYear(history, 1)) {
      if (panel.proactive[row] === 1) expect(panel.focalFirm[row]).toBe(0);
      else {
        const focal = (panel.focalFirm[row] - 1) * history.years;
        expect(panel.proactive[focal]).toBe(1);
        expect(panel.cluster[focal]).toBe(panel.cluster[row]);
      }
    }
  });

  it("the employment and the supplier base of a cluster are the sums over its firms", () => {
    for (const year of [1, 7, history.years]) {
      const sums = [0, 0, 0].map(() => ({ employment: 0, base: 0 }));
      for (const row of rowsOfYear(history, year)) {
        const sum = sums[panel.cluster[row] - 1];
        sum.employment += panel.localEmployment[row];
        if (panel.proactive[row] === 0 && panel.status[row] !== closed)
          sum.base += panel.orders[row] * (1 - panel.movedShare[row]);
      }
      for (const row of rowsOfYear(history, year)) {
        const sum = sums[panel.cluster[row] - 1];
        expect(panel.clusterEmployment[row]).toBeCloseTo(sum.employment, 9);
        expect(panel.clusterSupplierBase[row]).toBeCloseTo(sum.base, 9);
      }
    }
  });

  it("orders are what the market leaves, halved for every move of the focal firm that displaced the firm", () => {
    for (const row of rows) {
      if (panel.status[row] === closed) {
        expect(panel.orders[row]).toBeNaN();
        expect(panel.localEmployment[row]).toBe(0);
        continue;
      }
      const halvings = -Math.log2(panel.orders[row] / 0.98 ** ((row % history.years) + 1));
      expect(Math.abs(halvings - Math.round(halvings))).toBeLessThan(1e-9);
      if (panel.proactive[row] === 1) expect(halvings).toBeCloseTo(0, 9);
    }
  });

  it("nobody follows a focal firm that is at home", () => {
    let followers = 0;
    for (const row of rows) {
      if (panel.mode[row] !== following || panel.status[row] === closed) continue;
      const focal = (panel.focalFirm[row] - 1) * history.years + (row % history.years);
      expect(panel.movedShare[focal]).toBeGreaterThan(0);
      followers += 1;
    }
    expect(followers).toBeGreaterThan(0);
  });

  it("core competence changes by its four terms and never falls below 0", () => {
    for (const row of laterRows) {
      if (panel.status[row] === closed) continue;
      const abroad = panel.highValueAbroad[row];
      const isReplicative = modeNames[panel.mode[row]].endsWith("Replicative") ? 1 : 0;
      const change =
        0.03 * panel.orders[row] * (1 - abroad) +
        panel.coreInflow[row] -
        0.04 * abroad * (1 - 0.5 * panel.standardisedPart[row]) -
        0.1 * isReplicative;
      expect(panel.core[row]).toBeCloseTo(Math.max(0, panel.core[row - 1] + change), 12);
    }
  });

  it("lock-in is exp(−links / 0.2), and slows productivity by up to a half", () => {
    for (const row of laterRows) {
      if (panel.status[row] === closed) continue;
      expect(panel.lockIn[row]).toBeCloseTo(Math.exp(-panel.externalLinks[row] / 0.2), 12);
      const growth = panel.productivity[row] / panel.productivity[row - 1] - 1;
      expect(growth).toBeCloseTo(0.02 * (1 - 0.5 * panel.lockIn[row]), 12);
    }
  });
});
