import type { Scenario } from "../../scenarios/index.ts";

/**
 * B7 · Industrial districts: places in which an industry is concentrated.
 *
 *     index += districtDummy · 1{the cell of i is a district}
 *
 * Of each industry the cells of the largest provinces are districts, as many as it takes for the share of its firms that
 * the scenario names. A rank of provinces stands in for the local labour market areas of the paper. Unit: probit;
 * default 0 (published −0.055, not significant), range −5 to 5; off at 0. Source: Canello & Pavone (draft), Table 2; shares 0.22 in clothing and
 * 0.47 in footwear after the active firms of Table 1; which cells are districts is [A].
 *
 * @param provinceShares share of the country's firms by province, the same in all industries.
 * @returns by cell: 1 in a district.
 */
export function industrialDistricts(
  { districtShareClothing, districtShareFootwear }: Scenario,
  provinceShares: Float64Array,
  industries: number,
): Uint8Array {
  const districts = new Uint8Array(provinceShares.length * industries);
  const ranked = Array.from(provinceShares.keys()).sort(
    (a, b) => provinceShares[b] - provinceShares[a] || a - b,
  );
  for (let industry = 0; industry < industries; industry++) {
    const wanted = industry === 1 ? districtShareFootwear : districtShareClothing;
    let share = 0;
    for (const province of ranked) {
      // The province that comes nearer to the wanted share with its firms than without is the last one.
      if (share + provinceShares[province] / 2 > wanted) break;
      share += provinceShares[province];
      districts[province * industries + industry] = 1;
    }
  }
  return districts;
}
