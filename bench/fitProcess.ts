import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeSync } from "node:fs";
import { fitCox } from "../estimators/cox/fitCox.ts";
import type { KernelName } from "../estimators/kernels/kernelOption.ts";
import type { ModelMatrix } from "../estimators/modelMatrix.ts";
import { fitProbit } from "../estimators/probit/fitProbit.ts";
import { fitRandomEffectsProbit } from "../estimators/randomEffects/fitRandomEffectsProbit.ts";
import { fitThreads } from "../workers/fitThreads.ts";
import { narrowPanel } from "./data/binaryPanel.ts";
import { durations } from "./data/durations.ts";
import { stopwatch } from "./timing.ts";

export const quadratureNodes = 12;

export interface FitTask {
  readonly model: "pooled" | "random effects" | "Cox";
  /** Groups of a binary panel, rows of durations. */
  readonly size: number;
  readonly kernel?: KernelName;
  /** So many columns of the binary panel, and no factors; all of it by default. */
  readonly columns?: number;
  /** Whether the tests against the models without regressors and without random effect are made too. */
  readonly tests?: boolean;
  /** Of random effects; 1 by default. */
  readonly threads?: number;
  /** Whether to say on standard error that the data are made, and to fit when standard input ends. */
  readonly waits?: boolean;
}

/** What a fit says of itself, and what it cost. */
export interface MeasuredFit {
  readonly rows: number;
  readonly terms: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly logLikelihood: number;
  /** Milliseconds, from arrays in memory: compilation included, all threads of the process. */
  readonly cpu: number;
  readonly wall: number;
  /** Processor time of the thread that called, in milliseconds; null where the system does not say (Linux does). */
  readonly callerCpu: number | null;
  /** Bytes of the arrays that went in. */
  readonly data: number;
  /** Bytes: the most the process ever held, less what it held before there were data, less the data. */
  readonly extra: number;
}

/** Makes the data and fits, in this process. */
export function fitHere(task: FitTask): MeasuredFit {
  const base = process.memoryUsage().rss;
  const { data, rows, run } = prepared(task);
  if (task.waits === true) {
    writeSync(2, "ready\n");
    readFileSync(0);
  }
  const before = ownProcessorTime();
  const read = stopwatch();
  const { terms, iterations, converged, logLikelihood } = run();
  const { cpu, wall } = read();
  const after = ownProcessorTime();
  const peak = process.resourceUsage().maxRSS * 1024;
  return {
    ...{ rows, terms: terms.length, iterations, converged, logLikelihood },
    ...{ cpu, wall, data, extra: peak - base - data },
    callerCpu: before === null || after === null ? null : after - before,
  };
}

/** Of the main thread. */
function ownProcessorTime(): number | null {
  const file = `/proc/self/task/${process.pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, "utf8").split(" ")[0]) / 1e6 : null;
}

function prepared({ model, size, kernel, columns, tests, threads = 1 }: FitTask) {
  if (model === "Cox") {
    const data = durations(size);
    const { matrix, start, stop, event } = data;
    const arrays = [...columnsOf(matrix), stop, event, ...(start === undefined ? [] : [start])];
    return { data: bytesOf(arrays), rows: size, run: () => fitCox(data) };
  }
  const { matrix, outcome, group } = narrowPanel(size, columns);
  const chosen = kernel === undefined ? {} : { kernel };
  return {
    data: bytesOf([...columnsOf(matrix), outcome, group]),
    rows: matrix.rows,
    run: () =>
      model === "pooled"
        ? fitProbit(matrix, outcome, { ...chosen, group })
        : fitRandomEffectsProbit(matrix, outcome, group, {
            ...chosen,
            quadratureNodes,
            tests: tests === true,
            threads: fitThreads(threads),
          }),
  };
}

function columnsOf({ numeric, factors }: ModelMatrix): unknown[] {
  return [...numeric.map(({ values }) => values), ...factors.map(({ codes }) => codes)];
}

function bytesOf(arrays: readonly unknown[]): number {
  return arrays.reduce<number>((sum, array) => sum + (ArrayBuffer.isView(array) ? array.byteLength : 0), 0);
}

/** The same in a process of its own, which has compiled nothing yet. */
export function fitInFreshProcess(task: FitTask): MeasuredFit {
  const [, script] = process.argv;
  const output = execFileSync(process.execPath, [script, fitArgument, JSON.stringify(task)], {
    encoding: "utf8",
  });
  return JSON.parse(output);
}

/** First argument of the bench's own fresh processes; `main.ts` knows it. */
export const fitArgument = "--fit";
