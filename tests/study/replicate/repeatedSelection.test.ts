import { describe, expect, it } from "vitest";
import { exp, log } from "../../../numerics/elementary.ts";
import { tableFromColumns } from "../../../panel/tableFromColumns.ts";
import { families, resolveScenario } from "../../../scenarios/index.ts";
import { simulate } from "../../../sim/index.ts";
import { coefficientTable } from "../../../study/replicate/coefficientTable.ts";
import { plannedModels, selectionIsPlanned } from "../../../study/replicate/plannedModels.ts";
import { repeatedSelection } from "../../../study/replicate/repeatedSelection.ts";
import { fitSelectionCheck } from "../../../study/selectionCheck.ts";
import { key } from "../../sim/worlds.ts";

const family = (name: string) => {
  const found = families.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is a family`);
  return found;
};
const canello = family("canello-2022");
const history = simulate(resolveScenario("canello-2022", { firms: 2500, base: -3 }), key(), {
  recordTruth: false,
});
const panel = tableFromColumns(history.columns);
const repeated = repeatedSelection(panel, canello);
if (repeated === null || canello.selectionCheck === undefined) throw new Error("canello-2022 has the check");
const fit = fitSelectionCheck(panel, canello.selectionCheck);

describe("the two-stage check of a paper", () => {
  it("is asked for by its name, or with everything, and is no column of a table", () => {
    expect(selectionIsPlanned(canello)).toBe(true);
    expect(selectionIsPlanned(canello, ["C", "selection"])).toBe(true);
    expect(selectionIsPlanned(canello, ["C"])).toBe(false);
    expect(plannedModels(canello, ["selection"])).toEqual([]);
    expect(() => plannedModels(canello, ["selektion"])).toThrow("4.I, selection; without");
  });

  it("is not there where the paper has none", () => {
    expect(repeatedSelection(panel, family("freeman-2007"))).toBeNull();
    expect(selectionIsPlanned(family("freeman-2007"))).toBe(false);
    expect(() => plannedModels(family("freeman-2007"), ["selection"])).toThrow(
      "columns of the paper's tables",
    );
  });

  it("says what the fit says, and what the paper says of it", () => {
    expect(repeated).toMatchObject({
      of: { table: "canello2022-table3", model: "III" },
      said: "said to confirm Table 3, not reported",
      converged: true,
      pairs: fit.observations,
      started: fit.selectedObservations,
      cameBack: fit.events,
      logLikelihood: fit.logLikelihood,
      logLikelihoodApart: fit.logLikelihoodIndependent,
    });
    expect(repeated.correlation.bound).toBe(0.25);
    expect(Math.abs(repeated.correlation.estimate)).toBeLessThanOrEqual(0.25);
    const of = (term: string) => fit.terms.find((each) => each.term === term)?.estimate;
    for (const { variable, ours } of repeated.starting) {
      expect(ours.estimate).toBe(of(`selection: ${variable}`));
    }
  });

  it("has hazard ratios exp(pβ) and time ratios exp(−β), in the units of the table", () => {
    const shape = fit.shape?.estimate ?? Number.NaN;
    for (const { variable, ours, acceleration } of repeated.staying) {
      const beta = fit.terms.find(({ term }) => term === `duration: ${variable}`)?.estimate ?? Number.NaN;
      const unit = variable === "migrantFirmShare" ? 100 : 1;
      expect(acceleration.estimate).toBeCloseTo(unit * beta, 12);
      expect(log(acceleration.timeRatio)).toBeCloseTo(-unit * beta, 10);
      expect(ours.estimate).toBeCloseTo(shape * unit * beta, 10);
      expect(ours.hazardRatio).toBe(exp(ours.estimate));
    }
    const migrants = repeated.staying.find(({ variable }) => variable === "migrantFirmShare");
    expect(migrants?.published?.hazardRatio).toBe(24.162);
    const outsourcing = repeated.staying.find(({ variable }) => variable === "domesticOutsourcingExperience");
    expect(outsourcing).toMatchObject({
      publishedAs: "domesticOutsourcingCosts",
      published: { hazardRatio: 1.344 },
    });
  });

  it("has the error of pβ that a numerical gradient over all parameters gives", () => {
    const width = Math.round(Math.sqrt(fit.covariance.length));
    const parameters = [...fit.terms.map(({ estimate }) => estimate), log(fit.shape?.estimate ?? 1)];
    for (const { variable, ours, publishedAs } of repeated.staying) {
      const at = fit.terms.findIndex(({ term }) => term === `duration: ${variable}`);
      const unit = publishedAs === "migrantFirmShare" ? 100 : 1;
      const logHazard = (of: readonly number[]) => unit * exp(of.at(-1) ?? 0) * (of[at] ?? 0);
      const step = 1e-5;
      const gradient = parameters.map((_, moved) => {
        const by = (h: number) => logHazard(parameters.map((value, i) => (i === moved ? value + h : value)));
        return (by(step) - by(-step)) / (2 * step);
      });
      let variance = 0;
      for (const [i, a] of gradient.entries()) {
        for (const [j, b] of gradient.entries()) variance += a * b * (fit.covariance[i * width + j] ?? 0);
      }
      expect(ours.stdError / Math.sqrt(variance), variable).toBeCloseTo(1, 6);
    }
  });

  it("is a row a coefficient for programs, compared with nothing", () => {
    const table = coefficientTable({
      kind: "regressions",
      paper: "canello-2022",
      reference: "",
      scenario: "canello-2022",
      scale: 1,
      firms: 2500,
      seed: "1",
      descriptives: null,
      models: [],
      selection: repeated,
      notes: [],
    });
    expect(table.rows).toBe(repeated.starting.length + repeated.staying.length);
  });
});
