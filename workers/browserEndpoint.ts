import type { Endpoint } from "comlink";
import type { WorkerEndpoint } from "./workerEndpoint.ts";

/** Threads that can run at once, as far as the browser tells. */
export function availableCores(): number {
  return navigator.hardwareConcurrency || 1;
}

/** Starts the ES module at `url` in a Web Worker. */
export function spawnBrowserWorker(url: URL): WorkerEndpoint {
  return endpointOf(new Worker(url, { type: "module" }), url.href);
}

/**
 * Workers from the text of a script, for a page that is one file and may have no address to load another from (`file:`). The script
 * is a classic one: no `import` or `export` is left in it. A content-security policy must allow `worker-src blob:`.
 *
 * @returns what starts one; all share one copy of the text, for as long as the page lives.
 */
export function inlineWorkerSpawner(script: string): () => WorkerEndpoint {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  return () => endpointOf(new Worker(url), "the script of the worker");
}

function endpointOf(worker: Worker, name: string): WorkerEndpoint {
  return {
    channel: worker,
    onDeath(listener) {
      // A script that is missing or blocked reports an error without a message.
      worker.addEventListener("error", (event) =>
        listener(event.message || `${name} could not be loaded (missing, or blocked by a security policy)`),
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
