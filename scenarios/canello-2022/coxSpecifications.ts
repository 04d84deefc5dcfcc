import type { CoxSpecification, SampleRule } from "../specification.ts";

/** Table 3, column I. */
const characteristics = [
  "size",
  "domesticOutsourcingExperience",
  "mainClientRevenueShare",
  "exportingExperience",
  "capitalIntensiveTechnology",
  "migrantFirmShare",
];
const msePeersBefore = ["msePeersSameDestinationBeforeEntry"];
const largePeersBefore = ["largePeersSameDestinationBeforeEntry"];
const msePeersBackshoring = ["msePeersBackshoringSameDestination", "msePeersBackshoringOtherDestinations"];
const largePeersBackshoring = [
  "largePeersBackshoringSameDestination",
  "largePeersBackshoringOtherDestinations",
];

/** Column IV without dummies, for worlds in which the coefficients are known. */
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
    numeric: [...characteristics, ...msePeersBefore, ...largePeersBefore, ...msePeersBackshoring],
  };
}

/** Who was abroad in some year of 2007–11 and then at risk of returning: 1,966 producers in the paper. */
const durationSample: SampleRule = {
  name: "spells that ran in 2007–11, from 2008 on; those begun before enter late",
  where: [{ column: "year", is: ">=", value: 2008 }],
};
const starters: SampleRule = {
  name: "spells that began in 2007–11",
  where: [{ column: "cohort", is: ">=", value: 2007 }],
};

function published(
  name: string,
  summary: string,
  column: string,
  peers: readonly string[],
  rows: SampleRule,
): CoxSpecification {
  return {
    name: `canello-2022/${name}`,
    summary,
    source: `Canello (2022) Table 3, column ${column}; ties [A]`,
    model: "cox",
    clock: "yearly",
    ties: "efron",
    strata: [],
    factors: ["industry", "region", "destination", "cohort"],
    numeric: [...characteristics, ...peers],
    rows,
  };
}

const columnIII = [...msePeersBefore, ...largePeersBefore];
const columnIV = [...columnIII, ...msePeersBackshoring, ...largePeersBackshoring];

export const coxSpecifications: readonly CoxSpecification[] = [
  cox("exact"),
  cox("yearly"),
  published("cox-I", "Cox model of return, characteristics only", "I", [], durationSample),
  published("cox-II", "Column I and small peers before the start", "II", msePeersBefore, durationSample),
  published("cox-III", "Column II and captive peers before the start", "III", columnIII, durationSample),
  published("cox-IV", "Column III and peers that returned", "IV", columnIV, durationSample),
  published("cox-IV-flow", "Column IV on starters alone, no spell entering late", "IV", columnIV, starters),
];
