import { EXIT } from "./failure.ts";

/** SIGUSR2 is what schedulers are asked to send before the time of a job is up; SIGUSR1 would open Node's debugger. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGUSR2"] as const;

/**
 * A signal that aborts on the first Ctrl-C, SIGTERM or SIGUSR2, so that work can stop in order. A second one ends the process
 * at once. `release` gives the keys back.
 */
export function interruption(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return {
    signal: controller.signal,
    release() {
      for (const signal of SIGNALS) process.off(signal, stop);
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
