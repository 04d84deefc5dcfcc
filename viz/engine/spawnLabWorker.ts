import { inlineWorkerSpawner, spawnBrowserWorker } from "../../workers/browserEndpoint.ts";
import type { WorkerEndpoint } from "../../workers/workerEndpoint.ts";

/** Set by the build: whether this is the page that has everything in one file. */
declare const SINGLE_FILE: boolean;

/** Starts the lab's worker: a module beside the page, or the text that the one-file page holds. */
export function spawnLabWorker(): WorkerEndpoint {
  if (!SINGLE_FILE) return spawnBrowserWorker(new URL("./labWorker.js", import.meta.url));
  const text = document.getElementById("lab-worker")?.textContent;
  if (!text) throw new Error("the page holds no worker: it was not saved whole");
  return inlineWorkerSpawner(text)();
}
