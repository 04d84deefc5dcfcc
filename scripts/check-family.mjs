// Holds a family's targets and propositions against many simulated histories, and measures each of its worlds:
//   node scripts/check-family.mjs freeman-2007 [--replications 30] [--seed 1] [--set reentryBoost=0]
import { parseArgs } from "node:util";
import { build } from "esbuild";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    replications: { type: "string", default: "30" },
    seed: { type: "string", default: "1" },
    set: { type: "string", multiple: true, default: [] },
  },
});
const { outputFiles } = await build({
  stdin: {
    contents: 'export { families } from "./scenarios/index.ts"; export * from "./study/propositions.ts";',
    resolveDir: process.cwd(),
  },
  bundle: true,
  write: false,
  format: "esm",
  platform: "node",
  target: "es2022",
});
const source = Buffer.from(outputFiles[0].contents).toString("base64");
const { families, checkTargets, checkPropositions, measuredWorlds, measureWorlds } = await import(
  `data:text/javascript;base64,${source}`
);

// Families that are surveys have measures of their own: bandwagon replicate takes them.
const withClaims = families.filter(
  ({ targets, propositions, survey }) => survey === undefined && (targets ?? propositions),
);
const family = withClaims.find(({ name }) => name === positionals[0]);
if (family === undefined) {
  console.error(
    `expected a family with targets or propositions: ${withClaims.map(({ name }) => name).join(", ")}`,
  );
  process.exit(2);
}
const set = Object.fromEntries(
  values.set.map((each) => {
    const [path, value] = each.split("=");
    return [path, Number(value)];
  }),
);
const histories = measuredWorlds({ replications: Number(values.replications), seed: values.seed, set });
const number = (value) => (Number.isNaN(value) ? "" : value.toFixed(4));
const withError = ({ mean, monteCarloError }) =>
  Number.isNaN(mean) ? "" : `${number(mean)} (${number(monteCarloError)})`;
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
const head = (...cells) => {
  row(...cells);
  row(...cells.map(() => "---"));
};

head("target", "published", "accepted", "simulated", "holds");
for (const { target, holds, ...found } of checkTargets(family, histories)) {
  row(
    target.name,
    target.published,
    `${target.from} to ${target.to}`,
    withError(found),
    holds ? "yes" : "no",
  );
}
console.log();
head("proposition", "measure", "world", "found", "is to be", "difference", "holds");
for (const { proposition, check, found, comparison, difference, holds } of checkPropositions(
  family,
  histories,
)) {
  const than =
    typeof check.than === "number" ? check.than : `${number(comparison)} of \`${check.than.world}\``;
  row(
    proposition.name,
    check.measure,
    `\`${check.world}\``,
    withError(found),
    `${check.is} ${than}`,
    withError(difference),
    holds ? "yes" : "no",
  );
}
console.log();
const worlds = measureWorlds(family, histories);
const names = Object.keys(worlds[0]?.measures ?? {});
head("world", ...names);
for (const { world, measures } of worlds)
  row(`\`${world}\``, ...names.map((name) => withError(measures[name])));
