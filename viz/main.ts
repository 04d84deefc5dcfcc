import type { LabState } from "./state/labState.ts";

// It imports nothing, so that it runs as soon as it has come. The files that a place needs are then asked for together, while the page is still on
// its way; without that, each would be found in the one before, and on a slow network every file waits for an answer.

/** Where a link without a place leads (`startState`). */
const first: LabState["place"] = "watch";

/** The build writes a link for every file of every place, which does nothing until it is told to be one. */
function linksOf(place: string): HTMLLinkElement[] {
  return [...document.querySelectorAll<HTMLLinkElement>("link[data-place]")].filter(({ dataset }) =>
    dataset.place?.split(" ").includes(place),
  );
}

const named = linksOf(new URLSearchParams(location.search).get("place") ?? "");
const links = named.length > 0 ? named : linksOf(first);
for (const link of links) if (link.dataset.thread === undefined) link.rel = "modulepreload";

import("./page.tsx").then(() => {
  // What the simulator's thread will ask for: the page itself comes first.
  for (const { href, dataset } of links) if (dataset.thread !== undefined) void keep(href);
});

/** Has a file in the browser's cache. It is read to its end: half of it would keep others who ask for it waiting. */
async function keep(href: string): Promise<void> {
  try {
    await (await fetch(href, { priority: "low" })).arrayBuffer();
  } catch {
    // Who needs it asks for it again, and says what is wrong.
  }
}
