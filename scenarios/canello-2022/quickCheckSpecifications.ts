import type { ProbitSpecification } from "../specification.ts";
import { dynamicProbit, largePeers, msePeers, type ProbitColumn } from "./dynamicProbit.ts";

/**
 * Columns B and D with errors clustered by province: as printed, with peers that started (a flow) in place of those
 * active (a stock), and both without characteristics and captive peers, the dummies being those printed.
 */
const started = ["msePeersStartedSameDestination", "msePeersStartedOtherDestinations"];
const startedElsewhere = {
  name: "msePeersStartedOtherDestinations",
  column: "msePeersStartedSameDestination",
  by: "sumOfOtherDestinations" as const,
};
const national = "nationalMseSameDestination";
const dummies = ["industry", "region", "year"];

function clustered(
  name: string,
  summary: string,
  table: string,
  column: Pick<ProbitColumn, "peers" | "factors" | "characteristics" | "derived">,
): ProbitColumn {
  return {
    name,
    summary: `${summary}; errors clustered by province`,
    source: `variant of Canello (2022) ${table}`,
    cluster: "province",
    ...column,
  };
}

const columns: readonly ProbitColumn[] = [
  clustered("B-clustered", "Column B", "Table 2 B", { peers: msePeers, factors: dummies }),
  clustered("B-flow-clustered", "Column B with peers that started", "Table 2 B", {
    peers: started,
    factors: dummies,
    derived: [startedElsewhere],
  }),
  clustered("D-flow-clustered", "Column D with peers that started", "Table 4 D", {
    peers: [...started, ...largePeers, national],
    factors: dummies,
    derived: [startedElsewhere],
  }),
  clustered("B-bare", "Column B without characteristics", "Table 2 B", {
    peers: msePeers,
    factors: dummies,
    characteristics: [],
  }),
  clustered("D-bare", "Column D without characteristics and captive peers", "Table 4 D", {
    peers: [...msePeers, national],
    factors: dummies,
    characteristics: [],
  }),
  clustered("B-bare-flow", "Column B without characteristics, with peers that started", "Table 2 B", {
    peers: started,
    factors: dummies,
    characteristics: [],
    derived: [startedElsewhere],
  }),
  clustered("D-bare-flow", "Column D without characteristics, with peers that started", "Table 4 D", {
    peers: [...started, national],
    factors: dummies,
    characteristics: [],
    derived: [startedElsewhere],
  }),
];

export const quickCheckSpecifications: readonly ProbitSpecification[] = columns
  .map(dynamicProbit)
  // Without averages over all rows, pairs that are alike are fitted as one.
  .map((each) => (each.name.includes("-bare") ? { ...each, averagePartialEffects: [] } : each));
