import { describe, expect, it } from "vitest";
import { resolveScenario } from "../../../scenarios/index.ts";
import { cellSharesOf, geographyOf } from "../../../sim/geography/geography.ts";
import { quietDistricts, started } from "../districtWorlds.ts";
import { sum } from "../worlds.ts";

describe("eight industrial districts", () => {
  const geography = geographyOf(quietDistricts("behavioural"));

  it("divide the firms as the sample's industries are divided: 86 in furniture, 94 in mechanics, 79 in fashion", () => {
    const shares = cellSharesOf(geography);
    const ofIndustry = [0, 1, 2].map((industry) => sum(shares.filter((_, cell) => cell % 3 === industry)));
    expect(ofIndustry.map((share) => Math.round(259 * share * 1e9) / 1e9)).toEqual([86, 94, 79]);
    expect(geography.provinces).toHaveLength(8);
  });

  it("hold firms of their own industry alone", () => {
    const { firms, industryNames } = started(quietDistricts("behavioural", { firms: 2000 }));
    const industryOf = ["furniture", "furniture", "furniture", "mechanics", "mechanics"];
    for (let firm = 0; firm < firms.count; firm++) {
      const expected = industryOf[firms.province[firm]] ?? "fashion";
      expect(industryNames[firms.industry[firm]]).toBe(expected);
    }
    expect(new Set(firms.province).size).toBe(8);
  });
});

describe("Italy", () => {
  it("has the share of footwear in every province, whose cells add up to the country", () => {
    const { industryShares, ...geography } = geographyOf(resolveScenario("canello-2022"));
    expect(new Set(industryShares.map((shares) => shares.join()))).toEqual(
      new Set(["0.6599999999999999,0.34"]),
    );
    expect(sum(cellSharesOf({ ...geography, industryShares }))).toBeCloseTo(1, 12);
  });
});
