import { availableParallelism } from "node:os";
import { type MessagePort, parentPort, Worker } from "node:worker_threads";
import type { Endpoint } from "comlink";
import type { WorkerEndpoint } from "./workerEndpoint.ts";

/** Threads that can run at once on this machine, as the scheduler lets this process use them. */
export function availableCores(): number {
  return availableParallelism();
}

/** Starts the script at `url` (a `file:` URL of an ES module) in a thread of its own. */
export function spawnNodeWorker(url: URL): WorkerEndpoint {
  const worker = new Worker(url);
  return {
    channel: channelOf(worker),
    onDeath(listener) {
      worker.on("error", (error) => listener(error instanceof Error ? error.message : String(error)));
      worker.on("messageerror", (error) => listener(`a message could not be decoded (${error.message})`));
      worker.on("exit", (code) => listener(`the thread ended with exit code ${code}`));
    },
    async terminate() {
      await worker.terminate();
    },
    keepProcessAlive(yes) {
      if (yes) worker.ref();
      else worker.unref();
    },
  };
}

/** The channel of the worker thread this runs in to whoever started it. */
export function ownChannel(): Endpoint {
  if (parentPort === null) throw new Error("This module runs in a worker thread only.");
  return channelOf(parentPort);
}

/**
 * Node's emitter as the event target Comlink expects. Comlink ships such an adapter, but its types do not resolve,
 * and a second entry point would bring a second copy of Comlink, whose symbols the first does not know.
 */
function channelOf(emitter: Worker | MessagePort): Endpoint {
  type Listener = (data: unknown) => void;
  const listeners = new WeakMap<EventListenerOrEventListenerObject, Listener>();
  return {
    // Nothing is ever transferred (see jobService.ts), so Comlink's list of transferables is empty.
    postMessage: (message) => emitter.postMessage(message),
    addEventListener(type, target) {
      const listener: Listener = (data) => {
        const event = { data } as MessageEvent;
        if (typeof target === "function") target(event);
        else target.handleEvent(event);
      };
      listeners.set(target, listener);
      emitter.on(type, listener);
    },
    removeEventListener(type, target) {
      const listener = listeners.get(target);
      if (listener) emitter.off(type, listener);
      listeners.delete(target);
    },
  };
}
