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
  const ofGroups =
    <Key extends "sigma" | "rho">(key: Key) =>
    ({ randomEffect }: EstimateResult) =>
      randomEffect === null ? null : fixed(randomEffect[key], 3);
  add("σ", ofGroups("sigma"), ({ randomEffect }) => {
    if (randomEffect === null) return "";
    return Number.isFinite(randomEffect.sigmaStdError) ? `(${fixed(randomEffect.sigmaStdError, 3)})` : "(–)";
  });
  add("ρ", ofGroups("rho"));
  add("Observations", ({ observations }) => count(observations));
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
  return rows;
}
