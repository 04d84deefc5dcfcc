import { real, whole } from "../schema/parameter.ts";

/** Who lives in the clusters, and for how long they are watched. */
export const clusterPopulationParameters = {
  clusters: whole(10, 1, 10_000, {
    mechanism: "core",
    meaning:
      "Clusters: places in which firms and their suppliers stand side by side; they do not touch each other",
    unit: "clusters",
    source: "[A]",
  }),
  firmsPerCluster: whole(60, 2, 10_000, {
    mechanism: "core",
    meaning: "Firms in each cluster at the start; none is born later",
    unit: "firms",
    source: "[A]",
  }),
  years: whole(20, 1, 200, {
    mechanism: "core",
    meaning: "Years simulated from a world in which every firm sells at home; all are recorded",
    unit: "years",
    source: "[A]",
  }),
  differentiationShare: real(0.5, 0, 1, {
    mechanism: "core",
    meaning:
      "Share of firms that compete by differentiation (options of Table 3), the rest by cost (Table 2)",
    unit: "share",
    source: "[A]; Gancarczyk & Gancarczyk (2017) treat both alike",
  }),
  sizeSd: real(0.7, 0, 3, {
    mechanism: "core",
    meaning: "Spread of the logarithm of firm size around a mean of 20 employees",
    unit: "log employees",
    source: "[A]",
    neutral: 0,
  }),
  productivityGrowth: real(0.02, -0.5, 0.5, {
    mechanism: "core",
    meaning: "Yearly growth of the productivity of a firm that is not locked in",
    unit: "per year",
    source: "[A]",
  }),
  marketDecline: real(0, 0, 1, {
    mechanism: "core",
    meaning: "Yearly loss of demand for what the clusters make: the rival cause of decline",
    unit: "per year",
    source: "[A]; named as a rival of hollowing-out",
    neutral: 0,
  }),
};
