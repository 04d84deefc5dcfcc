import { spawn } from "node:child_process";
import { textTable } from "../cli/textTable.ts";
import { availableCores } from "../workers/nodeEndpoint.ts";
import { type FitTask, fitArgument, type MeasuredFit, quadratureNodes } from "./fitProcess.ts";
import { median } from "./timing.ts";

const publishedGroups = 63_608;
const rounds = 5;

const randomEffects = { model: "random effects", size: publishedGroups } as const;
const fits: readonly { readonly name: string; readonly task: FitTask }[] = [
  {
    name: "random effects and its tests, WebAssembly",
    task: { ...randomEffects, kernel: "wasm", tests: true },
  },
  { name: "random effects, WebAssembly", task: { ...randomEffects, kernel: "wasm" } },
  { name: "random effects, plain", task: { ...randomEffects, kernel: "plain" } },
];

/** Two threads on one fit beside one thread, and beside two processes that have nothing in common. */
export async function threads(): Promise<string> {
  const rows: string[][] = [];
  for (const { name, task } of fits) rows.push(rowOf(name, await measured(task)));
  const figures = ["one thread, s", "two, s", "speed-up", "two processes, s", "at most", "CPU s, one", "two"];
  const callers = ["calling thread's CPU s, one", "two", "ratio"];
  return [
    `One fit in a fresh process, from arrays in memory, by the clock: with one thread, with two, and twice at once in two processes, in turns; medians of ${rounds} rounds. ` +
      `63,608 groups in six years, 46 coefficients, ${quadratureNodes} nodes. "at most" is what two processes do in the time of one: this machine's two cores can give no better. ` +
      "The calling thread's CPU time is what the clock would show with cores of its own, but for waiting.",
    textTable(
      ["fit", ...figures, ...callers].map((title) => ({ title, align: title === "fit" ? "left" : "right" })),
      rows,
    ),
    ...(availableCores() < 2 ? ["There is one core: nothing can be gained."] : []),
  ].join("\n\n");
}

interface Round {
  readonly one: MeasuredFit;
  readonly two: MeasuredFit;
  /** The slower of two processes. */
  readonly apart: number;
}

async function measured(task: FitTask): Promise<Round[]> {
  const all: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const [one] = await fitsAtOnce(task, 1);
    const [two] = await fitsAtOnce({ ...task, threads: 2 }, 1);
    const apart = await fitsAtOnce(task, 2);
    all.push({ one, two, apart: Math.max(...apart.map(({ wall }) => wall)) });
  }
  return all;
}

function rowOf(name: string, all: readonly Round[]): string[] {
  const of = (figure: (round: Round) => number) => median(all.map(figure));
  const seconds = (figure: (round: Round) => number) => (of(figure) / 1000).toFixed(2);
  return [
    name,
    seconds(({ one }) => one.wall),
    seconds(({ two }) => two.wall),
    of(({ one, two }) => one.wall / two.wall).toFixed(2),
    seconds(({ apart }) => apart),
    of(({ one, apart }) => (2 * one.wall) / apart).toFixed(2),
    seconds(({ one }) => one.cpu),
    seconds(({ two }) => two.cpu),
    ...(all[0].one.callerCpu === null
      ? ["", "", ""]
      : [
          seconds(({ one }) => one.callerCpu ?? 0),
          seconds(({ two }) => two.callerCpu ?? 0),
          of(({ one, two }) => (one.callerCpu ?? 0) / (two.callerCpu ?? 0)).toFixed(2),
        ]),
  ];
}

/** So many processes that make their data, wait for each other, and then fit. */
async function fitsAtOnce(task: FitTask, count: number): Promise<MeasuredFit[]> {
  const [, script] = process.argv;
  const processes = Array.from({ length: count }, () => {
    const own = spawn(process.execPath, [script, fitArgument, JSON.stringify({ ...task, waits: true })], {
      stdio: ["pipe", "pipe", "pipe"],
    });
    let output = "";
    own.stdout.on("data", (text) => {
      output += text;
    });
    const ready = new Promise<void>((resolve) => own.stderr.once("data", () => resolve()));
    const done = new Promise<MeasuredFit>((resolve, reject) => {
      own.on("error", reject);
      own.on("close", (code) => {
        if (code === 0) resolve(JSON.parse(output));
        else reject(new Error(`a fit ended with exit code ${code}`));
      });
    });
    return { own, ready, done };
  });
  // A process that fails before it is ready is heard of as well.
  await Promise.all(processes.map(({ ready, done }) => Promise.race([ready, done])));
  for (const { own } of processes) own.stdin.end();
  return Promise.all(processes.map(({ done }) => done));
}
