import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { resolveScenario } from "../../../scenarios/index.ts";
import { provinces103, provinces107, provinces110 } from "../../../sim/geography/italianProvinces.ts";
import { provinceShares } from "../../../sim/geography/provinceSizes.ts";
import { simulate } from "../../../sim/index.ts";
import { key, panelOf, sum } from "../worlds.ts";

type Row = Record<string, string>;

function read(name: string): Row[] {
  const text = readFileSync(new URL(`../../../sim/geography/data/${name}`, import.meta.url), "utf8");
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

const current = read("italian-provinces.csv");
const changed = read("italian-provinces-vintages.csv");
const codesOf = (provinces: readonly { code: string }[]) => provinces.map(({ code }) => code).sort();

describe("the provinces of Italy", () => {
  it("are 103, 107 and 110, with the codes that the data flag for each vintage", () => {
    const codes = new Set(current.map(({ code }) => code));
    const flagged = (flag: string) => {
      const vintage = new Set(codes);
      for (const row of changed) {
        if (row[flag] === "1") vintage.add(row.code);
        else vintage.delete(row.code);
      }
      return [...vintage].sort();
    };
    expect(codesOf(provinces103)).toEqual(flagged("in_103_1995_2005"));
    expect(codesOf(provinces107)).toEqual(flagged("in_107_2017_2025"));
    expect(codesOf(provinces110)).toEqual(flagged("in_110_2009_2016"));
    expect([provinces103.length, provinces107.length, provinces110.length]).toEqual([103, 107, 110]);
  });

  it("have the names, regions and macro-areas of the data, in the order of the data", () => {
    const asData = current.map(({ code, name, region, macro_area }) => ({
      code,
      name,
      region,
      macroArea: macro_area,
    }));
    expect(provinces107).toEqual(asData);
    expect(provinces103).toEqual(
      asData.filter(({ code }) => current.find((row) => row.code === code)?.code_2005 === code),
    );
    const lost = provinces110.filter(({ code }) => !asData.some((row) => row.code === code));
    expect(provinces110.filter((province) => !lost.includes(province))).toEqual(
      asData.filter(({ code }) => code !== "SU"),
    );
    expect(codesOf(lost)).toEqual(["CI", "OG", "OT", "VS"]);
    for (const { region, macroArea } of lost) expect([region, macroArea]).toEqual(["Sardegna", "Islands"]);
  });

  it("include Napoli, whose code is the text NA, in a region and a macro-area", () => {
    for (const provinces of [provinces103, provinces107, provinces110]) {
      expect(provinces.find(({ code }) => code === "NA")).toEqual({
        code: "NA",
        name: "Napoli",
        region: "Campania",
        macroArea: "South",
      });
      expect(new Set(provinces.map(({ region }) => region)).size).toBe(20);
      expect(new Set(provinces.map(({ macroArea }) => macroArea)).size).toBe(5);
    }
  });
});

describe.each([
  ["103", provinces103],
  ["107", provinces107],
  ["110", provinces110],
] as const)("sizes of the %s provinces", (vintage, provinces) => {
  const mixture = provinceShares(provinces, "mixture");

  it("add to one, and every province has some", () => {
    expect(sum(mixture)).toBeCloseTo(1, 12);
    expect(Math.min(...mixture)).toBeGreaterThan(0);
    expect(Array.from(provinceShares(provinces, "equal"))).toEqual(provinces.map(() => 1 / provinces.length));
  });

  it("put about 3.1 and 8.3 % of 15,902 firms into provinces below 20 and 40 firms", () => {
    const counts = mixture.map((share) => 15_902 * share);
    const below = (limit: number) => sum(counts.filter((count) => count < limit)) / 15_902;
    // Tolerances of target T20.
    expect(Math.abs(below(20) - 0.031)).toBeLessThan(0.01);
    expect(Math.abs(below(40) - 0.083)).toBeLessThan(0.02);
    const districts = counts.filter((count) => count >= 40);
    expect(Math.abs(districts.length - 28)).toBeLessThanOrEqual(2);
    expect(Math.abs(sum(districts) / districts.length - 520)).toBeLessThan(40);
  });

  it("place the firms: the panel has provinces of this vintage, Napoli among them as text", () => {
    const history = simulate(
      resolveScenario("canello-2022/eq1", { firms: 400, provinceVintage: Number(vintage), warmUpYears: 2 }),
      key(),
    );
    const levels = history.columns.find(({ name }) => name === "province")?.levels ?? [];
    expect(levels).toEqual(provinces.map(({ code }) => code));
    const napoli = levels.indexOf("NA");
    const rows = Array.from(panelOf(history).province).filter((code) => code === napoli).length;
    const expected = mixture[napoli] * 400 * 4 * 6;
    expect(Math.abs(rows - expected)).toBeLessThan(4 * 24 * Math.sqrt(400 * mixture[napoli]));
  });
});

describe("a world of any size", () => {
  it.each(["canello-2022", "canello-2022/eq1", "canello-2022/return", "canello-2022/impostor"])(
    "runs %s from one firm up",
    (name) => {
      for (const firms of [1, 2, 3, 17]) {
        const { rows } = simulate(resolveScenario(name, { firms, warmUpYears: 2, recordedYears: 3 }), key());
        expect(rows).toBe(firms * 4 * 2);
      }
    },
  );
});
