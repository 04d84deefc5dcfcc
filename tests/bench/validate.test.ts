import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { EstimateWithTruth, FitOutcome, ValidationDesign } from "../../bench/validate/design.ts";
import { validationDesigns } from "../../bench/validate/designs/index.ts";
import { measuresOf } from "../../bench/validate/measures.ts";
import { sectionsOf } from "../../bench/validate/page.ts";
import { replicate } from "../../bench/validate/runReplications.ts";
import { firstReplication, sectionHead } from "../../bench/validate/section.ts";
import { SEED } from "../../bench/validate/seed.ts";

describe("docs/validation.md", () => {
  const sections = sectionsOf(readFileSync("docs/validation.md", "utf8"));

  it("has a section for every design and for nothing else, in their order", () => {
    expect([...sections.keys()]).toEqual(validationDesigns.map(({ name }) => name));
  });

  it.each(validationDesigns.map((design) => [design.name, design] as const))(
    "%s: describes the design as it is and was made by the code as it is",
    (name, design) => {
      const section = sections.get(name) ?? "";
      expect(section.startsWith(`${sectionHead(design)}\n`)).toBe(true);
      expect(section).toContain(`\n${design.replications} replications; `);
      expect(section.split("\n").at(-1)).toBe(firstReplication(replicate(design, SEED, 1)));
    },
  );

  it("has no coverage that should be nominal and is not", () => {
    const missed = [...sections].filter(([, text]) => text.includes("✗")).map(([name]) => name);
    expect(missed).toEqual([]);
  });
});

it("replications are told apart by their number, their design and the seed alone", () => {
  const [design] = validationDesigns;
  const run = (seed: string, replication: number) => JSON.stringify(replicate(design, seed, replication));
  expect(run("a", 1)).toBe(run("a", 1));
  expect(new Set([run("a", 1), run("a", 2), run("b", 1)]).size).toBe(3);
});

describe("measures of a design", () => {
  const around = (estimate: number): EstimateWithTruth => ({
    term: "x",
    truth: 1,
    estimate,
    stdError: 0.5,
    confLow: estimate - 1,
    confHigh: estimate + 1,
  });
  const outcome = (estimate: number, converged = true): FitOutcome => ({
    fit: "only",
    converged,
    estimates: [around(estimate)],
  });
  const design: ValidationDesign = {
    name: "made-up",
    title: "",
    text: "",
    replications: 4,
    exceptions: [],
    replicate: () => [],
  };

  it("leave out fits that did not converge, and count them", () => {
    const outcomes = [[outcome(0)], [outcome(2)], [outcome(99, false)]];
    const [{ converged, replications, terms }] = measuresOf(design, outcomes);
    expect([converged, replications]).toEqual([2, 3]);
    expect(terms[0].bias.value).toBe(0);
    expect(terms[0].empiricalSe.value).toBeCloseTo(Math.SQRT2, 12);
    expect(terms[0].coverage.value).toBe(1);
  });

  it("call coverage nominal within three Monte Carlo standard errors of 95 %", () => {
    // With 100 replications the standard error is 2.18 points: 89 are within, 88 are not.
    const covering = (count: number) =>
      Array.from({ length: 100 }, (_, at) => [outcome(at < count ? 1 + at / 1000 : 5)]);
    expect(measuresOf(design, covering(89))[0].terms[0].nominal).toBe(true);
    expect(measuresOf(design, covering(88))[0].terms[0].nominal).toBe(false);
  });

  it("carry the exception made for their fit and term, and for no other", () => {
    const exceptions = [{ fit: "only", terms: ["z"], because: "z" }];
    const outcomes = [[outcome(0)], [outcome(2)]];
    expect(measuresOf({ ...design, exceptions }, outcomes)[0].terms[0].exception).toBeNull();
    const ofAll = [{ fit: "only", because: "all" }];
    expect(measuresOf({ ...design, exceptions: ofAll }, outcomes)[0].terms[0].exception?.because).toBe("all");
  });
});
