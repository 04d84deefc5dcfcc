import type { DerivedColumn, ProbitSpecification, SampleRule } from "../specification.ts";

/** What the dynamic probits of Canello (2022) have in common. */

/** Characteristics of the firm, lagged a year. */
export const firmCharacteristics = [
  "size",
  "labourProductivity",
  "supplier",
  "financialConstraints",
  "capitalIntensiveTechnology",
  "exportingExperience",
  "domesticOutsourcingExperience",
];
export const provinceCharacteristics = [
  "government",
  "corruption",
  "infrastructureQuality",
  "averageEmployeeWages",
  "population",
];
/** Table 2, column A. */
export const characteristics = [...firmCharacteristics, ...provinceCharacteristics, "migrantFirmShare"];
export const msePeers = ["msePeersSameDestination", "msePeersOtherDestinations"];
export const largePeers = ["largePeersSameDestination", "largePeersOtherDestinations"];

/** What a column has of its own; the rest is as in Table 2. */
export interface ProbitColumn {
  /** After `canello-2022/`. */
  readonly name: string;
  readonly summary: string;
  readonly source: string;
  /** Lagged and initial status when left out. */
  readonly status?: readonly string[];
  /** All of column A when left out. */
  readonly characteristics?: readonly string[];
  readonly peers: readonly string[];
  readonly factors: readonly string[];
  readonly interactions?: string[][];
  readonly derived?: DerivedColumn[];
  readonly rows?: SampleRule;
  readonly cluster?: string;
}

/** A random-effects probit of being active, the random effect by pair. */
export function dynamicProbit(column: ProbitColumn): ProbitSpecification {
  const { peers, factors, interactions, derived, rows, cluster } = column;
  // "One more peer" is one more of the column only where the column is the count itself.
  const ownCount = derived?.some(({ name }) => name === "msePeersSameDestination") !== true;
  return {
    name: `canello-2022/${column.name}`,
    summary: column.summary,
    source: column.source,
    model: "randomEffectsProbit",
    outcome: "active",
    numeric: [
      ...(column.status ?? ["yLag", "yInitial"]),
      ...(column.characteristics ?? characteristics),
      ...peers,
    ],
    factors: [...factors],
    group: "pair",
    quadratureNodes: 12,
    averagePartialEffects:
      ownCount && peers.includes("msePeersSameDestination") ? ["msePeersSameDestination"] : [],
    ...(interactions === undefined ? {} : { interactions }),
    ...(derived === undefined ? {} : { derived }),
    ...(rows === undefined ? {} : { rows }),
    ...(cluster === undefined ? {} : { cluster }),
  };
}
