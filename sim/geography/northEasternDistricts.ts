import type { Province } from "./province.ts";

/** The industries of the eight districts, in the order of every per-industry array of such a world. */
export const districtIndustries = ["furniture", "mechanics", "fashion"] as const;

/** A district stands where a province stands elsewhere: firms of one industry in one place. */
export interface IndustrialDistrict extends Province {
  readonly industry: (typeof districtIndustries)[number];
}

const veneto = { region: "Veneto", macroArea: "North-East" };
const friuli = { region: "Friuli-Venezia Giulia", macroArea: "North-East" };

/** The eight districts of Bettiol et al. (2017). */
export const northEasternDistricts: readonly IndustrialDistrict[] = [
  { code: "trevisoFurniture", name: "Treviso, furniture", ...veneto, industry: "furniture" },
  { code: "pordenoneFurniture", name: "Pordenone, furniture", ...friuli, industry: "furniture" },
  { code: "manzanoFurniture", name: "Manzano, chairs", ...friuli, industry: "furniture" },
  { code: "vicenzaMechanics", name: "Vicenza, mechanics", ...veneto, industry: "mechanics" },
  { code: "pordenoneMechanics", name: "Pordenone, mechanics", ...friuli, industry: "mechanics" },
  { code: "montebellunaSports", name: "Montebelluna, sports system", ...veneto, industry: "fashion" },
  { code: "brentaShoes", name: "Riviera del Brenta, shoes", ...veneto, industry: "fashion" },
  { code: "bellunoEyewear", name: "Belluno, eyewear", ...veneto, industry: "fashion" },
];

/** Firms of the sample by industry: Bettiol et al. (2017) Table 2. */
const industryFirms = { furniture: 86, mechanics: 94, fashion: 79 };

/** Share of the firms in each district: the sample's industries, divided evenly among their districts [A]. */
export function districtShares(): Float64Array {
  const all = Object.values(industryFirms).reduce((sum, firms) => sum + firms, 0);
  return Float64Array.from(northEasternDistricts, ({ industry }) => {
    const alike = northEasternDistricts.filter((other) => other.industry === industry).length;
    return industryFirms[industry] / all / alike;
  });
}
