// Prints the tables of docs/quick-check.md from the summaries of the quick check's studies:
//   node scripts/quick-check-table.mjs out/quick-check-bare/summary.json [out/quick-check/summary.json …]
// --json prints what the tables are made of in place of them: docs/quick-check.json, which it reads as well.
import { readFileSync } from "node:fs";

/** Rows of the first quick check: one history each, pooled probit, plain errors. Same and other in B; same, other, national in D. */
const first = [
  ["popularity", false, ["0.0078 (.0005)", "-0.0051"], ["-0.0011 (.0007)", "0.0003", "0.103 (.007)"]],
  ["popularity", true, ["0.053 (.003)", "-0.029"], ["0.002 (.005)", "-0.002", "0.102"]],
  ["fit 0.3", true, ["0.053 (.003)", "-0.021"], ["0.022 (.004)", "-0.006", "0.073"]],
  ["equal provinces", false, ["0.046 (.002)", "-0.020"], ["0.007 (.004)", "0.004", "0.085"]],
  ["fit 0.2", false, ["0.0082", "-0.0040"], ["0.0013", "-0.0002", "0.090"]],
  ["fit 0.3", false, ["0.0084", "-0.0033"], ["0.0041", "-0.0011", "0.069"]],
  ["sorting 0.25", false, ["0.0096", "-0.0017"], ["-0.0004", "0.0040", "0.112"]],
  ["shocks 0.3", false, ["0.0091", "-0.0050"], ["-0.0007", "0.0008", "0.110"]],
  ["exclusive choice", false, ["0.0082", "-0.0066"], ["-0.0012", "0.0004", "0.120"]],
  ["count imitation 0.003", false, ["0.0063", "-0.0036"], ["0.0007 (.0005)", "0.0004", "0.092"]],
  ["log imitation 0.10", false, ["0.0068", "-0.0032"], ["0.0006", "0.0015", "0.100"]],
  ["log imitation 0.30", false, ["0.0049", "-0.0031"], ["0.0027", "0.0012", "0.104"]],
];
const stock = ["msePeersSameDestination", "msePeersOtherDestinations"];
const flow = ["msePeersStartedSameDestination", "msePeersStartedOtherDestinations"];
const national = "nationalMseSameDestination";

const asJson = process.argv.includes("--json");
const found = process.argv
  .slice(2)
  .filter((each) => !each.startsWith("--"))
  .flatMap((file) => {
    const read = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(read) ? read : read.estimands.map(short);
  })
  .filter(({ estimand }) => [...stock, ...flow, national, "yLag", "sigma"].includes(estimand));

function short({ world, method, estimand, estimate, valid, replications, measures }) {
  return {
    world,
    method: method.replace("canello-2022/", ""),
    estimand,
    valid,
    replications,
    mean: estimate.value,
    mcse: estimate.mcse,
    empiricalSe: measures.empiricalSe.value,
    modelSe: measures.modelSe.value,
    rejection: measures.rejection.value,
  };
}

if (asJson) {
  console.log(`[\n${found.map((each) => JSON.stringify(each)).join(",\n")}\n]`);
} else {
  console.log(["Without characteristics", ...table("bare")].join("\n"));
  console.log(["", "As printed, with characteristics and regions", ...table("clustered")].join("\n"));
}

function table(kind) {
  const heads = ["world", "peers", "", "same B", "other B", "same D", "other D", "national D"];
  const lines = [`| ${heads.join(" | ")} |`, `|${" --- |".repeat(heads.length)}`];
  for (const [world, isFlow, inB, inD] of first) {
    const method = (column) =>
      kind === "bare"
        ? `${column}-bare${isFlow ? "-flow" : ""}`
        : `${column}${isFlow ? "-flow" : ""}-clustered`;
    const of = (column, estimand) =>
      found.find(
        (each) => each.world === world && each.method === method(column) && each.estimand === estimand,
      );
    const peers = isFlow ? flow : stock;
    const cells = [
      of("B", peers[0]),
      of("B", peers[1]),
      of("D", peers[0]),
      of("D", peers[1]),
      of("D", national),
    ];
    if (cells.every((cell) => cell === undefined)) continue;
    const seeds = Math.min(...cells.map((cell) => cell?.valid ?? 0));
    const was = [...inB, ...inD].map(minus);
    const row = (label, text) =>
      `| ${label} | ${cells.map((cell) => (cell ? text(cell) : "–")).join(" | ")} |`;
    lines.push(
      row(`**${world}** | ${isFlow ? "flow" : "stock"} | mean of ${seeds}`, ({ mean, mcse }) =>
        minus(`${number(mean)} ± ${number(mcse)}`),
      ),
      row(
        " | | mean error, spread",
        ({ modelSe, empiricalSe }) => `${number(modelSe)}, ${number(empiricalSe)}`,
      ),
      row(" | | rejected", ({ rejection }) => `${Math.round(100 * rejection)} %`),
    );
    lines.push(`| | | first check | ${was.join(" | ")} |`);
  }
  return lines;
}

function number(value) {
  return value.toFixed(Math.abs(value) < 0.02 ? 4 : 3);
}

function minus(text) {
  return text.replace("-", "−");
}
