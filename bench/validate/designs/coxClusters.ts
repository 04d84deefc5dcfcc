import { fitCox } from "../../../estimators/index.ts";
import { exp, log } from "../../../numerics/elementary.ts";
import { groupsOf, matrixOf } from "../columns.ts";
import type { ValidationDesign } from "../design.ts";
import { fitOutcome } from "../fitOutcome.ts";

const clusters = 150;
const size = 4;
const alpha = 0.6;
const truths = { x: 0.5, place: 0.4 };

/** Rows of a cluster share a frailty, and the hazards of single rows are proportional all the same. */
export const coxClusters: ValidationDesign = {
  name: "cox-clusters",
  title: "Cox with clusters",
  text: `${clusters} clusters of ${size} subjects that share a positive stable frailty with α = ${alpha}, by which the hazard of a subject on its own stays proportional, its coefficients ${alpha} times those beside the frailty (Hougaard 1986): 0.5 for x, which varies within clusters, and 0.4 for place, which does not. Censored at time 2.`,
  replications: 1000,
  exceptions: [
    {
      fit: "no clusters",
      because: "this fit takes dependent rows as independent: what clusters are for.",
    },
  ],
  replicate(draws) {
    const rows = clusters * size;
    const cluster = groupsOf(clusters, size);
    const frailty = draws.column(clusters, () => draws.positiveStable(alpha));
    const placeOf = draws.column(clusters, () => draws.normal());
    const place = draws.column(rows, (row) => placeOf[cluster[row]]);
    const x = draws.column(rows, () => draws.normal());
    // Survival beside the frailty w is exp(−w t^(1/α) e^(η/α)), so that without it the hazard is e^η.
    const duration = draws.column(rows, (row) => {
      const index = truths.x * x[row] + truths.place * place[row];
      return exp(alpha * log(draws.exponential() / frailty[cluster[row]]) - index);
    });
    const stop = duration.map((time) => Math.min(time, 2));
    const event = Uint8Array.from(duration, (time) => (time < 2 ? 1 : 0));
    const matrix = matrixOf({ x, place }, { intercept: false });
    return [
      fitOutcome("no clusters", fitCox({ matrix, stop, event }), truths),
      fitOutcome("clusters", fitCox({ matrix, stop, event, cluster }), truths),
    ];
  },
};
