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

/**
 * Runs `clean` should the process end before it is released, as the second Ctrl-C makes it. The last given runs first.
 * It may not wait for anything.
 */
export function atExit(clean: () => void): () => void {
  process.prependListener("exit", clean);
  return () => {
    process.off("exit", clean);
  };
}
