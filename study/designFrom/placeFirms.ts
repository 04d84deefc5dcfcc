import { destinationNames } from "../../scenarios/index.ts";
import { provinces103 } from "../../sim/geography/italianProvinces.ts";
import { provinceShares } from "../../sim/geography/provinceSizes.ts";

/** Parameters of a world whose firms and provinces are as many, and as unequal, as a panel's. */
export interface Placement {
  readonly firms: number;
  readonly provinceSizes: "mixture" | "equal";
  /** 0 for all. */
  readonly surveyedProvinces: number;
}

/** Coefficient of variation of firms per province above which there are districts. */
const UNEVEN = 0.75;
/** Share of the provinces one would expect to see below which a panel is of some provinces only. */
const FEW = 0.7;

/**
 * Units of a panel are pairs of a firm and one of four destinations, so a world of as many units has a quarter as many firms.
 *
 * @param unitsOfProvince units by province; null where no column tells.
 */
export function placeFirms(units: number, unitsOfProvince: readonly number[] | null): Placement {
  const firms = Math.max(1, Math.round(units / destinationNames.length));
  if (unitsOfProvince === null) return { firms, provinceSizes: "mixture", surveyedProvinces: 0 };
  const mean = units / unitsOfProvince.length;
  const variance =
    unitsOfProvince.reduce((sum, count) => sum + (count - mean) ** 2, 0) / unitsOfProvince.length;
  const provinceSizes = Math.sqrt(variance) / mean > UNEVEN ? "mixture" : "equal";
  const expected = provinceShares(provinces103, provinceSizes).reduce(
    (sum, share) => sum + seen(share, firms),
    0,
  );
  if (unitsOfProvince.length >= FEW * expected) return { firms, provinceSizes, surveyedProvinces: 0 };
  const surveyedProvinces = unitsOfProvince.length;
  return {
    firms: Math.round((firms * provinces103.length) / surveyedProvinces),
    provinceSizes: "equal",
    surveyedProvinces,
  };
}

/** Probability that a province with this share has one of so many firms at least. */
function seen(share: number, firms: number): number {
  let none = 1;
  for (let firm = 0; firm < firms && none > 1e-6; firm++) none *= 1 - share;
  return 1 - none;
}
