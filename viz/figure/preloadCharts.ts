import type { Figure } from "./figure.ts";
import { likelyTheme } from "./theme.ts";

/**
 * Fetches Chart.js and rehearses a figure while the page has nothing else to do, so that the first one that is shown need not wait.
 *
 * @param example of the kind that will be shown.
 */
export function preloadCharts(example: () => Figure): void {
  whenIdle(() => {
    import("../charts/chartjs.ts").then(
      ({ rehearse }) => whenIdle(() => rehearse(example(), likelyTheme())),
      // What could not be loaded is said where it is needed.
      () => undefined,
    );
  });
}

/** Not every browser tells when it is idle. */
function whenIdle(action: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(action, { timeout: 2000 });
  else setTimeout(action, 300);
}
