import { EXIT } from "./failure.ts";

/**
 * A signal that aborts on the first Ctrl-C or SIGTERM, so that work can stop in order. A second one ends the process
 * at once. `release` gives the keys back.
 */
export function interruption(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return {
    signal: controller.signal,
    release() {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    },
  };
}
