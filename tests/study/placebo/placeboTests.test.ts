import { describe, expect, it } from "vitest";
import type { Table } from "../../../panel/table.ts";
import { tableFromColumns } from "../../../panel/tableFromColumns.ts";
import { modelSpecification, resolveScenario } from "../../../scenarios/index.ts";
import type { PermutationSpecification } from "../../../scenarios/specification.ts";
import { simulate } from "../../../sim/index.ts";
import { wilsonLimits } from "../../../study/measuresOfMoments.ts";
import { peerRelabelling } from "../../../study/placebo/peerRelabelling.ts";
import { permutationDraws } from "../../../study/placebo/permutationDraws.ts";
import { PERMUTATION_COLUMNS, permutationEstimate } from "../../../study/placebo/permutationTest.ts";
import { timingShuffle } from "../../../study/placebo/timingShuffle.ts";

/** A history a row: the province, the activity before the first year, then 0 and 1 year by year. One industry, one destination. */
function panelOf(histories: readonly (readonly [province: number, states: string])[]): Table {
  const rows = histories.flatMap(([province, states], firm) =>
    [...states]
      .slice(1)
      .map((state, year) => ({ firm, province, year, yLag: Number(states[year]), active: Number(state) })),
  );
  const integers = (of: (row: (typeof rows)[number]) => number) => ({
    kind: "integer" as const,
    values: Int32Array.from(rows, of),
  });
  return {
    rows: rows.length,
    columns: new Map([
      ["pair", integers(({ firm }) => firm)],
      ["firm", integers(({ firm }) => firm)],
      ["province", integers(({ province }) => province)],
      ["industry", integers(() => 0)],
      ["destination", integers(() => 0)],
      ["year", integers(({ year }) => 2007 + year)],
      ["active", integers(({ active }) => active)],
      ["yLag", integers(({ yLag }) => yLag)],
    ]),
  };
}

const half = () => 0.5;

describe("the timing shuffle", () => {
  it("is the log-rank form of the score: one entry, one of two markets with a peer", () => {
    // At risk in the first year: two firms of province 0 with one peer, one of province 1 with none; one of the two enters.
    const panel = panelOf([
      [0, "11"],
      [0, "01"],
      [0, "00"],
      [1, "00"],
    ]);
    const x = Math.log(2);
    const mean = (2 * x) / 3;
    const variance = (2 * x * x) / 3 - mean ** 2;
    expect(timingShuffle(panel, [], 19, half).statistic).toBeCloseTo((x - mean) / Math.sqrt(variance), 12);
  });

  it("counts only the first entry, and a peer from the year after it on, even when it has left", () => {
    // Second year: the firm that is left at risk in province 0 has one peer that entered and left; it enters.
    const panel = panelOf([
      [0, "0101"],
      [0, "0011"],
      [1, "0000"],
    ]);
    const first = { score: 0, variance: 0 };
    const x = Math.log(2);
    const second = { score: x - x / 2, variance: (x * x) / 2 - (x / 2) ** 2 };
    const expected = (first.score + second.score) / Math.sqrt(first.variance + second.variance);
    expect(timingShuffle(panel, [], 19, half).statistic).toBeCloseTo(expected, 12);
  });

  it("has no p-value where nobody enters", () => {
    expect(timingShuffle(panelOf([[0, "000"]]), [], 19, half).pValue).toBeNaN();
  });
});

describe("the own-firm-out permutation", () => {
  it("is the covariance of entries with peers over the spread of the peers", () => {
    const panel = panelOf([
      [0, "11"],
      [0, "01"],
      [0, "00"],
      [1, "00"],
    ]);
    const x = Math.log(2);
    const mean = (2 * x) / 3;
    // Entries less their mean, a third: 2/3, −1/3 with a peer, −1/3 without.
    const score = (2 / 3 - 1 / 3) * x;
    const spread = 2 * (x - mean) ** 2 + mean ** 2;
    expect(peerRelabelling(panel, ["industry"], 19, half).statistic).toBeCloseTo(
      score / Math.sqrt(spread),
      12,
    );
  });

  it("deals firms out within their pool alone: with one cell a pool nothing moves", () => {
    const panel = panelOf([
      [0, "11"],
      [0, "01"],
      [0, "00"],
      [1, "01"],
      [1, "00"],
    ]);
    // Every peer count is that of the province, so no two neighbours of one pool differ.
    expect(peerRelabelling(panel, ["province"], 19, half).pValue).toBeNaN();
  });
});

/** Shares of histories in which each test rejects at 5 %. */
function rejections(
  world: string,
  set: Readonly<Record<string, unknown>>,
  names: readonly string[],
  histories: number,
) {
  const scenario = resolveScenario(`canello-2022/${world}`, set);
  const counts = names.map(() => 0);
  for (let replication = 1; replication <= histories; replication++) {
    const key = { seed: "placebo tests", condition: world, replication };
    const panel = tableFromColumns(simulate(scenario, key, { columns: PERMUTATION_COLUMNS }).columns);
    names.forEach((name, index) => {
      const specification = modelSpecification(`canello-2022/${name}`) as PermutationSpecification;
      const draw = permutationDraws(key, `canello-2022/${name}`);
      const estimate = permutationEstimate(panel, specification, draw);
      if ((estimate?.pValue ?? 1) <= 0.05) counts[index] = (counts[index] ?? 0) + 1;
    });
  }
  return counts;
}

describe("on simulated histories", () => {
  const names = [
    "timing-shuffle",
    "timing-shuffle-destination",
    "peer-shuffle-provinces",
    "peer-shuffle-industries",
  ];
  const histories = 60;

  it("each is of size 5 % where nothing makes neighbours do alike", () => {
    const small = { firms: 400, warmUpYears: 6 };
    for (const count of rejections("W0", small, names, histories)) {
      const { low, high } = wilsonLimits(count, histories, 3);
      expect(low).toBeLessThan(0.05);
      expect(high).toBeGreaterThan(0.05);
    }
  }, 120_000);

  it("the deal over provinces finds strong imitation; it finds fit as well, which the deal over industries does not", () => {
    const strong = { firms: 600, warmUpYears: 6, provinceSizes: "equal", imitationSame: 1, base: -3.6 };
    const [found = 0] = rejections("W1", strong, ["peer-shuffle-provinces"], 20);
    expect(found).toBeGreaterThan(10);
    const fit = { firms: 2000, warmUpYears: 6, provinceDestinationFitSd: 1, base: -3.3 };
    const [provinces = 0, industries = 0] = rejections("W3", fit, names.slice(2), 20);
    expect(provinces).toBeGreaterThan(15);
    expect(industries).toBeLessThan(5);
  }, 120_000);
});
