import type { LabState } from "./state/labState.ts";

// It imports nothing, so that it runs as soon as it has come. The files that a place needs are then asked for together, while the page is still on
// its way; without that, each would be found in the one before, and on a slow network every file waits for an answer.

/** Where a link without a place leads (`startState`). */
const first: LabState["place"] = "watch";

/** The build writes a link for every file of every place, which does nothing until it is told to be one. */
function linksOf(place: string): HTMLLinkElement[] {
  const all = document.querySelectorAll<HTMLLinkElement>("link[data-place]:not([data-thread])");
  return [...all].filter(({ dataset }) => dataset.place?.split(" ").includes(place));
}

const named = linksOf(new URLSearchParams(location.search).get("place") ?? "");
for (const link of named.length > 0 ? named : linksOf(first)) link.rel = "modulepreload";

void import("./page.tsx");
