import { describe, expect, it } from "vitest";
import type { CoxSpecification, ProbitSpecification } from "../../../scenarios/index.ts";
import { resolveScenario } from "../../../scenarios/index.ts";
import { modelSpecification } from "../../../scenarios/specificationCatalogue.ts";
import { fitScript, formulaOf } from "../../../study/lab/fitScript.ts";
import { labFit } from "../../../study/lab/labFit.ts";
import { surveyedPanel } from "../../../study/lab/surveyedPanel.ts";

const key = { seed: "1", condition: "a test", replication: 1 };
const survey = surveyedPanel(resolveScenario("canello-2022/eq1"), key, { years: 6 });
const named = (name: string) => modelSpecification(name) as ProbitSpecification | CoxSpecification;

describe("a script of a fit in the lab", () => {
  it("has the rows and the formula of the specification, and our numbers to be held against", () => {
    const specification = named("canello-2022/C-small");
    const fit = labFit(survey, specification);
    const { formula, script, data } = fitScript(survey.panel, specification, "r", "panel.csv");
    expect(formula).toContain("active ~ yLag + yInitial + size");
    expect(formula).toMatch(
      /factor\(industry\) \+ factor\(partOfCountry\) \+ factor\(year\) \+ \(1 \| pair\)$/,
    );
    expect(data.rows).toBe(fit.observations);
    const peers = fit.terms.find(({ term }) => term === "msePeersSameDestination");
    // Enough digits to be told from another fit; the two do their sums in different orders.
    expect(script).toContain(String(peers?.estimate).slice(0, 9));
    expect(script).toContain("panel.csv");
    expect(script.split("\n\n")[0]).toMatch(/rows take R about \d+ s/);
  });

  it("is of spells where the model is Cox's, in Stata as well", () => {
    const specification = named("canello-2022/cox-II");
    const fit = labFit(survey, specification);
    const { formula, script, data } = fitScript(survey.panel, specification, "stata", "panel.csv");
    expect(formula).toMatch(/^Surv\(start, stop, event\) ~ size/);
    expect(data.rows).toBe(fit.observations);
    expect(script).toContain("stcox");
  });

  it("writes crossed dummies as a product, and derived columns by plain names", () => {
    expect(formulaOf(named("canello-2022/F"))).toContain("factor(industry) * factor(year)");
    expect(formulaOf(named("canello-2022/C-means"))).toContain("mean_msePeersSameDestination");
    expect(formulaOf(named("canello-pavone/cox"))).toContain("atEntry_mseOffshoreOutsourcingProvinceLag1");
  });
});
