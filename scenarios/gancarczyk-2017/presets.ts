import type { Preset } from "../family.ts";

/** The free world and its rivals; the policies of the propositions are a parameter, `modePolicy`, of each. */
export const clusterPresets: readonly Preset[] = [
  {
    name: "gancarczyk-2017",
    summary: "Clusters whose focal firms choose governance modes and whose suppliers follow or lose orders",
    parameters: {},
  },
  {
    name: "gancarczyk-2017/feasibility",
    summary: "Focal firms ask only what is feasible for a small firm, not what a mode brings",
    parameters: { costWeight: 0, knowledgeWeight: 0, coreWeight: 0 },
  },
  {
    name: "gancarczyk-2017/size-cost",
    summary: "A rival: the ratings do not matter; modes cost small firms more, the rest is chance",
    parameters: {
      feasibilityWeight: 0,
      costWeight: 0,
      knowledgeWeight: 0,
      coreWeight: 0,
      experienceWeight: 0,
      fixedCostWeight: 1,
    },
  },
  {
    name: "gancarczyk-2017/imitation",
    summary: "A rival: reactive firms go abroad because others of their cluster did, whoever they supply",
    parameters: { followProbability: 0, clusterImitation: 0.8 },
  },
  {
    name: "gancarczyk-2017/falling-market",
    summary: "A rival cause of decline: demand for what the clusters make falls by 5 % a year",
    parameters: { marketDecline: 0.05 },
  },
];
