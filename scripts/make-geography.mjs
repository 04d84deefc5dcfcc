// Writes sim/geography/italianProvinces.ts from the CSV files beside it.
import { readFileSync, writeFileSync } from "node:fs";
import Papa from "papaparse";

const folder = "sim/geography/";
const read = (name) =>
  Papa.parse(readFileSync(`${folder}data/${name}`, "utf8"), { header: true, skipEmptyLines: true }).data;
const current = read("italian-provinces.csv");
const changed = read("italian-provinces-vintages.csv");

const byCode = new Map(current.map((row) => [row.code, row]));
const place = (code) => {
  const { name, region, macro_area } = byCode.get(code);
  return { code, name, region, macroArea: macro_area };
};

const of2005 = current.filter((row) => row.code === row.code_2005).map((row) => place(row.code));
const of2024 = current.map((row) => place(row.code));
const presentIn2010 = (code) => changed.find((row) => row.code === code)?.in_110_2009_2016 !== "0";
const sardinian = changed
  .filter((row) => row.in_110_2009_2016 === "1" && !byCode.has(row.code))
  .map((row) => ({
    code: row.code,
    name: row.name.replace(/ \(.*/, ""),
    region: "Sardegna",
    macroArea: "Islands",
  }));
const of2010 = [...of2024.filter(({ code }) => presentIn2010(code)), ...sardinian];

const line = (province) => `  ${JSON.stringify(province)},`;
const list = (name, note, provinces) =>
  `/** ${note} */\nexport const ${name}: readonly Province[] = [\n${provinces.map(line).join("\n")}\n];\n`;

writeFileSync(
  `${folder}italianProvinces.ts`,
  `// Made by scripts/make-geography.mjs from data/*.csv; do not edit.
import type { Province } from "./province.ts";

${list("provinces103", "The 103 provinces of 1995–2005.", of2005)}
${list("provinces107", "The 107 provinces of 2017–2025 (another 107 existed in 2006–2008).", of2024)}
${list("provinces110", "The 110 provinces of 2009–2016 (the 110 of 2026 have other borders in Sardinia).", of2010)}`,
);
console.log(of2005.length, of2024.length, of2010.length);
