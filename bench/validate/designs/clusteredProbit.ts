import { fitProbit } from "../../../estimators/index.ts";
import { groupsOf, matrixOf } from "../columns.ts";
import type { ValidationDesign } from "../design.ts";
import { fitOutcome } from "../fitOutcome.ts";

const clusters = 200;
const size = 5;
const truths = { "(Intercept)": -0.3, x: 0.4, place: 0.3 };

/** Rows that depend on each other within clusters, while each by itself is a probit. */
export const clusteredProbit: ValidationDesign = {
  name: "probit-clusters",
  title: "Probit with clusters",
  text: `${clusters} clusters of ${size} rows; the latent error is √0.4 of the cluster and √0.6 of the row, both standard normal, so that every row by itself is a probit with index −0.3 + 0.4 x + 0.3 place. x varies within clusters, place does not.`,
  replications: 1000,
  exceptions: [
    {
      fit: "no clusters",
      terms: ["(Intercept)", "place"],
      because:
        "this fit takes dependent rows as independent: what clusters are for. x, which varies within clusters, hardly notices.",
    },
  ],
  replicate(draws) {
    const rows = clusters * size;
    const cluster = groupsOf(clusters, size);
    const ofCluster = draws.column(clusters, () => Math.sqrt(0.4) * draws.normal());
    const placeOf = draws.column(clusters, () => draws.normal());
    const place = draws.column(rows, (row) => placeOf[cluster[row]]);
    const x = draws.column(rows, () => draws.normal());
    const outcome = x.map((value, row) => {
      const error = ofCluster[cluster[row]] + Math.sqrt(0.6) * draws.normal();
      return -0.3 + 0.4 * value + 0.3 * place[row] + error > 0 ? 1 : 0;
    });
    const matrix = matrixOf({ x, place });
    return [
      fitOutcome("no clusters", fitProbit(matrix, outcome), truths),
      fitOutcome("clusters", fitProbit(matrix, outcome, { cluster }), truths),
    ];
  },
};
