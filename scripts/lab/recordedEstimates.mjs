// Cuts the estimates behind the recorded verdict out of a study's folder, for the lab's place Tell apart:
//   node dist/cli.js study run identifiability --out out/identifiability
//   node scripts/lab/recordedEstimates.mjs out/identifiability
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import papaparse from "papaparse";
import { importSources } from "./importSources.mjs";

export const estimatesFile = "viz/places/tellApart/recordedEstimates.json";

/** Digits of an estimate in the file: more than a dot shows. */
const DIGITS = 5;

async function recordedEstimates(folder) {
  const { causes, lookAlikes, lookAlikeDesign, cellEstimates } = await importSources(
    `export { causes, lookAlikes } from "./scenarios/lab/lookAlikes.ts";
export { lookAlikeDesign } from "./study/lookAlikes/lookAlikeDesign.ts";
export { cellEstimates } from "./study/lookAlikes/cellEstimates.ts";`,
  );
  const { data } = papaparse.parse(readFileSync(join(folder, "replications.csv"), "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  const worlds = causes.map((cause) => lookAlikes[cause].recorded);
  const number = (text) => (text === "" ? Number.NaN : Number(text));
  const rows = data
    .filter(({ world }) => worlds.includes(world))
    .map((row) => ({
      ...row,
      cell: worlds.indexOf(row.world),
      replication: Number(row.replication),
      estimate: number(row.estimate),
      pValue: number(row.pValue),
    }));
  const recorded = JSON.parse(readFileSync("viz/places/tellApart/recordedVerdict.json", "utf8"));
  const found = cellEstimates(rows, lookAlikeDesign("1", recorded.replications).verdict, recorded);
  const short = (value) => (Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : null);
  const lines = found.map(({ cell, method, quantity, truth, replications, values }) => {
    if (replications.length !== recorded.replications)
      throw new Error(`${folder} has ${replications.length} replications of ${method} in ${worlds[cell]}`);
    return JSON.stringify({ cell, method, quantity, truth: short(truth), values: values.map(short) });
  });
  return `[\n${lines.join(",\n")}\n]\n`;
}

if (process.argv[1]?.endsWith("recordedEstimates.mjs"))
  writeFileSync(estimatesFile, await recordedEstimates(process.argv[2] ?? "out/identifiability"));
