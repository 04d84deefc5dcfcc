import { industryNames, type Scenario } from "../../scenarios/index.ts";
import { provinces103, provinces107, provinces110 } from "./italianProvinces.ts";
import { districtIndustries, districtShares, northEasternDistricts } from "./northEasternDistricts.ts";
import type { Province } from "./province.ts";
import { provinceShares } from "./provinceSizes.ts";

/** Places, industries, and how the firms are divided among them. */
export interface Geography {
  readonly provinces: readonly Province[];
  readonly industryNames: readonly string[];
  /** Share of the firms in each province; they add to 1. */
  readonly provinceShares: Float64Array;
  /** Share of each industry among the firms of each province. */
  readonly industryShares: readonly (readonly number[])[];
}

const provincesOf = { 103: provinces103, 107: provinces107, 110: provinces110 };

/** The provinces of Italy with clothing and footwear, or eight industrial districts, each of one industry. */
export function geographyOf(scenario: Scenario): Geography {
  if (scenario.geography === "districts") {
    return {
      provinces: northEasternDistricts,
      industryNames: districtIndustries,
      provinceShares: districtShares(),
      industryShares: northEasternDistricts.map(({ industry }) =>
        districtIndustries.map((name) => (name === industry ? 1 : 0)),
      ),
    };
  }
  const provinces = provincesOf[scenario.provinceVintage];
  const shares = [1 - scenario.footwearShare, scenario.footwearShare];
  return {
    provinces,
    industryNames,
    provinceShares: provinceShares(provinces, scenario.provinceSizes),
    industryShares: provinces.map(() => shares),
  };
}

/** Share of the firms in each cell; they add to 1. */
export function cellSharesOf({ provinceShares, industryShares }: Geography): Float64Array {
  return Float64Array.from(
    industryShares.flatMap((shares, province) => shares.map((share) => provinceShares[province] * share)),
  );
}
