import { exp } from "../../numerics/elementary.ts";
import { normalQuantile } from "../../numerics/normal.ts";
import type { Province } from "../geography/province.ts";
import type { Uniforms } from "../random/streams.ts";
import { typicalFirm } from "./typicalFirm.ts";

/** Columns over provinces; `migrantFirmShare` over cells (province × industry). Synthetic, not measured. */
export interface ProvinceCharacteristics {
  readonly government: Float64Array;
  readonly corruption: Float64Array;
  readonly infrastructureQuality: Float64Array;
  readonly averageEmployeeWages: Float64Array;
  readonly population: Float64Array;
  readonly migrantFirmShare: Float64Array;
}

/** Mean shift of institutions, wages and infrastructure in the South and the Islands, in standard deviations [A]. */
const southernShift = -1;

/** Draws the characteristics around those of the typical province; spreads are our assumption [A]. */
export function drawProvinceCharacteristics(
  provinces: readonly Province[],
  industries: number,
  draw: Uniforms,
): ProvinceCharacteristics {
  const count = provinces.length;
  const characteristics = {
    government: new Float64Array(count),
    corruption: new Float64Array(count),
    infrastructureQuality: new Float64Array(count),
    averageEmployeeWages: new Float64Array(count),
    population: new Float64Array(count),
    migrantFirmShare: new Float64Array(count * industries),
  };
  const normal = () => normalQuantile(draw());
  for (let province = 0; province < count; province++) {
    const { macroArea } = provinces[province];
    const south = macroArea === "South" || macroArea === "Islands" ? southernShift : 0;
    characteristics.government[province] = typicalFirm.government + 0.15 * (south + normal());
    characteristics.corruption[province] = typicalFirm.corruption + 0.2 * (south + normal());
    characteristics.infrastructureQuality[province] =
      typicalFirm.infrastructureQuality + 30 * (south + normal());
    characteristics.averageEmployeeWages[province] =
      typicalFirm.averageEmployeeWages + 3 * (south + normal());
    characteristics.population[province] = typicalFirm.population * exp(0.7 * normal() - 0.245);
    for (let industry = 0; industry < industries; industry++) {
      characteristics.migrantFirmShare[province * industries + industry] =
        typicalFirm.migrantFirmShare * exp(0.6 * normal() - 0.18);
    }
  }
  return characteristics;
}
