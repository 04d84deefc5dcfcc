import { describe, expect, it } from "vitest";
import { column, numericValues } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { modelSpecification, resolveScenario } from "../../scenarios/index.ts";
import { simulate } from "../../sim/index.ts";
import { fitSpecification } from "../../study/methods.ts";
import { key } from "../sim/worlds.ts";

const { columns } = simulate(resolveScenario("canello-2022", { firms: 1500, base: -3 }), key(), {
  recordTruth: false,
});
const panel = tableFromColumns(columns);
const fitted = (name: string) => fitSpecification(panel, modelSpecification(`canello-2022/${name}`), 0.95);
const values = (name: string) => Array.from(numericValues(column(panel, name)));

describe("the columns of Tables 2 and 4, fitted to one panel", () => {
  const fits = Object.fromEntries([..."ACDEFGHI"].map((name) => [name, fitted(name)]));
  const logLikelihood = (name: string) => fits[name]?.fit.logLikelihood ?? Number.NaN;
  const rows = (name: string) => (fits[name]?.fit.observations ?? 0) + (fits[name]?.predictedRows ?? 0);

  it("all have a maximum", () => {
    for (const [name, { fit, estimates }] of Object.entries(fits)) {
      expect(fit.converged, name).toBe(true);
      expect(
        estimates.every(({ estimate }) => Number.isFinite(estimate)),
        name,
      ).toBe(true);
    }
  });

  it("gain in likelihood from A to C, D, E and F, which contain each other", () => {
    const gains = [..."ACDEF"].map(logLikelihood);
    for (let at = 1; at < gains.length; at++) expect(gains[at]).toBeGreaterThan(gains[at - 1] ?? 0);
  });

  it("are fitted to all rows, but H and I to those of provinces with 20 and 40 producers", () => {
    for (const name of "ACDEFG") expect(rows(name), name).toBe(panel.rows);
    const producers = values("provinceProducers");
    expect(rows("H")).toBe(producers.filter((count) => count >= 20).length);
    expect(rows("I")).toBe(producers.filter((count) => count >= 40).length);
    expect(rows("I")).toBeLessThan(rows("H"));
  });

  it("differ between F and G in the small counts alone", () => {
    expect(logLikelihood("G")).not.toBe(logLikelihood("F"));
    const names = (name: string) => fits[name]?.fit.terms.map(({ term }) => term);
    expect(names("G")).toEqual(names("F"));
  });

  it("have the rows of regions in which nobody is abroad left out, with a note", () => {
    const { fit, predictedRows } = fitted("A");
    expect(predictedRows).toBeGreaterThan(0);
    expect(fit.observations).toBe(panel.rows - predictedRows);
    const message = fit.warnings.find(({ code }) => code === "quasi-separation")?.message;
    expect(message).toContain(`${predictedRows} rows were left out`);
    expect(message).toContain("region ");
  });
});

describe("the columns of Table 3", () => {
  it("take the spells that ran in 2007–11 at risk from 2008 on; the flow sample those that began then", () => {
    const status = values("yLag");
    const years = values("year");
    const cohorts = values("cohort");
    const atRisk = (from: (row: number) => boolean) =>
      status.filter((lag, row) => lag === 1 && from(row)).length;
    const rowsOf = (name: string) => {
      const { fit, predictedRows } = fitted(name);
      expect(fit.converged, name).toBe(true);
      return fit.observations + predictedRows;
    };
    for (const name of ["cox-I", "cox-II", "cox-III", "cox-IV"])
      expect(rowsOf(name), name).toBe(atRisk((row) => (years[row] ?? 0) >= 2008));
    const flow = rowsOf("cox-IV-flow");
    expect(flow).toBe(atRisk((row) => (cohorts[row] ?? 0) >= 2007));
    expect(flow).toBeGreaterThan(30);
  });
});

describe("clustered errors", () => {
  it("change the errors of a study's estimates, and no estimate", () => {
    const plain = fitted("C").estimates;
    const clustered = fitted("C-clustered");
    const robust = new Map(clustered.fit.terms.map((term) => [term.term, term.robustStdError]));
    expect(clustered.estimates.map(({ estimate }) => estimate)).toEqual(
      plain.map(({ estimate }) => estimate),
    );
    const peers = clustered.estimates.find(({ term }) => term === "msePeersSameDestination");
    expect(peers?.stdError).toBe(robust.get("msePeersSameDestination"));
    expect(peers?.stdError).not.toBe(plain.find(({ term }) => term === "msePeersSameDestination")?.stdError);
    expect((peers?.estimate ?? 0) / (peers?.stdError ?? 1)).toBeCloseTo(peers?.statistic ?? 0, 10);
  });
});

describe("the variants of column C", () => {
  it.each(["C-entry", "C-destination", "C-province-destination", "C-means", "C-leads", "C-log", "C-placebo"])(
    "%s has a maximum",
    (name) => {
      const { fit } = fitted(name);
      expect(fit.converged, fit.warnings.map(({ message }) => message).join("; ")).toBe(true);
    },
  );

  it("refuse dummies that leave nothing of the peers", () => {
    expect(() => fitted("C-market-year")).toThrow("not identified");
    expect(() => fitted("D-destination-industry-year")).toThrow("nationalMseSameDestination has one value");
  });
});
