import { describe, expect, it } from "vitest";
import { resolveDesign } from "../../../study/cells.ts";
import { parseDesign } from "../../../study/design.ts";
import { designCautions } from "../../../study/designCheck/designCautions.ts";
import { expectedErrors, expectedShareErrors } from "../../../study/designCheck/expectedErrors.ts";
import { pilotDesign } from "../../../study/designCheck/pilotDesign.ts";
import { preregistration } from "../../../study/designCheck/preregistration.ts";
import type { EstimateRow } from "../../../study/rows.ts";
import { summarise } from "../../../study/summary.ts";

const json = {
  aim: "Is the return seen?",
  dataGenerating: [
    {
      name: "small",
      scenario: "canello-2022/return",
      vary: { firms: [100, 200, 300, 400, 500, 600] },
      methods: ["canello-2022/cox-exact"],
      estimands: ["size", "migrantFirmShare"],
    },
    {
      name: "other",
      scenario: "canello-2022/return",
      methods: ["canello-2022/cox-exact"],
      estimands: ["size"],
    },
  ],
  performance: ["bias", "empiricalSe", "coverage", "rejection", "convergence"],
  replications: 400,
  seed: "2026",
};
const study = (change: object = {}) => resolveDesign(parseDesign({ ...json, ...change }));

function row(cell: number, replication: number, estimand: string, error: number, truth: number): EstimateRow {
  return {
    world: "small",
    cell,
    replication,
    method: "canello-2022/cox-exact",
    estimand,
    truth,
    estimate: error,
    stdError: 1,
    confLow: -1,
    confHigh: 1,
    pValue: 0.5,
    status: "ok",
    message: "",
  };
}

describe("a pilot", () => {
  it("has the largest cell of each world, others evenly spread, and draws of its own", () => {
    const pilot = pilotDesign(study({ until: { hours: 1 } }), 4, 7);
    expect(pilot.cells).toHaveLength(4);
    expect(pilot.cells).toEqual(expect.arrayContaining([5, 6]));
    expect(pilot.design.cells.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    expect(pilot.design.cells.map(({ key }) => key)).toEqual(pilot.cells.map((at) => study().cells[at]?.key));
    expect(pilot.design.design).toMatchObject({ seed: "2026 · pilot", replications: 7 });
    expect(pilot.design.design.until).toBeUndefined();
    expect(pilotDesign(study(), 100, 2).cells).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(pilotDesign(study(), 1, 2).cells).toHaveLength(1);
  });
});

describe("expected errors", () => {
  const pilot = pilotDesign(study(), 2, 4);
  const [small] = pilot.design.cells;
  const rows = [1, -1, 1, -1].flatMap((error, at) => [
    row(small?.index ?? 0, at + 1, "size", error, 0),
    row(small?.index ?? 0, at + 1, "migrantFirmShare", 3 * error, Number.NaN),
    row(small?.index ?? 0, at + 1, "exportingExperience", error, 0),
  ]);
  const summary = summarise(pilot.design, rows);
  const until = { mcse: { bias: 0.01 }, minimum: 10 };

  it("are the pilot's spread over the root of the study's replications, of the estimands asked for", () => {
    const errors = expectedErrors(study({ until }).design, pilot.design.cells, summary);
    const bias = errors.find(({ measure, estimand }) => measure === "bias" && estimand === "size");
    // s² = 4/3.
    expect(bias?.mcse).toBeCloseTo(Math.sqrt(4 / 3 / 400), 12);
    expect(bias?.needed).toBe(Math.ceil(4 / 3 / 0.01 ** 2));
    const noTruth = errors.find(
      ({ measure, estimand }) => measure === "bias" && estimand === "migrantFirmShare",
    );
    expect(noTruth).toMatchObject({ mcse: Number.NaN, needed: Number.NaN });
    expect(errors.some(({ estimand }) => estimand === "exportingExperience")).toBe(false);
    expect(errors.some(({ measure }) => measure === "coverage")).toBe(false);
  });

  it("of shares need no pilot: 475 replications for one point of coverage at 95 %, 2,500 at one half", () => {
    const [coverage, rejection, convergence] = expectedShareErrors(study().design);
    expect(coverage).toMatchObject({
      measure: "coverage",
      target: 0.01,
      neededNominal: 475,
      neededWorst: 2500,
    });
    expect(coverage?.nominal).toBeCloseTo(Math.sqrt((0.05 * 0.95) / 400), 14);
    expect(coverage?.worst).toBeCloseTo(0.025, 14);
    expect(rejection?.neededNominal).toBe(475);
    expect(convergence?.nominal).toBeNaN();
    const target = { until: { mcse: { coverage: 0.005 } } };
    expect(expectedShareErrors(study(target).design)[0]).toMatchObject({
      neededNominal: 1900,
      neededWorst: 10_000,
    });
  });

  it("come with cautions: imprecise shares, estimands without truth, rules that hang on time", () => {
    const cautions = designCautions(
      study({ until: { hours: 2 }, secondsPerReplication: 9, streams: "common" }),
      summary,
    ).join("\n");
    expect(cautions).toContain(
      "coverage: 400 replications leave a Monte Carlo standard error of 1.1 percentage points",
    );
    expect(cautions).toContain("hence no bias, coverage: migrantFirmShare");
    expect(cautions).toContain("cannot be repeated to the byte");
    expect(cautions).toContain("a time limit of a replication depends on the machine");
    expect(cautions).toContain("the cells share their random numbers");
    expect(designCautions(study({ replications: 2000 }), null)).toEqual([]);
  });

  it("tell of methods that failed in the pilot", () => {
    const failed = { ...row(0, 5, "", Number.NaN, Number.NaN), status: "no-events", message: "none" };
    expect(
      designCautions(study({ replications: 2000 }), summarise(pilot.design, [...rows, failed])).join("\n"),
    ).toContain("failed in 1 of 5 replications of the pilot (1 × no-events)");
  });
});

describe("the preregistration", () => {
  const text = (change: object = {}) =>
    preregistration(study(change), {
      software: "s",
      environment: "e",
      errors: null,
      shares: expectedShareErrors(study(change).design),
      pilot: null,
    });

  it("has the headings of the template ADEMP-PreReg in their order", () => {
    const headings = text().match(/^## .*$/gm);
    expect(headings).toEqual(
      [
        "General Information",
        "Aims",
        "Data-Generating Mechanism",
        "Estimands and Targets",
        "Methods",
        "Performance Measures",
        "Other",
      ].map((title) => `## ${title}`),
    );
    expect(text().match(/^### .*$/gm)).toHaveLength(20);
  });

  it("says what the design says", () => {
    const said = text({
      until: { mcse: { bias: 0.01 }, estimands: ["size"], minimum: 50, every: 25 },
      failure: { largeEstimate: 10, warnings: ["heavy-ties"] },
      secondsPerReplication: 30,
    });
    expect(said).toMatch(/Digest of the design \(SHA-256\): `[0-9a-f]{64}`/);
    expect(said).toContain("small: one factor of 6 levels");
    expect(said).toContain("This makes 7 conditions");
    expect(said).toContain(
      "after 50 replications and then after every 25, never between, and stops at the first look at which the Monte Carlo standard errors of `size` by every method reach their targets (bias ≤ 0.01)",
    );
    expect(said).toContain(
      "Failures are also fits that warn of heavy-ties; fits with an estimate beyond ±10; replications that take longer than 30 s.",
    );
    expect(text()).toContain("400 in each cell, 2800 in all.");
  });
});
