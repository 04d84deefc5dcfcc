import { describe, expect, it } from "vitest";
import { type Cause, causes, lookAlikes } from "../../../scenarios/lab/lookAlikes.ts";
import { type SimulatedHistory, simulate } from "../../../sim/index.ts";
import { resolveDesign } from "../../../study/cells.ts";
import { parseDesign } from "../../../study/design.ts";
import { givenAwayBy, referenceOf } from "../../../study/lookAlikes/givenAway.ts";
import { lookAlikeDesign } from "../../../study/lookAlikes/lookAlikeDesign.ts";
import {
  clusteringOf,
  mean,
  type PlainStatistics,
  standardDeviation,
} from "../../../study/lookAlikes/plainStatistics.ts";
import { lookAlikeKey, peerEffectOf, seenWorld } from "../../../study/lookAlikes/seenWorld.ts";

const seeds = Array.from({ length: 10 }, (_, at) => String(at + 1));
const seen = new Map(
  causes.map((cause) => [cause, seeds.map((seed) => seenWorld(cause, seed).statistics)] as const),
);
const of = (cause: Cause): PlainStatistics[] => seen.get(cause) ?? [];
const pairs = [
  ["imitation", "location"],
  ["imitation", "shock"],
  ["location", "shock"],
] as const;

describe("worlds that look alike, over ten seeds", () => {
  it.each(pairs)(
    "%s and %s have the same share abroad, to within one per cent of the firms",
    (one, other) => {
      const difference =
        mean(of(one).map((each) => each.abroad)) - mean(of(other).map((each) => each.abroad));
      expect(Math.abs(difference)).toBeLessThan(0.01);
    },
  );

  it.each(pairs)(
    "%s and %s cluster alike: their means differ by less than two standard errors",
    (one, other) => {
      const [left, right] = [of(one), of(other)].map((all) => all.map((each) => each.clustering));
      const errors = [left, right].map((all) => standardDeviation(all) / Math.sqrt(all.length));
      const difference = Math.abs(mean(left) - mean(right));
      expect(difference).toBeLessThan(2 * Math.sqrt(errors[0] * errors[0] + errors[1] * errors[1]));
      for (const values of [left, right]) expect(mean(values)).toBeGreaterThan(1.2);
    },
  );

  it("are given away by counting in less than a quarter of the cases", () => {
    const references = {
      imitation: referenceOf(of("imitation")),
      location: referenceOf(of("location")),
      shock: referenceOf(of("shock")),
    };
    const away = causes.flatMap((cause) => of(cause).map((each) => givenAwayBy(cause, each, references)));
    expect(away.filter((names) => names.length > 0).length).toBeLessThan(away.length / 4);
  });
});

function numbers({ columns }: SimulatedHistory, name: string): number[] {
  const column = columns.find((each) => each.name === name);
  if (column === undefined) throw new Error(`no column named ${name}`);
  return Array.from(column.values, Number);
}

describe("a world that looks like others", () => {
  it("is the first replication of its study", () => {
    const resolved = resolveDesign(parseDesign(lookAlikeDesign("3", 2)));
    for (const [at, cause] of causes.entries()) {
      const { scenario, condition, world } = resolved.cells[at];
      expect(world).toBe(lookAlikes[cause].name);
      expect({ seed: "3", condition, replication: 1 }).toEqual(lookAlikeKey(cause, "3", 1));
      const history = simulate(scenario, lookAlikeKey(cause, "3", 1), {
        columns: ["firm", "year", "active"],
      });
      const [firm, year, active] = ["firm", "year", "active"].map((name) => numbers(history, name));
      const lastYear = Math.max(...year);
      const abroad = new Set(firm.filter((_, row) => year[row] === lastYear && active[row] === 1));
      const last = seenWorld(cause, "3");
      expect(last.years.at(-1)).toBe(lastYear);
      expect(last.abroad.reduce((sum, each) => sum + each, 0)).toBe(abroad.size);
    }
  });

  it("has an effect of one more peer where firms imitate, and none elsewhere", () => {
    expect(peerEffectOf("imitation", "1").all).toBeGreaterThan(0.0005);
    expect(peerEffectOf("location", "1").all).toBe(0);
    expect(peerEffectOf("shock", "1").all).toBe(0);
  });

  it("changes with imitation off only where firms imitate, and with its own cause off in every case", () => {
    for (const cause of causes) {
      const asItIs = seenWorld(cause, "2").shares;
      const same = JSON.stringify(seenWorld(cause, "2", "noImitation").shares) === JSON.stringify(asItIs);
      expect(same).toBe(cause !== "imitation");
      expect(seenWorld(cause, "2", "noCause").shares).not.toEqual(asItIs);
    }
  });
});

describe("the clustering of a world", () => {
  it("is 1 where each cell has the country's share, but that no firm is its own peer, and larger where firms share a destination", () => {
    expect(clusteringOf([10, 10], [100, 100], 1)).toBeCloseTo((180 / 19800) * ((200 * 199) / (20 * 19)), 12);
    expect(clusteringOf([20, 0], [100, 100], 1)).toBeGreaterThan(1.9);
  });
});
