import { createEstimateClient, type EstimateClient } from "../../workers/lab/estimateClient.ts";
import { spawnLabWorker } from "./spawnLabWorker.ts";

let client: EstimateClient | null = null;

/** The page's one thread for estimating, started at its first use; it keeps the last panel. */
export function estimateClient(): EstimateClient {
  client ??= createEstimateClient(spawnLabWorker);
  return client;
}
