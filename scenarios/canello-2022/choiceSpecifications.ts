import type { ConditionalLogitSpecification } from "../specification.ts";

/**
 * Where a firm that starts goes: the choice among the destinations in which it was not active (McFadden 1974). Everything
 * that a firm-year has in all destinations alike drops out: its characteristics, its province and the shocks to it. Peers
 * elsewhere are what the firm-year's sum leaves of peers here, so they cannot stand beside them.
 */
const peers = ["msePeersSameDestination", "largePeersSameDestination"];

function choice(
  name: string,
  summary: string,
  numeric: readonly string[],
  constants: Partial<Pick<ConditionalLogitSpecification, "factors" | "interactions">> = {},
): ConditionalLogitSpecification {
  return {
    name: `canello-2022/${name}`,
    summary: `Choice of the destination among starters (conditional logit): ${summary}`,
    source: "variant of Canello (2022) Table 2, column C",
    model: "conditionalLogit",
    outcome: "active",
    choiceSet: ["firm", "year"],
    alternative: "destination",
    numeric: [...numeric],
    factors: [],
    rows: { name: "starts in one destination of those in which the firm was not active", where: [notBefore] },
    cluster: "province",
    ...constants,
  };
}

const notBefore = { column: "yLag", is: "=" as const, value: 0 };

export const choiceSpecifications: readonly ConditionalLogitSpecification[] = [
  choice("choice", "peers alone", peers),
  choice("choice-national", "peers and the national number", [...peers, "nationalMseSameDestination"]),
  choice("choice-destination", "with a constant for each destination: no popularity", peers, {
    factors: ["destination"],
  }),
  choice(
    "choice-destination-industry-year",
    "with constants of destination × industry × year: nothing that the whole country learns or hears of",
    peers,
    { interactions: [["industry", "year", "destination"]] },
  ),
  choice(
    "choice-province-destination",
    "with constants of province × destination: no lasting fit either",
    peers,
    { interactions: [["province", "destination"]] },
  ),
  choice(
    "choice-client",
    "with a constant for each destination and the state of the firm's client held",
    [...peers, "clientActive"],
    { factors: ["destination"] },
  ),
];
