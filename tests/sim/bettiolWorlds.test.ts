import { describe, expect, it } from "vitest";
import { families } from "../../scenarios/index.ts";
import { advance, historyOf, simulate, startWorld, yearsOf } from "../../sim/index.ts";
import type { DistrictSurvey, DistrictSurveyColumn } from "../../sim/survey/districtSurvey.ts";
import { surveyDistricts } from "../../sim/survey/surveyDistricts.ts";
import { districts } from "./districtWorlds.ts";
import { fingerprint, key, panelOf, sum } from "./worlds.ts";

const presets = families.find(({ name }) => name === "bettiol-2017")?.presets ?? [];

describe.each(presets)("300 firms of $name", ({ name }) => {
  const history = simulate(districts({ firms: 300 }, name), key());
  const panel = panelOf(history);
  const rows = Array.from({ length: history.rows }, (_, row) => row);

  it("are all there in each of fifteen years, in four destinations", () => {
    expect(history.rows).toBe(300 * 4 * 15);
    expect(new Set(Array.from(panel.province)).size).toBe(8);
  });

  it("have spells that go on, end or begin, and no status that comes from nowhere", () => {
    for (const row of rows) {
      if (row > 0 && panel.pair[row] === panel.pair[row - 1])
        expect(panel.yLag[row]).toBe(panel.active[row - 1]);
    }
    const starts = rows.filter((row) => panel.active[row] > panel.yLag[row]).length;
    const stops = rows.filter((row) => panel.active[row] < panel.yLag[row]).length;
    expect(starts - stops).toBe(sum(Array.from(panel.active)) - sum(Array.from(panel.yLag)));
    expect(starts).toBeGreaterThan(10);
  });

  it("imitate nobody that starts", () => {
    expect(history.truth.peerEffect.entry).toBe(0);
  });
});

it("a world of districts is the same in one go, in steps, and from a copy of it on its way", () => {
  const scenario = districts({ firms: 200 });
  const inOneGo = fingerprint(simulate(scenario, key()));
  const world = startWorld(scenario, key());
  advance(world, 17);
  const copy = structuredClone(world);
  advance(world, yearsOf(scenario) - 17);
  expect(fingerprint(historyOf(world))).toBe(inOneGo);
  advance(copy, yearsOf(scenario) - 17);
  expect(fingerprint(historyOf(copy))).toBe(inOneGo);
});

/** Five histories of the whole world. @param firms how many are asked. */
function surveys(set: Record<string, unknown> = {}, firms = 259): readonly DistrictSurvey[] {
  return [0, 1, 2, 3, 4].map((replication) => {
    const scenario = districts(set);
    const history = simulate(scenario, key(replication), { recordTruth: false });
    return surveyDistricts(history, scenario, key(replication), { firms });
  });
}

type Row = (column: DistrictSurveyColumn) => number;

function mean(
  of: readonly DistrictSurvey[],
  value: (row: Row) => number,
  among: (row: Row) => boolean = () => true,
): number {
  let [total, count] = [0, 0];
  for (const { columns, firms } of of) {
    for (let at = 0; at < firms; at++) {
      const row: Row = (column) => columns[column][at];
      if (!among(row) || Number.isNaN(value(row))) continue;
      total += value(row);
      count += 1;
    }
  }
  return total / count;
}

const abroad = (row: Row) => row("group") === 1;
const emerging = (row: Row) => row("emergingEconomies") === 1;
const considers = (row: Row) => row("consideredNearshoring") + row("consideredBackshoring");
const done = (row: Row) => Number(row("considerationStage") === 1);

describe("five surveys of the ready world", () => {
  const baseline = surveys();

  it("come near the published shares and vectors", () => {
    const near = (found: number, published: number, by: number): void => {
      expect(Math.abs(found - published)).toBeLessThan(by);
    };
    near(100 * mean(baseline, (row) => row("group")), 26.6, 4);
    const vector = (group: number) =>
      (
        ["suppliersDistrictPct", "suppliersRegionPct", "suppliersItalyPct", "suppliersAbroadPct"] as const
      ).map((column) =>
        mean(
          baseline,
          (row) => row(column),
          (row) => row("group") === group,
        ),
      );
    vector(0).forEach((share, at) => {
      near(share, [68.6, 20.1, 11.2, 0][at], 6);
    });
    vector(1).forEach((share, at) => {
      near(share, [35.9, 15.1, 18, 31][at], 6);
    });
    near(100 * mean(baseline, (row) => Number(row("setUp") === 0), abroad), 75, 8);
  });

  it("have larger firms abroad, with more suppliers and more work outsourced", () => {
    const of = (column: DistrictSurveyColumn) =>
      [0, 1].map((group) =>
        mean(
          baseline,
          (row) => row(column),
          (row) => row("group") === group,
        ),
      );
    for (const column of [
      "turnover2015",
      "suppliers",
      "outsourcedActivitiesPct",
      "rdDepartment",
      "ownBrands",
    ] as const) {
      const [domestic, offshoring] = of(column);
      expect(offshoring).toBeGreaterThan(domestic);
    }
  });

  it("answer to each mechanism in its direction, all firms above EUR 1 million asked", () => {
    const everybody = 10_000;
    const all = surveys({}, everybody);
    const share = (set: Record<string, unknown>) => mean(surveys(set, everybody), (row) => row("group"));
    const offshoring = mean(all, (row) => row("group"));
    expect(share({ embeddednessCost: 0 })).toBeGreaterThan(offshoring + 0.03);
    const movers = surveys({ stayerShare: 0, reviewRate: 1 }, everybody);
    expect(mean(movers, (row) => Number(row("setUp") === 0), abroad)).toBeLessThan(0.5);
    expect(mean(movers, (row) => row("formerOffshorer"))).toBeGreaterThan(0.05);
    const full = surveys({ partialReturnShare: 0 }, everybody);
    expect(mean(full, done, emerging)).toBeLessThan(mean(all, done, emerging));
    const imitating = surveys({ imitationBackshore: 5 }, everybody);
    expect(mean(imitating, done, emerging)).toBeGreaterThan(mean(all, done, emerging));
    const indifferent = surveys({ madeInWeight: 0, distancePenalty: 0 }, everybody);
    expect(mean(indifferent, considers, emerging)).toBeLessThan(mean(all, considers, emerging));
    expect(mean(indifferent, (row) => row("motiveMadeIn"))).toBeLessThan(
      mean(all, (row) => row("motiveMadeIn")),
    );
  });
});
