import { real } from "../schema/parameter.ts";

/** Who leads, who follows, and what a move of the leader does to the others (D1, D3). */
export const networkParameters = {
  proactiveShare: real(0.15, 0, 1, {
    mechanism: "D1",
    meaning:
      "Share of proactive firms: they lead a local network and deal abroad themselves; the others supply one of them",
    unit: "share",
    source: "Gancarczyk & Gancarczyk (2017), qualitative; value [A], 0.05 to 0.3",
  }),
  linkTransfer: real(0.5, 0, 1, {
    mechanism: "D1",
    meaning: "Share of its focal firm's external links that reaches a follower at home",
    unit: "share",
    source: "[A]",
    neutral: 0,
  }),
  orderLoss: real(0.5, 0, 1, {
    mechanism: "D3",
    meaning: "Share of its orders that a follower loses each time its focal firm moves more work abroad",
    unit: "share",
    source: "[A]",
    neutral: 0,
  }),
  followProbability: real(0.2, 0, 1, {
    mechanism: "D3",
    meaning: "Probability that a follower goes abroad with its focal firm, at each of that firm's moves",
    unit: "probability",
    source: "[A]",
    neutral: 0,
  }),
  closeProbability: real(0.1, 0, 1, {
    mechanism: "D3",
    meaning: "Probability that a follower closes, at each move of its focal firm",
    unit: "probability",
    source: "[A]",
    neutral: 0,
  }),
  clusterImitation: real(0, 0, 20, {
    mechanism: "D3",
    meaning:
      "The rival: probability that a reactive firm goes abroad by itself, per share of the cluster's other firms that went abroad last year",
    unit: "probability per share",
    source: "[A]; mechanism D3 is told from it by links only",
    neutral: 0,
  }),
};
