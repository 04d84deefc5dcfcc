import { fitLinear } from "../../../estimators/index.ts";
import { groupsOf, matrixOf } from "../columns.ts";
import type { ValidationDesign } from "../design.ts";
import { fitOutcome } from "../fitOutcome.ts";

const firms = 200;
const years = 6;
const truths = { x: 0.3, trend: -0.2 };

export const linear: ValidationDesign = {
  name: "linear",
  title: "Linear model with absorbed effects and clusters",
  text: `${firms} firms over ${years} years: y is 0.3 x − 0.2 trend plus effects of firm and year and an error with autocorrelation 0.7 within the firm; x is correlated with the firm's effect and with its own past, trend is the firm's own slope times the year. Both effects absorbed.`,
  replications: 1000,
  exceptions: [
    {
      fit: "no clusters",
      because: "this fit takes autocorrelated errors as independent: what clusters are for.",
    },
  ],
  replicate(draws) {
    const rows = firms * years;
    const firm = groupsOf(firms, years);
    const year = Int32Array.from(firm, (_, row) => row % years);
    const ofFirm = draws.column(firms, () => draws.normal());
    const slope = draws.column(firms, () => draws.normal());
    const ofYear = draws.column(years, () => draws.normal());
    const series = (): Float64Array => {
      let last = 0;
      return draws.column(rows, (row) => {
        const shock = draws.normal();
        last = year[row] === 0 ? shock : 0.7 * last + Math.sqrt(1 - 0.49) * shock;
        return last;
      });
    };
    const x = series().map((value, row) => value + 0.5 * ofFirm[firm[row]]);
    const trend = draws.column(rows, (row) => (slope[firm[row]] * year[row]) / years);
    const outcome = series().map(
      (error, row) =>
        truths.x * x[row] + truths.trend * trend[row] + ofFirm[firm[row]] + ofYear[year[row]] + error,
    );
    const matrix = matrixOf({ x, trend });
    const absorb = [firm, year];
    return [
      fitOutcome("no clusters", fitLinear(matrix, outcome, { absorb }), truths),
      fitOutcome("clusters", fitLinear(matrix, outcome, { absorb, cluster: firm }), truths),
    ];
  },
};
