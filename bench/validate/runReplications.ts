import { once } from "node:events";
import { parentPort, Worker } from "node:worker_threads";
import type { FitOutcome, ValidationDesign } from "./design.ts";
import { Draws } from "./draws.ts";

/** Some replications of one design, numbered from 1. */
interface Task {
  readonly design: string;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
}

/** Replications handed out at once: enough to forget the messages, few enough to share out evenly. */
const CHUNK = 20;

export function replicate(
  design: ValidationDesign,
  seed: string,
  replication: number,
): readonly FitOutcome[] {
  return design.replicate(new Draws(seed, design.name, replication));
}

/** In a thread: answers tasks with their outcomes. */
export function serveTasks(designs: readonly ValidationDesign[]): void {
  parentPort?.on("message", ({ design: name, seed, from, to }: Task) => {
    const design = designs.find((each) => each.name === name);
    if (design === undefined) throw new Error(`no design ${name}`);
    const outcomes: (readonly FitOutcome[])[] = [];
    for (let replication = from; replication <= to; replication++) {
      outcomes.push(replicate(design, seed, replication));
    }
    parentPort?.postMessage(outcomes);
  });
}

/** Threads of the file at `url`, which has to call `serveTasks` in them. */
export class Threads {
  readonly #workers: readonly Worker[];

  constructor(url: URL, count: number) {
    this.#workers = Array.from({ length: count }, () => new Worker(url));
  }

  /** Replications 1 to `count` in order, whichever thread they ran in. `progress` hears how many are done. */
  async run(
    design: ValidationDesign,
    seed: string,
    count: number,
    progress: (done: number) => void,
  ): Promise<(readonly FitOutcome[])[]> {
    const outcomes = new Array<readonly FitOutcome[]>(count);
    let next = 1;
    let done = 0;
    const work = async (worker: Worker): Promise<void> => {
      while (next <= count) {
        const from = next;
        const to = Math.min(count, from + CHUNK - 1);
        next = to + 1;
        worker.postMessage({ design: design.name, seed, from, to } satisfies Task);
        const [answer]: (readonly FitOutcome[])[][] = await once(worker, "message");
        for (const [at, outcome] of answer.entries()) outcomes[from - 1 + at] = outcome;
        done += answer.length;
        progress(done);
      }
    };
    await Promise.all(this.#workers.map(work));
    return outcomes;
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
