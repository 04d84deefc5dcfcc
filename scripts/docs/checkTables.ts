import { clusterScenarioNames } from "../../scenarios/clusters/index.ts";
import { type OrdinalCheck, ordinalChecks } from "../../sim/clusters/checks/ordinalChecks.ts";
import { type OrdinalCheckResult, runOrdinalChecks } from "../../sim/clusters/checks/runOrdinalChecks.ts";
import { markdownTable } from "./markdownTable.ts";

const family = "gancarczyk-2017";

/** Every ordinal check in the free world and its policies. */
export function checkTable(): string {
  return markdownTable(
    ["of", "order", "means", "share of seeds"],
    runOrdinalChecks(family).map((result) => [
      result.check.of,
      order(result.check),
      means(result),
      share(result),
    ]),
  );
}

/** The checks about what firms choose, not what is imposed on them, in the free world and its rivals. */
export function rivalTable(): string {
  const checks = ordinalChecks.filter(({ of }) => /D[123]/.test(of));
  const worlds = clusterScenarioNames();
  const results = worlds.map((world) => runOrdinalChecks(world, { checks }));
  return markdownTable(
    ["of", "order", ...worlds.map((world) => `\`${world}\``)],
    checks.map((check, at) => [
      check.of,
      order(check),
      ...results.map((ofWorld) =>
        ofWorld
          .slice(at, at + 1)
          .map(share)
          .join(""),
      ),
    ]),
  );
}

/** The order of adoption by what firms weigh beside feasibility. */
export function weightTable(): string {
  const checks = ordinalChecks.filter(({ of }) => of === "P1, D2");
  const settings = [
    [0, 0],
    [0, 1],
    [0.25, 1],
    [0.5, 1],
    [1, 1],
    [0.5, 0],
    [1, 0],
  ] as const;
  return markdownTable(
    ["weight of both objectives", "weight of the gain", "means", "share of seeds"],
    settings.flatMap(([objectives, costWeight]) =>
      runOrdinalChecks(family, {
        checks,
        set: { knowledgeWeight: objectives, coreWeight: objectives, costWeight },
      }).map((result) => [String(objectives), String(costWeight), means(result), share(result)]),
    ),
  );
}

/** Proposition 2 by the numbers that the paper does not have. */
export function mixTable(): string {
  const checks = ordinalChecks.filter(({ of }) => of === "P2");
  const settings: readonly Readonly<Record<string, number>>[] = [
    {},
    { mixShare: 0.25 },
    { mixShare: 0.75 },
    { aspiration: -10 },
    { lockInScale: 0.1 },
    { coreLeakage: 0.1 },
    { selectiveShare: 1 },
  ];
  return markdownTable(
    ["set", "means", "share of seeds"],
    settings.flatMap((set) =>
      runOrdinalChecks(family, { checks, set }).map((result) => [
        Object.entries(set)
          .map(([path, value]) => `\`${path} = ${value}\``)
          .join(", ") || "nothing",
        means(result),
        share(result),
      ]),
    ),
  );
}

function order({ quantity, sides }: OrdinalCheck): string {
  return `${quantity}: ${sides.join(" > ")}`;
}

function means({ means: values }: OrdinalCheckResult): string {
  return values.map((value) => String(Number(value.toPrecision(3)))).join(", ");
}

/** The share with its Monte Carlo error, or with the bound where the order held always or never. */
function share({ share: held, monteCarloError, bound, undecided }: OrdinalCheckResult): string {
  const error = bound === null ? monteCarloError.toFixed(2) : `${held === 1 ? "≥" : "≤"} ${bound.toFixed(2)}`;
  return `${held.toFixed(2)} (${error})${undecided === 0 ? "" : `, ${undecided} undecided`}`;
}
