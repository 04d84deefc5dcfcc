import type { Endpoint } from "comlink";

/** One thread of either kind (`worker_threads`, module Web Worker), reduced to what the pool needs. */
export interface WorkerEndpoint {
  /** The message channel, in the shape Comlink listens to. */
  readonly channel: Endpoint;
  /**
   * Calls `listener` with a sentence when the thread ends or cannot go on: load failure, uncaught exception,
   * undecodable message, exit. It may be called more than once, and after `terminate`.
   */
  onDeath(listener: (reason: string) => void): void;
  /** Stops the thread at once, in the middle of a loop if need be. */
  terminate(): Promise<void>;
  /** Whether the thread keeps its process alive. Without effect in a browser. */
  keepProcessAlive(yes: boolean): void;
}
