import { describe, expect, it } from "vitest";
import { modeUtility } from "../../../sim/clusters/mechanisms/modeChoice.ts";
import { bringHome } from "../../../sim/clusters/mechanisms/reshoring.ts";
import { modeCode, modeNames } from "../../../sim/clusters/modes.ts";
import { statusNames } from "../../../sim/clusters/recording/clusterColumns.ts";
import { startClusters } from "../../../sim/clusters/startClusters.ts";
import { clusterHistory, clusterKey, clusterScenario, columnsOf } from "./clusterWorlds.ts";

/** What the panel shows of a year follows from what it shows of the year before, firm by firm. */
const busy = { clusters: 5, clusterImitation: 2, stakeholderPressure: 0.2, marketDecline: 0.02 };
const history = clusterHistory(busy);
const { years } = history;
const panel = columnsOf(history);
const [home, , , closed] = statusNames.map((_, code) => code);
const openRows = Array.from({ length: history.rows }, (_, row) => row).filter(
  (row) => panel.status[row] !== closed,
);
const nameOf = (row: number) => modeNames[panel.mode[row]];
/** The row of the focal firm in the same year; NaN where there is none. */
const focalRow = (row: number) =>
  panel.focalFirm[row] === 0 ? Number.NaN : (panel.focalFirm[row] - 1) * years + (row % years);
const lagged = (row: number, name: string, atStart: number) =>
  row % years === 0 ? atStart : panel[name][row - 1];

describe("in a world with every mechanism on", () => {
  it("orders are lost when the focal firm moves and the follower stays, and all come back when it comes home", () => {
    for (let first = 0; first < history.rows; first += years) {
      if (panel.focalFirm[first] === 0) continue;
      let losses = 0;
      for (let row = first; row < first + years && panel.status[row] !== closed; row++) {
        const focal = focalRow(row);
        if (panel.cameHome[focal] === 1) losses = 0;
        const wasAway = row > first && nameOf(row - 1) !== "local";
        const wentAlong = panel.movedAbroad[row] === 1 && nameOf(row) === "following";
        if (panel.movedAbroad[focal] === 1 && !wasAway && !wentAlong) losses += 1;
        expect(panel.orders[row]).toBeCloseTo(0.98 ** ((row % years) + 1) * 0.5 ** losses, 12);
      }
    }
  });

  it("links go three tenths of the way to those of the mode or, for followers, of last year's focal firm", () => {
    const rating: Partial<Record<(typeof modeNames)[number], number>> = {
      outsourceMaterials: 0.5,
      outsourceProcessing: 0.5,
      captiveSelective: 1,
      outsourceReplicative: 0.5,
      captiveReplicative: 1,
      outsourceHighValue: 1,
      captiveHighValue: 1,
      abroadAlone: 0.5,
    };
    for (const row of openRows) {
      const own = rating[nameOf(row)] ?? 0;
      const focal = focalRow(row);
      const share = nameOf(row) === "following" ? 1 : 0.5;
      const toward = Number.isNaN(focal) ? own : Math.max(own, share * lagged(focal, "externalLinks", 0));
      const links = lagged(row, "externalLinks", 0);
      expect(panel.externalLinks[row]).toBeCloseTo(links + 0.3 * (toward - links), 12);
    }
  });

  it("knowledge comes from the own partner, or from the focal firm's", () => {
    let fromFocal = 0;
    for (const row of openRows) {
      const own = panel.partnerCapability[row];
      const focal = focalRow(row);
      const capability = own > 0 || Number.isNaN(focal) ? own : panel.partnerCapability[focal];
      const isExport = nameOf(row).startsWith("export");
      const work = isExport ? 0 : nameOf(row).endsWith("HighValue") ? 1 : 0.3;
      const inflow = 0.05 * panel.externalLinks[row] * panel.complexity[row] * work * capability;
      expect(panel.coreInflow[row]).toBeCloseTo(inflow, 12);
      if (own === 0 && inflow > 0) fromFocal += 1;
    }
    expect(fromFocal).toBeGreaterThan(0);
  });

  it("nobody moves abroad in the year of coming home, and reactive firms come home to where they were", () => {
    let cameHome = 0;
    for (const row of openRows) {
      if (panel.cameHome[row] === 0) continue;
      expect(panel.movedAbroad[row]).toBe(0);
      if (panel.proactive[row] === 1) continue;
      expect([nameOf(row), panel.status[row]]).toEqual(["local", home]);
      cameHome += 1;
    }
    expect(cameHome).toBeGreaterThan(10);
  });

  it("those who follow gain no years abroad of their own", () => {
    const following = clusterHistory({ followProbability: 0.6 });
    const columns = columnsOf(following);
    for (let row = 0; row < following.rows; row++)
      if (columns.proactive[row] === 0) expect(columns.yearsAbroad[row]).toBe(0);
    expect(Math.max(...Array.from(columns.yearsAbroad))).toBeGreaterThan(5);
  });
});

describe("a single firm", () => {
  it("is patient: a good year between two bad ones keeps it abroad", () => {
    const world = startClusters(clusterScenario({ gainSd: 0 }), clusterKey());
    const { firms } = world;
    const firm = firms.proactive.indexOf(1);
    firms.mode[firm] = modeCode("outsourceProcessing");
    const returnedAfter = [-5, 5, -5, -5].map((match, at) => {
      firms.match[firm] = match;
      bringHome(world, at + 1);
      return firms.returned[firm];
    });
    expect(returnedAfter).toEqual([0, 0, 0, 1]);
    expect(firms.mode[firm]).toBe(modeCode("returned"));
  });

  it("finds a captive mode dearer the smaller it is: by fixed cost · 20 / size", () => {
    const world = startClusters(clusterScenario({ fixedCostWeight: 1 }), clusterKey());
    const utilities = [10, 20, 40].map((size) => {
      world.firms.size[0] = size;
      return modeUtility(world, 0, modeCode("captiveSelective"));
    });
    // 0.2 feasibility + 0.4 gain + 1 link − 0.6 for two steps = 1.
    [1 - 2, 1 - 1, 1 - 0.5].forEach((utility, at) => {
      expect(utilities[at]).toBeCloseTo(utility, 12);
    });
  });
});
