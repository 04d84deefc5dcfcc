import { createWatchClient, type WatchClient } from "../../workers/lab/watchClient.ts";
import { spawnLabWorker } from "./spawnLabWorker.ts";

let client: WatchClient | null = null;

/** The page's one thread for watching, started at its first use; it keeps the last run for questions about provinces and firms. */
export function watchClient(): WatchClient {
  client ??= createWatchClient(spawnLabWorker);
  return client;
}
