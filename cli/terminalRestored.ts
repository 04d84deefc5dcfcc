import { atExit } from "./interruption.ts";

/** Shows the cursor and wraps lines again, which a progress bar switches off. */
const RESTORE = "\x1B[?25h\x1B[?7h\n";
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/**
 * Gives a terminal back as it was, should the process be ended while a bar is shown. A signal that nobody else
 * handles ends the process afterwards, as it would have. To be called off when the bar is gone.
 */
export function restoreTerminalAtEnd(stream: NodeJS.WriteStream): () => void {
  const restore = () => stream.write(RESTORE);
  const keep = atExit(restore);
  const end = (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) > 1) return;
    release();
    restore();
    process.kill(process.pid, signal);
  };
  function release() {
    keep();
    for (const signal of SIGNALS) process.off(signal, end);
  }
  for (const signal of SIGNALS) process.on(signal, end);
  return release;
}
