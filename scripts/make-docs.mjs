// Writes the tables in docs/ that are made from the code, between their markers, and the lab's cut of docs/identifiability.json.
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { recordedFile, recordedVerdict } from "./lab/recordedVerdict.mjs";

const { outputFiles } = await build({
  entryPoints: ["scripts/docs/generatedParts.ts"],
  bundle: true,
  write: false,
  format: "esm",
  platform: "node",
  target: "es2022",
});
const source = Buffer.from(outputFiles[0].contents).toString("base64");
const { generatedParts, withPart } = await import(`data:text/javascript;base64,${source}`);

for (const part of generatedParts) {
  const before = readFileSync(part.page, "utf8");
  const after = withPart(before, part);
  if (after !== before) writeFileSync(part.page, after);
  console.log(`${part.page}: ${part.name} ${after === before ? "unchanged" : "written"}`);
}

const verdict = await recordedVerdict();
const unchanged = readFileSync(recordedFile, "utf8") === verdict;
if (!unchanged) writeFileSync(recordedFile, verdict);
console.log(`${recordedFile}: ${unchanged ? "unchanged" : "written"}`);
