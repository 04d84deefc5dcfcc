import { describe, expect, it } from "vitest";
import { htmlOfJournal } from "../../../study/journal/htmlOfJournal.ts";
import { latexOfJournal } from "../../../study/journal/latexOfJournal.ts";
import { publishedColumn } from "../../../study/lab/publishedColumn.ts";
import { regressionTable, type TableWords } from "../../../study/lab/regressionTable.ts";
import { madeUpFit } from "./madeUpFit.ts";

const words: TableWords = {
  caption: "A caption",
  labelOf: (term) => (term === "yLag" ? "Abroad & active" : term),
  ours: (name) => name,
  theirs: (name) => `${name}, published`,
  models: { probit: "RE probit", cox: "Cox", other: "Model" },
  notConverged: "not fitted",
  dummies: (set) => `Dummies: ${set}`,
  yes: "yes",
  no: "no",
  observations: "Observations",
  events: "Events",
  groups: "Groups",
  logLikelihood: "Log-likelihood",
  notes: ["Stars."],
};
const term = (name: string, estimate: number, stdError: number, pValue: number) => ({
  term: name,
  estimate,
  stdError,
  statistic: estimate / stdError,
  pValue,
  confLow: 0,
  confHigh: 0,
  truth: Number.NaN,
});
const fits = [
  madeUpFit({
    specification: "canello-2022/C",
    terms: [
      term("(Intercept)", -3, 0.1, 0),
      term("yLag", 2.335, 0.055, 0),
      term("msePeersSameDestination", 0.039, 0.00045, 0.04),
    ],
    dummies: ["industry"],
    sigma: { estimate: 0.663, stdError: 0.022, truth: Number.NaN },
    rho: 0.305,
    groups: 12,
    published: publishedColumn("canello-2022/C"),
  }),
  madeUpFit({ specification: "canello-2022/cox-IV", model: "cox", converged: false, events: 7 }),
];

describe("the regression table", () => {
  const table = regressionTable(fits, words);
  const row = (label: string) => [...table.terms, ...table.statistics].find((each) => each.label === label);

  it("has peers first and the intercept last, at decimals that show two digits of the error", () => {
    expect(table.terms.map(({ label }) => label)).toEqual([
      "msePeersSameDestination",
      "Abroad & active",
      "(Intercept)",
    ]);
    expect(row("msePeersSameDestination")).toEqual({
      label: "msePeersSameDestination",
      cells: [
        { text: "0.03900", stars: 2 },
        { text: "", stars: 0 },
      ],
      errors: ["(0.00045)", ""],
    });
  });

  it("has what stands below the coefficients, and says of a fit that failed that it did", () => {
    expect(row("σ")?.errors).toEqual(["(0.022)", ""]);
    expect(row("ρ")?.cells.map(({ text }) => text)).toEqual(["0.305", ""]);
    expect(row("Dummies: industry")?.cells.map(({ text }) => text)).toEqual(["yes", "no"]);
    expect(row("Events")?.cells.map(({ text }) => text)).toEqual(["", "7"]);
    expect(row("Log-likelihood")?.cells.map(({ text }) => text)).toEqual(["-100.0", "not fitted"]);
  });

  it("sets the printed column beside the one that repeats it", () => {
    const both = regressionTable(fits, words, { published: true });
    expect(both.outcomes).toEqual(["canello-2022/C", "canello-2022/C, published", "canello-2022/cox-IV"]);
    const lag = both.terms.find(({ label }) => label === "Abroad & active");
    expect(lag?.cells[1]).toEqual({ text: "2.335", stars: 3 });
    expect(lag?.errors?.[1]).toBe("(0.055)");
    expect(both.statistics.find(({ label }) => label === "Observations")?.cells[1]?.text).toBe("381632");
  });

  it("becomes LaTeX and HTML in which labels are text", () => {
    expect(latexOfJournal(table)).toContain("Abroad \\& active & 2.335$^{***}$");
    expect(htmlOfJournal(table, "it")).toContain('<html lang="it">');
    expect(htmlOfJournal(table)).toContain("Abroad &amp; active");
  });
});

describe("a published column", () => {
  it("is in the units of the panel: hazard ratios as logs, a share of one as a share per point", () => {
    const column = publishedColumn("canello-2022/cox-IV");
    const names = column?.terms.map(({ term }) => term) ?? [];
    expect(names).toContain("exportingExperience");
    expect(names).not.toContain("exporterExperience");
    const migrants = (name: string) =>
      publishedColumn(name)?.terms.find(({ term }) => term === "migrantFirmShare");
    expect(Math.abs(migrants("canello-2022/cox-IV")?.estimate ?? 1)).toBeLessThan(0.1);
  });

  it("is not there where nothing was printed", () => {
    expect(publishedColumn("canello-2022/C-means")).toBeNull();
  });
});
