import { setImmediate } from "node:timers/promises";
import { Interrupted } from "./failure.ts";

/**
 * Work of ours does not give way by itself, so a signal waits in the event loop until it is asked for.
 *
 * @throws Interrupted once `signal` has been aborted.
 */
export async function breathe(signal: AbortSignal): Promise<void> {
  await setImmediate();
  if (signal.aborted) throw new Interrupted();
}
