/** What draws of a world of clusters are for; see sim/random/streams.ts. */
export type ClusterPurpose =
  | "clusterFirms"
  | "modeChoice"
  | "partner"
  | "gain"
  | "following"
  | "clusterImitation";
