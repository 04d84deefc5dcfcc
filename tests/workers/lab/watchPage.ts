import type { WatchRequest, WatchSnapshot } from "../../../sim/index.ts";
import { inlineWorkerSpawner, spawnBrowserWorker } from "../../../workers/browserEndpoint.ts";
import { createWatchClient } from "../../../workers/lab/watchClient.ts";

/** Totals of every year that arrived, and what the run answered. */
export interface SeenInPage {
  readonly outcome: unknown;
  readonly totals: readonly (readonly [number, number, number])[];
}

declare global {
  /** For the test to call: watches in a module worker by its URL, or in a classic one from its text. */
  var watchInPage: (how: "module" | "inline", request: WatchRequest) => Promise<SeenInPage>;
}

globalThis.watchInPage = async (how, request) => {
  const url = new URL(how === "module" ? "./labWorker.js" : "./inline/labWorker.js", import.meta.url);
  const script = how === "inline" ? await (await fetch(url)).text() : "";
  const client = createWatchClient(
    how === "module" ? () => spawnBrowserWorker(url) : inlineWorkerSpawner(script),
  );
  const totals: [number, number, number][] = [];
  const onYear = ({ year, with: seen, difference }: WatchSnapshot) =>
    totals.push([year, seen.total.pairs, difference.total.flippedPairs]);
  const outcome = await client.run(request, { onWorld: () => {}, onYear });
  await client.dispose();
  return { outcome, totals };
};
