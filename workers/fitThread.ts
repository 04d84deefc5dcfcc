// The script of a thread that evaluates a part of a fit, in Node: bundled to dist/fitThread.js.
import { parentPort, workerData } from "node:worker_threads";
import { servePart } from "../estimators/parts/partService.ts";
import { FAILED, type FitThreadMessage, type FitThreadSetup, REQUESTS_ANSWERED } from "./fitThreadSignal.ts";

const { signal }: FitThreadSetup = workerData;
const { state, value } = signal;

/** The caller is blocked, and hears of an end from here or not at all. */
function fail(): void {
  Atomics.store(state, FAILED, 1);
  Atomics.notify(state, REQUESTS_ANSWERED);
}
process.on("exit", fail);

let evaluate: ReturnType<typeof servePart> | null = null;
parentPort?.on("message", (message: FitThreadMessage) => {
  if ("shared" in message) {
    evaluate = servePart(message.shared);
    return;
  }
  if (evaluate === null) throw new Error("a request came before its part");
  value[0] = evaluate(message.request);
  Atomics.add(state, REQUESTS_ANSWERED, 1);
  Atomics.notify(state, REQUESTS_ANSWERED);
});
