import type { Endpoint } from "comlink";
import type { WorkerEndpoint } from "./workerEndpoint.ts";

/** Threads that can run at once, as far as the browser tells. */
export function availableCores(): number {
  return navigator.hardwareConcurrency || 1;
}

/** Starts the ES module at `url` in a Web Worker. */
export function spawnBrowserWorker(url: URL): WorkerEndpoint {
  const worker = new Worker(url, { type: "module" });
  return {
    channel: worker,
    onDeath(listener) {
      // A script that is missing or blocked reports an error without a message.
      worker.addEventListener("error", (event) =>
        listener(
          event.message || `${url.href} could not be loaded (missing, or blocked by a security policy)`,
        ),
      );
      worker.addEventListener("messageerror", () => listener("a message could not be decoded"));
    },
    async terminate() {
      worker.terminate();
    },
    keepProcessAlive() {},
  };
}

/** The channel of the Web Worker this runs in to whoever started it. */
export function ownChannel(): Endpoint {
  // The DOM's types know the global scope only as a window, whose postMessage has other arguments.
  return self as unknown as Endpoint;
}
