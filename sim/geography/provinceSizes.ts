import { exp } from "../../numerics/elementary.ts";
import { normalQuantile } from "../../numerics/normal.ts";
import type { Province } from "./province.ts";

/**
 * Which provinces are large and middling in clothing and footwear, largest first. Our assumption: the counts of
 * each class are known (below), their names are not printed anywhere.
 */
const districts =
  "FI NA MI AP MC BA TV VI PO PD VR MO VE TO BS BG PG VA FC BO LE PI LU PT AR CO AN FM BT MB".split(" ");
const middling = "RM RE MN PU TE CE SA RO RN AV CT PA CR NO CN PR RA FE SI PE CH TA UD PN PV LC GE FG".split(
  " ",
);

/** Firms of a small and of a middling province when the whole country has 15,902. */
const smallSize = 10;
const middlingSize = 28;
const countrySize = 15_902;
/** Spread of the logarithm of district sizes [A]. */
const districtSpread = 0.5;

/**
 * Share of the country's firms in each province; the shares add to 1.
 *
 * Columns H and I of Canello (2022) Table 4 drop 500 firms in provinces with fewer than 20 producers and 814 more
 * below 40: about 50 provinces of about 10 firms, 29 of about 28, and 28 districts that hold the rest (mean about
 * 520). No lognormal spread of 15,902 firms does that, hence the mixture. District sizes follow the quantiles of a
 * lognormal distribution.
 */
export function provinceShares(provinces: readonly Province[], kind: "mixture" | "equal"): Float64Array {
  if (kind === "equal") return new Float64Array(provinces.length).fill(1 / provinces.length);
  const sizes = Float64Array.from(provinces, ({ code }) =>
    middling.includes(code) ? middlingSize : smallSize,
  );
  const ranked = districts
    .map((code) => provinces.findIndex((province) => province.code === code))
    .filter((at) => at >= 0);
  const left = countrySize - sizes.reduce((sum, size, at) => (ranked.includes(at) ? sum : sum + size), 0);
  const weights = ranked.map((_, rank) =>
    exp(districtSpread * normalQuantile(1 - (rank + 0.5) / ranked.length)),
  );
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  ranked.forEach((at, rank) => {
    sizes[at] = (left * weights[rank]) / weightSum;
  });
  return sizes.map((size) => size / countrySize);
}
