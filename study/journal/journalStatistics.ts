import type { FitTest } from "../../estimators/index.ts";
import type { EstimateResult } from "../estimate/estimateResult.ts";
import { count, fixed, starsOf } from "./journalNumbers.ts";
import type { JournalRow } from "./journalTable.ts";

/** What stands below the coefficients; a row only where some fit has such a number. */
export function statisticRows(fits: readonly EstimateResult[]): JournalRow[] {
  const rows: JournalRow[] = [];
  const add = (
    label: string,
    of: (fit: EstimateResult) => string | null,
    errors: ((fit: EstimateResult) => string) | null = null,
  ) => {
    const texts = fits.map(of);
    if (texts.every((text) => text === null)) return;
    const cells = texts.map((text) => ({ text: text ?? "", stars: 0 }));
    rows.push({ label, cells, errors: errors === null ? null : fits.map(errors) });
  };
  const absorbed = new Set(
    fits.flatMap(({ linear }) => linear?.absorbed.map(({ effects }) => effects) ?? []),
  );
  for (const effects of absorbed) {
    add(`Effects of ${effects}`, ({ linear }) =>
      linear === null ? null : linear.absorbed.some((each) => each.effects === effects) ? "yes" : "no",
    );
  }
  const parameter = (
    label: string,
    of: (fit: EstimateResult) => { readonly estimate: number; readonly stdError: number } | null | undefined,
  ) =>
    add(
      label,
      (fit) => {
        const found = of(fit);
        return found == null ? null : fixed(found.estimate, 3);
      },
      (fit) => {
        const found = of(fit);
        if (found == null) return "";
        return Number.isFinite(found.stdError) ? `(${fixed(found.stdError, 3)})` : "(–)";
      },
    );
  parameter("σ", ({ randomEffect }) =>
    randomEffect === null ? null : { estimate: randomEffect.sigma, stdError: randomEffect.sigmaStdError },
  );
  add("ρ", ({ randomEffect }) => (randomEffect === null ? null : fixed(randomEffect.rho, 3)));
  parameter("Frailty variance", ({ frailty }) =>
    frailty == null ? null : { estimate: frailty.variance, stdError: frailty.varianceStdError },
  );
  parameter("Weibull shape", ({ selection }) => selection?.shape);
  parameter("Dependence, α", ({ selection }) =>
    selection?.dependence.parameter === "alpha" ? selection.dependence : null,
  );
  parameter("Dependence, ρ", ({ selection }) =>
    selection?.dependence.parameter === "rho" ? selection.dependence : null,
  );
  add("Observations", ({ observations }) => count(observations));
  add("Selected", ({ selection }) => (selection == null ? null : count(selection.selectedObservations)));
  add("Events", ({ events }) => (events === null ? null : count(events)));
  add("Groups", ({ groups }) => (groups === null ? null : count(groups)));
  add("Clusters", ({ clusters }) => (clusters === null ? null : count(clusters)));
  add("Log-likelihood", ({ logLikelihood }) => fixed(logLikelihood, 3));
  add("AIC", ({ aic }) => fixed(aic, 3));
  add("BIC", ({ bic }) => fixed(bic, 3));
  add("R²", ({ linear }) => (linear === null ? null : fixed(linear.rSquared, 3)));
  add("R² within", ({ linear }) =>
    linear === null || linear.absorbed.length === 0 ? null : fixed(linear.withinRSquared, 3),
  );
  add("Concordance", ({ concordance }) => (concordance === null ? null : fixed(concordance.estimate, 3)));
  const test = (label: string, of: (fit: EstimateResult) => FitTest | null | undefined) => {
    const known = fits
      .map((fit) => of(fit) ?? null)
      .map((each) => (each && Number.isFinite(each.statistic) ? each : null));
    const texts = known.map((each) => (each === null ? "" : `${fixed(each.statistic, 2)} [${each.df}]`));
    if (known.every((each) => each === null)) return;
    rows.push({
      label,
      cells: texts.map((text, at) => ({ text, stars: starsOf(known[at]?.pValue ?? 1) })),
      errors: null,
    });
  };
  test("Likelihood ratio χ² [df]", ({ tests }) => tests.likelihoodRatio);
  test("Wald χ² [df]", ({ tests }) => tests.wald);
  test("Score χ² [df]", ({ tests }) => tests.score);
  test("σ = 0, χ² [df]", ({ randomEffect }) => randomEffect?.test);
  test("No frailty, χ² [df]", ({ frailty }) => frailty?.test);
  test("Independence, χ² [df]", ({ selection }) => selection?.independenceTest.likelihoodRatio);
  return rows;
}
