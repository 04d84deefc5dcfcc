// Prints the verdict of a study as docs/identifiability.json keeps it, one line a cell and method:
//   node scripts/record-verdict.mjs out/identifiability/summary.json > docs/identifiability.json
// `npm run docs` then writes it into the README and docs/identifiability.md.
import { readFileSync } from "node:fs";

const { verdict } = JSON.parse(readFileSync(process.argv[2], "utf8"));
if (verdict === undefined) throw new Error("this study has no verdict");
// Seven digits are more than Monte Carlo error leaves.
const short = (_, value) =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(7)) : value;
const fields = Object.entries(verdict).map(([name, value]) => {
  if (!Array.isArray(value)) return `${JSON.stringify(name)}: ${JSON.stringify(value, short)}`;
  const lines = value.map((each) => `    ${JSON.stringify(each, short)}`);
  return `${JSON.stringify(name)}: [\n${lines.join(",\n")}\n  ]`;
});
console.log(`{\n  ${fields.join(",\n  ")}\n}`);
