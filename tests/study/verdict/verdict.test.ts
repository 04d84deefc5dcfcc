import { describe, expect, it } from "vitest";
import { verdictTable } from "../../../cli/study/verdictTable.ts";
import { type ResolvedDesign, resolveDesign } from "../../../study/cells.ts";
import { parseDesign } from "../../../study/design.ts";
import type { EstimateRow } from "../../../study/rows.ts";
import { summarise } from "../../../study/summary.ts";
import { effectTable, verdictMarkdown } from "../../../study/verdict/verdictMarkdown.ts";

const effect = "msePeersSameDestination";
const partial = `averagePartialEffect(${effect})`;
const placebo = "msePeersPlaceboSameDestination";
const [c, d, choice, withPlacebo, shuffle] = ["C", "D", "choice", "C-placebo", "timing-shuffle"].map(
  (name) => `canello-2022/${name}`,
) as [string, string, string, string, string];

const json = {
  aim: "Is it imitation?",
  dataGenerating: [
    { name: "nothing", scenario: "canello-2022/W0" },
    { name: "imitation", scenario: "canello-2022/W1" },
  ],
  methods: [c, d, choice, withPlacebo, shuffle],
  performance: ["bias"],
  verdict: { effect, placebos: { [withPlacebo]: placebo }, tests: [shuffle] },
  replications: 40,
  seed: "verdict",
};
const design = resolveDesign(parseDesign(json));

/** Rows of a method in a cell: `rejected` of 40 reject, the average partial effect is off by `bias`, `covered` of 40 cover. */
function rowsOf(
  { cell, method, estimand = effect }: { cell: number; method: string; estimand?: string },
  {
    rejected,
    covered = null,
    bias = 0,
    failed = 0,
  }: { rejected: number; covered?: number | null; bias?: number; failed?: number },
): EstimateRow[] {
  const truth = cell === 0 ? 0 : 0.001;
  return Array.from({ length: 40 }, (_, index) => index).flatMap((index) => {
    const row = {
      world: cell === 0 ? "nothing" : "imitation",
      cell,
      replication: index + 1,
      method,
      estimand,
      truth: Number.NaN,
      estimate: truth + bias,
      stdError: 1,
      confLow: Number.NaN,
      confHigh: Number.NaN,
      pValue: index < rejected ? 0.01 : 0.5,
      status: "ok",
      message: "",
    };
    if (index >= 40 - failed) return [{ ...row, estimand: "", status: "not-converged" }];
    const [confLow, confHigh] = index < (covered ?? 0) ? [truth - 1, truth + 1] : [truth + 1, truth + 2];
    return covered === null ? [row] : [row, { ...row, estimand: partial, truth, confLow, confHigh }];
  });
}

const rows = [
  ...rowsOf({ cell: 0, method: c }, { rejected: 40, covered: 0, bias: 0.002 }),
  ...rowsOf({ cell: 0, method: d }, { rejected: 2, covered: 38 }),
  ...rowsOf({ cell: 0, method: choice }, { rejected: 1 }),
  ...rowsOf({ cell: 0, method: withPlacebo, estimand: placebo }, { rejected: 2 }),
  ...rowsOf({ cell: 0, method: shuffle }, { rejected: 0 }),
  ...rowsOf({ cell: 1, method: c }, { rejected: 40, covered: 0, bias: -0.002 }),
  ...rowsOf({ cell: 1, method: d }, { rejected: 5, covered: 38 }),
  ...rowsOf({ cell: 1, method: choice }, { rejected: 39, failed: 1 }),
  ...rowsOf({ cell: 1, method: withPlacebo, estimand: placebo }, { rejected: 30 }),
  ...rowsOf({ cell: 1, method: shuffle }, { rejected: 36 }),
];

const verdictFor = (of: ResolvedDesign) => {
  const { verdict } = summarise(of, rows);
  if (verdict === undefined) throw new Error("no verdict");
  return verdict;
};

describe("the verdict of a study", () => {
  const verdict = verdictFor(design);

  it("knows from any method what is true in a world, and holds the others to it", () => {
    expect(verdict.worlds.map(({ truth }) => truth)).toEqual([0, expect.closeTo(0.001, 12)]);
    const labels = verdict.specifications.map(({ cell, method, label }) => [cell, method, label]);
    expect(labels).toEqual([
      [0, c, "sizeDistorted"],
      [0, d, "identified"],
      [0, choice, "identified"],
      [1, c, "wrongSign"],
      [1, d, "powerless"],
      [1, choice, "identified"],
    ]);
  });

  it("keeps tests and placebos apart", () => {
    expect(verdict.tests.map(({ label }) => label)).toEqual(["identified", "identified"]);
    expect(verdict.tests.map(({ bias }) => bias)).toEqual([null, null]);
    expect(verdict.placebos.map(({ term, label }) => [term, label])).toEqual([
      [placebo, "silent"],
      [placebo, "warns"],
    ]);
  });

  it("gives each method its worst label, with the worlds of each", () => {
    expect(verdict.overall).toEqual([
      { method: c, label: "wrongSign", cells: { sizeDistorted: [0], wrongSign: [1] } },
      { method: d, label: "powerless", cells: { identified: [0], powerless: [1] } },
      { method: choice, label: "identified", cells: { identified: [0, 1] } },
      { method: shuffle, label: "identified", cells: { identified: [0, 1] } },
    ]);
  });

  it("has the bias of the average partial effect with its Monte Carlo error", () => {
    const [first] = verdict.specifications;
    expect(first?.bias?.value).toBeCloseTo(0.002, 12);
    expect(first?.bias?.mcse).toBeCloseTo(0, 12);
  });

  it("counts a replication without an estimate as not rejecting in the lower limit, as rejecting in the upper", () => {
    const found = verdict.specifications.at(-1);
    expect(found?.valid).toBe(39);
    expect(found?.rejection).toMatchObject({ count: 39, of: 40, value: 1, high: 1 });
    expect(found?.rejection?.low).toBeLessThan(0.9);
  });

  it("is in a summary only where the design asks for it", () => {
    const { verdict: _, ...without } = json;
    expect(summarise(resolveDesign(parseDesign(without)), rows)).not.toHaveProperty("verdict");
  });

  it("is printed in at most 110 columns, every label in words", () => {
    const text = verdictTable(verdict);
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(110);
    for (const words of [
      "✗ size-distorted",
      "✓ identified",
      "± wrong sign",
      "○ powerless",
      "! warns",
      "· silent",
    ])
      expect(text).toContain(words);
    expect(text).toContain("✓ identified*");
    expect(text).toContain("± C: wrong sign in imitation; size-distorted in nothing");
  });

  it("is written as Markdown", () => {
    expect(effectTable(verdict).split("\n")[2]).toBe(
      "| nothing | 0 | ✗ size-distorted<br>100 (91–100)<br>+2.00 (0.00) | ✓ identified<br>5 (1–17)<br>0.00 (0.00) | ✓ identified<br>3 (0–13) |",
    );
    expect(verdictMarkdown(verdict)).toContain("- ✓ `choice`: identified in every world");
  });
});

describe("a verdict that names what the study has not is refused", () => {
  const refused = (verdict: unknown) => () => resolveDesign(parseDesign({ ...json, verdict }));

  it("an effect without an average partial effect", () => {
    expect(refused({ effect: "size" })).toThrow('verdict.effect: found "size"');
  });

  it("a method that the study does not run, or a term that the method has not", () => {
    expect(refused({ effect, tests: ["canello-2022/B"] })).toThrow("verdict.tests[0]");
    expect(refused({ effect, placebos: { "canello-2022/B": placebo } })).toThrow(
      "verdict.placebos.canello-2022/B",
    );
    expect(refused({ effect, placebos: { [c]: placebo } })).toThrow(`found "${placebo}"`);
  });
});
