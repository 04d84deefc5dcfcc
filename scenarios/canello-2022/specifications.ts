import type { CoxSpecification, ModelSpecification, ProbitSpecification } from "../specification.ts";

/** Table 2, column A: characteristics of firm and province, lagged a year. */
const characteristics = [
  "size",
  "labourProductivity",
  "supplier",
  "financialConstraints",
  "capitalIntensiveTechnology",
  "exportingExperience",
  "domesticOutsourcingExperience",
  "government",
  "corruption",
  "infrastructureQuality",
  "averageEmployeeWages",
  "population",
  "migrantFirmShare",
];
const msePeers = ["msePeersSameDestination", "msePeersOtherDestinations"];
const largePeers = ["largePeersSameDestination", "largePeersOtherDestinations"];

function dynamicProbit(
  name: string,
  summary: string,
  source: string,
  peers: readonly string[],
  territorial: "region" | "partOfCountry",
): ProbitSpecification {
  return {
    name: `canello-2022/${name}`,
    summary,
    source,
    model: "randomEffectsProbit",
    outcome: "active",
    numeric: ["yLag", "yInitial", ...characteristics, ...peers],
    factors: ["industry", territorial, "year"],
    group: "pair",
    quadratureNodes: 12,
    averagePartialEffects: peers.includes("msePeersSameDestination") ? ["msePeersSameDestination"] : [],
  };
}

const byRegion = "industry, region and year dummies, as printed";
const byPart =
  "dummies of industry, part of the country and year: a small world has regions in which nobody is abroad";

function cox(clock: "exact" | "yearly"): CoxSpecification {
  return {
    name: `canello-2022/cox-${clock}`,
    summary:
      clock === "exact"
        ? "Cox model of return, times as they happened"
        : "Cox model of return, times as a yearly survey sees them (Efron ties)",
    source: "Canello (2022) Table 3, column IV, without dummies and the firms' captive peers that return",
    model: "cox",
    clock,
    ties: "efron",
    strata: [],
    factors: [],
    numeric: [
      "size",
      "domesticOutsourcingExperience",
      "mainClientRevenueShare",
      "exportingExperience",
      "capitalIntensiveTechnology",
      "migrantFirmShare",
      "msePeersSameDestinationBeforeEntry",
      "largePeersSameDestinationBeforeEntry",
      "msePeersBackshoringSameDestination",
      "msePeersBackshoringOtherDestinations",
    ],
  };
}

const table2 = "Canello (2022) Table 2, column";

export const specifications: readonly ModelSpecification[] = [
  dynamicProbit("A", `Dynamic probit, characteristics only; ${byRegion}`, `${table2} A`, [], "region"),
  dynamicProbit("B", `Dynamic probit with small peers; ${byRegion}`, `${table2} B`, msePeers, "region"),
  dynamicProbit(
    "C",
    `Dynamic probit with small and captive peers; ${byRegion}`,
    `${table2} C`,
    [...msePeers, ...largePeers],
    "region",
  ),
  dynamicProbit("B-small", `Column B with ${byPart}`, `${table2} B`, msePeers, "partOfCountry"),
  dynamicProbit(
    "C-small",
    `Column C with ${byPart}`,
    `${table2} C`,
    [...msePeers, ...largePeers],
    "partOfCountry",
  ),
  cox("exact"),
  cox("yearly"),
];
