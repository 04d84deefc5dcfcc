import type { ProbitSpecification } from "../specification.ts";
import {
  characteristics,
  dynamicProbit,
  firmCharacteristics,
  largePeers,
  msePeers,
  type ProbitColumn,
} from "./dynamicProbit.ts";

/**
 * Column C asked in other ways, each of which takes one rival of imitation away, or shows it. Two of them are not
 * identified; they are here to be refused with the reason.
 */
const source = "variant of Canello (2022) Table 2, column C";
const local = [...msePeers, ...largePeers];
const dummies = ["industry", "region", "year"];
const timeVarying = ["labourProductivity", "exportingExperience", ...local];

/** Peers of the same destination measured in another way, all else as in C. */
function measuredAs(name: string, summary: string, peers: string, more: Partial<ProbitColumn> = {}) {
  return { name, summary, peers: [peers, ...local.slice(1)], factors: dummies, ...more };
}

const columns: readonly Omit<ProbitColumn, "source">[] = [
  {
    name: "C-clustered",
    summary: "Errors that allow for what firms of a province have in common",
    peers: local,
    factors: dummies,
    cluster: "province",
  },
  {
    name: "D-clustered",
    summary: "Column D with errors clustered by province",
    peers: [...local, "nationalMseSameDestination"],
    factors: dummies,
    cluster: "province",
  },
  {
    name: "C-entry",
    summary: "Starts alone: pairs that were not active the year before",
    status: ["yInitial"],
    peers: local,
    factors: dummies,
    rows: { name: "pairs not active the year before", where: [{ column: "yLag", is: "=", value: 0 }] },
  },
  {
    name: "C-first-entry",
    summary:
      "First starts alone: pairs not active in any earlier recorded year, so no return through a kept tie",
    status: [],
    peers: local,
    factors: dummies,
    derived: [{ name: "activeSoFar", column: "yLag", by: "largestSoFar" }],
    rows: {
      name: "pairs not active in any earlier recorded year",
      where: [{ column: "activeSoFar", is: "=", value: 0 }],
    },
  },
  {
    name: "C-stay",
    summary: "Staying alone: pairs that were active the year before",
    status: ["yInitial"],
    peers: local,
    factors: dummies,
    rows: { name: "pairs active the year before", where: [{ column: "yLag", is: "=", value: 1 }] },
  },
  {
    name: "C-destination",
    summary: "With destination dummies: no popularity of destinations",
    peers: local,
    factors: [...dummies, "destination"],
  },
  {
    name: "C-destination-industry-year",
    summary: "With destination × industry × year dummies: nothing that the whole country learns or hears of",
    peers: local,
    factors: ["region"],
    interactions: [["destination", "industry", "year"]],
  },
  {
    name: "C-province",
    summary: "With province dummies: no sorting of firms into provinces",
    characteristics: [...firmCharacteristics, "migrantFirmShare"],
    peers: local,
    factors: ["industry", "year", "province"],
  },
  {
    name: "C-province-destination",
    summary: "With province × destination dummies: no lasting fit of a province and a destination",
    characteristics: [...firmCharacteristics, "migrantFirmShare"],
    peers: local,
    factors: ["industry", "year"],
    interactions: [["province", "destination"]],
  },
  {
    name: "C-province-industry-year",
    summary:
      "With province × industry × year dummies: no shock common to neighbours, no sorting; peers elsewhere are what these leave of peers here",
    characteristics: firmCharacteristics,
    peers: ["msePeersSameDestination", "largePeersSameDestination"],
    factors: [],
    interactions: [["province", "industry", "year"]],
  },
  {
    name: "C-means",
    summary: "With the pair's means of all that varies over time (Mundlak)",
    peers: [...local, ...timeVarying.map((column) => `mean(${column})`)],
    factors: dummies,
    derived: timeVarying.map((column) => ({ name: `mean(${column})`, column, by: "meanOfPair" })),
  },
  {
    name: "C-placebo",
    summary: "With peers of a like province as well: they should not matter",
    peers: [...local, "msePeersPlaceboSameDestination"],
    factors: dummies,
  },
  {
    name: "C-leads",
    summary: "With peers of the same destination in t + 1 and t + 2 as well: they should not matter",
    peers: [...local, "lead(msePeersSameDestination, 3)"],
    factors: dummies,
    derived: [
      {
        name: "lead(msePeersSameDestination, 3)",
        column: "msePeersSameDestination",
        by: "lead",
        years: 3,
      },
    ],
  },
  {
    name: "C-client",
    summary: "With the state of the firm's client held: no followership",
    peers: [...local, "clientActive"],
    factors: dummies,
  },
  measuredAs("C-flow", "Peers that started, in place of those active", "msePeersStartedSameDestination"),
  measuredAs("C-share", "Peers as a share of the other firms of the cell", "msePeersShareSameDestination"),
  measuredAs("C-own", "Peers with the firm itself among them", "msePeersWithOwnSameDestination"),
  measuredAs("C-log", "Logarithm of 1 + peers", "log1p(msePeersSameDestination)", {
    derived: [{ name: "log1p(msePeersSameDestination)", column: "msePeersSameDestination", by: "log1p" }],
  }),
  {
    name: "C-market-year",
    summary: "Not identified: province × industry × destination × year dummies leave nothing of the peers",
    characteristics: firmCharacteristics,
    peers: msePeers,
    factors: [],
    interactions: [["province", "industry", "destination", "year"]],
  },
  {
    name: "D-destination-industry-year",
    summary: "Not identified: destination × industry × year dummies take up the national number",
    characteristics,
    peers: [...local, "nationalMseSameDestination"],
    factors: ["region"],
    interactions: [["destination", "industry", "year"]],
  },
];

export const identificationSpecifications: readonly ProbitSpecification[] = columns.map((column) =>
  dynamicProbit({ source, ...column }),
);
