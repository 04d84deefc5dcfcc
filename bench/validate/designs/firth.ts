import { fitBinary, fitCox } from "../../../estimators/index.ts";
import { exp } from "../../../numerics/elementary.ts";
import { matrixOf } from "../columns.ts";
import type { ValidationDesign } from "../design.ts";
import { fitOutcome } from "../fitOutcome.ts";
import { responses } from "../responses.ts";

const exceptions = ["maximum likelihood", "Firth"].map((fit) => ({
  fit,
  because:
    fit === "Firth"
      ? "with so few events Wald's limits are an approximation, here a little too wide; the point is the bias, which the penalty removes in the logit and lessens in Cox."
      : "with so few events Wald's limits are an approximation, and replications with infinite estimates are left out.",
}));

const rows = 60;
const truths = { "(Intercept)": -1.5, x: 1, treated: 1 };

/** Few events, where maximum likelihood is biased away from zero and sometimes infinite. */
export const firthLogit: ValidationDesign = {
  name: "logit-firth",
  title: "Logit with Firth's penalty, few events",
  text: `${rows} rows; Pr(y = 1) = 1/(1 + e^−η) with η = −1.5 + x + treated, x standard normal, half of the rows treated: some 19 events. Limits are Wald's.`,
  replications: 2000,
  exceptions,
  replicate(draws) {
    const x = draws.column(rows, () => draws.normal());
    const treated = Float64Array.from({ length: rows }, (_, row) => row % 2);
    const outcome = x.map((value, row) => draws.indicator(responses.logit(-1.5 + value + treated[row])));
    const matrix = matrixOf({ x, treated });
    return [
      fitOutcome("maximum likelihood", fitBinary(matrix, outcome, { link: "logit" }), truths),
      fitOutcome("Firth", fitBinary(matrix, outcome, { link: "logit", penalty: "firth" }), truths),
    ];
  },
};

const coxTruths = { x: 0.7, treated: 1.5 };

export const firthCox: ValidationDesign = {
  name: "cox-firth",
  title: "Cox with Firth's penalty, few events",
  text: `40 subjects, hazard exp(0.7 x + 1.5 treated), x standard normal, half of them treated, observation ends at 0.25: some 18 events, 5 of them without treatment. Limits are Wald's.`,
  replications: 2000,
  exceptions,
  replicate(draws) {
    const subjects = 40;
    const x = draws.column(subjects, () => draws.normal());
    const treated = Float64Array.from({ length: subjects }, (_, row) => row % 2);
    const duration = x.map(
      (value, row) => draws.exponential() / exp(coxTruths.x * value + coxTruths.treated * treated[row]),
    );
    const stop = duration.map((time) => Math.min(time, 0.25));
    const event = Uint8Array.from(duration, (time) => (time < 0.25 ? 1 : 0));
    const matrix = matrixOf({ x, treated }, { intercept: false });
    return [
      fitOutcome("maximum likelihood", fitCox({ matrix, stop, event }), coxTruths),
      fitOutcome("Firth", fitCox({ matrix, stop, event }, { penalty: "firth" }), coxTruths),
    ];
  },
};
