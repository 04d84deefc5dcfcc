import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { crc32 } from "node:zlib";
import { textTable } from "../cli/textTable.ts";
import { modelSpecification } from "../scenarios/index.ts";
import { neededColumns } from "../study/neededColumns.ts";
import { type Implementation, model } from "./model/declaration.ts";
import { floccAgents } from "./model/floccAgents.ts";
import { plainObjects } from "./model/plainObjects.ts";
import { simulator } from "./model/simulator.ts";
import { add, type Duration, median, medianRatio, noTime, time } from "./timing.ts";

interface Run {
  readonly founding: Duration;
  readonly years: Duration;
  /** Of the statuses of all firms and destinations, year after year. */
  readonly checksum: string;
}

const rounds = 9;
/** Rounds before those that count, in which the engine compiles. */
const warmUp = 10;
/** Milliseconds before each run, in which the garbage collector of the one before finishes its work in the background. */
const pause = 150;

const implementations = [
  simulator("Bandwagon", 0),
  simulator("Bandwagon, last 5 years as a panel", 5),
  simulator("Bandwagon, the columns of column C of it", 5, {
    columns: neededColumns([modelSpecification("canello-2022/C")]),
  }),
  plainObjects,
  floccAgents("flocc 0.7.0, agents in fixed order", false),
  floccAgents("flocc 0.7.0, order shuffled (its default)", true),
];

/**
 * The simulator beside flocc and plain objects on the model of `model/declaration.ts`.
 *
 * @throws Error when two implementations do not take the same decisions.
 */
export async function simulators(): Promise<string> {
  const runs = await takeTurns();
  const checksums = new Set(runs.flat().map(({ checksum }) => checksum));
  if (checksums.size !== 1) {
    const found = implementations.map(({ name }, at) => `${name}: ${runs[at][0].checksum}`);
    throw new Error(`the implementations decide differently; nothing can be compared (${found.join("; ")})`);
  }
  const totals = runs.map((of) => of.map(({ founding, years }) => add(founding, years)));
  const wall = totals.map((of) => of.map((total) => total.wall));
  const cpu = totals.map((of) => of.map((total) => total.cpu));
  const number = (title: string) => ({ title, align: "right" }) as const;
  const table = textTable(
    [
      { title: "implementation", align: "left" },
      number("founding"),
      number("years"),
      number("total"),
      number("least"),
      number("× Bandwagon"),
      number("in CPU time"),
      number("checksum"),
    ],
    implementations.map(({ name }, at) => [
      name,
      median(runs[at].map(({ founding }) => founding.wall)).toFixed(1),
      median(runs[at].map(({ years }) => years.wall)).toFixed(1),
      median(wall[at]).toFixed(1),
      Math.min(...wall[at]).toFixed(1),
      medianRatio(wall[at], wall[0]).toFixed(1),
      medianRatio(cpu[at], cpu[0]).toFixed(1),
      runs[at][0].checksum,
    ]),
  );
  const { firms, provinces, destinations, years } = model;
  return [
    `${firms} firms, ${provinces} provinces, ${destinations} destinations, founding and ${years} years; ms, medians of ${rounds} rounds`,
    table,
  ].join("\n\n");
}

/**
 * A thread for each implementation, so that none pays for another's garbage or for code that the engine compiled for
 * another. They run one at a time and in turns, so that a busy machine slows all of them alike.
 */
async function takeTurns(): Promise<Run[][]> {
  const threads = implementations.map((_, at) => new Worker(new URL(import.meta.url), { workerData: at }));
  const runs = implementations.map((): Run[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [at, thread] of threads.entries()) {
      await setTimeout(pause);
      thread.postMessage("run");
      const [result] = await once(thread, "message");
      if (round >= 0) runs[at].push(result);
    }
  }
  await Promise.all(threads.map((thread) => thread.terminate()));
  return runs;
}

/** What each of those threads does. */
export function serveRuns(): void {
  parentPort?.on("message", () => parentPort?.postMessage(run(implementations[workerData])));
}

function run(implementation: Implementation): Run {
  const { value: world, duration: founding } = time(() => implementation.found());
  let years = noTime;
  let checksum = 0;
  for (let year = model.firstYear; year < model.firstYear + model.years; year++) {
    years = add(years, time(() => world.simulateYear(year)).duration);
    checksum = crc32(world.statuses(), checksum);
  }
  return { founding, years, checksum: checksum.toString(16) };
}
