// Writes sim/geography/italianProvinces.ts from the CSV files beside it.
import { readFileSync, writeFileSync } from "node:fs";
import Papa from "papaparse";

const folder = "sim/geography/";
const read = (name) =>
  Papa.parse(readFileSync(`${folder}data/${name}`, "utf8"), { header: true, skipEmptyLines: true }).data;
const current = read("italian-provinces.csv");
const changed = read("italian-provinces-vintages.csv");

const known = new Set(current.map(({ code }) => code));
const codesWithout = (present) => current.filter((row) => !present(row)).map(({ code }) => code);
const after2005 = codesWithout((row) => row.code === row.code_2005);
const after2016 = codesWithout(
  ({ code }) => changed.find((row) => row.code === code)?.in_110_2009_2016 !== "0",
);
const sardinian = changed
  .filter((row) => row.in_110_2009_2016 === "1" && !known.has(row.code))
  .map(({ code, name }) => ({
    code,
    name: name.replace(/ \(.*/, ""),
    region: "Sardegna",
    macro_area: "Islands",
  }));

/** One entry for each run of provinces of a region, `[macroArea, region, "CODE name|CODE name"]`. */
function runs(rows) {
  const entries = [];
  for (const { code, name, region, macro_area } of rows) {
    if (/[|]/.test(name) || /[ |]/.test(code)) throw new Error(`${code} ${name} would be read as two`);
    const last = entries.at(-1);
    if (last?.[1] === region) last[2] += `|${code} ${name}`;
    else entries.push([macro_area, region, `${code} ${name}`]);
  }
  return entries;
}

const list = (rows) => JSON.stringify(runs(rows), null, 2);
const set = (codes) => `new Set(${JSON.stringify(codes)})`;

writeFileSync(
  `${folder}italianProvinces.ts`,
  `// Made by scripts/make-geography.mjs from data/*.csv; do not edit.
import type { Province } from "./province.ts";

/** Macro-area, region, and code and name of its provinces: once each, because the browser loads this. */
type Region = readonly [macroArea: string, region: string, provinces: string];

const today: readonly Region[] = ${list(current)};
const lostIn2016: readonly Region[] = ${list(sardinian)};
const after2005 = ${set(after2005)};
const after2016 = ${set(after2016)};

function provincesOf(regions: readonly Region[]): Province[] {
  return regions.flatMap(([macroArea, region, provinces]) =>
    provinces.split("|").map((text) => {
      const space = text.indexOf(" ");
      return { code: text.slice(0, space), name: text.slice(space + 1), region, macroArea };
    }),
  );
}

/** The 107 provinces of 2017–2025 (another 107 existed in 2006–2008). */
export const provinces107: readonly Province[] = provincesOf(today);

/** The 103 provinces of 1995–2005. */
export const provinces103: readonly Province[] = provinces107.filter(({ code }) => !after2005.has(code));

/** The 110 provinces of 2009–2016 (the 110 of 2026 have other borders in Sardinia). */
export const provinces110: readonly Province[] = [
  ...provinces107.filter(({ code }) => !after2016.has(code)),
  ...provincesOf(lostIn2016),
];
`,
);
