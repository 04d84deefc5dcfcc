import { textTable } from "../cli/textTable.ts";
import { type FitTask, fitInFreshProcess, type MeasuredFit, quadratureNodes } from "./fitProcess.ts";
import { coxph, glm, glmer, type RFit } from "./rPeers.ts";
import { median } from "./timing.ts";

/** Firms × destinations of the published panel, and a hundredth of them. */
const publishedGroups = 63_608;
const fewGroups = 636;
const repetitions = 3;

/** A fit at full scale with what it is to stay below. */
interface Goal {
  readonly name: string;
  readonly task: FitTask;
  /** CPU seconds in a fresh process. */
  readonly seconds?: number;
  readonly iterations?: number;
  /** Memory beside the data, as a multiple of the data. */
  readonly memory?: number;
}

const pooled = { model: "pooled", size: publishedGroups } as const;
const randomEffects = { model: "random effects", size: publishedGroups } as const;

const goals: readonly Goal[] = [
  {
    name: "probit, WebAssembly",
    task: { ...pooled, kernel: "wasm" },
    ...{ seconds: 0.5, iterations: 9, memory: 1.2 },
  },
  {
    name: "probit, plain",
    task: { ...pooled, kernel: "plain" },
    ...{ seconds: 0.8, iterations: 9, memory: 1.2 },
  },
  {
    name: "random effects, WebAssembly",
    task: { ...randomEffects, kernel: "wasm" },
    ...{ seconds: 1.5, iterations: 7, memory: 1.2 },
  },
  {
    name: "random effects, plain",
    task: { ...randomEffects, kernel: "plain" },
    ...{ seconds: 2.5, iterations: 7, memory: 1.2 },
  },
  {
    name: "random effects and its tests, WebAssembly",
    task: { ...randomEffects, kernel: "wasm", tests: true },
  },
  { name: "Cox, 200,000 rows", task: { model: "Cox", size: 200_000 }, seconds: 0.3, memory: 1.2 },
  { name: "Cox, 1,000,000 rows", task: { model: "Cox", size: 1_000_000 }, seconds: 1, memory: 1.2 },
];

/** Fits at full scale beside their goals, and beside R on the same data. */
export function estimators(): string {
  const fits = goals.map(({ task }) => repeated(task));
  const fastest = (task: FitTask): MeasuredFit =>
    fits.find((_, at) => sameTask(goals[at].task, task)) ?? repeated(task);
  return [
    `CPU seconds of a fit in a fresh process (compilation included, all its threads), from arrays in memory; medians of ${repetitions}. ` +
      `The probit has ${publishedGroups} groups in six years and 46 coefficients, random effects ${quadratureNodes} nodes; Cox has Efron's ties and 12 covariates. ` +
      "Memory is the most the process held, less what it held before there were data, less the data.",
    textTable(
      [
        { title: "fit", align: "left" },
        { title: "rows", align: "right" },
        { title: "CPU s", align: "right" },
        { title: "goal", align: "right" },
        { title: "wall s", align: "right" },
        { title: "iterations", align: "right" },
        { title: "goal", align: "right" },
        { title: "data, MB", align: "right" },
        { title: "memory, × data", align: "right" },
        { title: "goal", align: "right" },
      ],
      goals.map((goal, at) => goalRow(goal, fits[at])),
    ),
    "R on the same data, CPU seconds of the fit alone:",
    textTable(
      [
        { title: "fit", align: "left" },
        { title: "ours", align: "right" },
        { title: "R", align: "right" },
        { title: "R / ours", align: "right" },
        { title: "log-likelihood, ours", align: "right" },
        { title: "R's", align: "right" },
      ],
      [
        besideR("probit: glm", fastest({ ...pooled, kernel: "wasm" }), glm(publishedGroups)),
        ...[undefined, 4].map((columns) =>
          besideR(
            `random effects, ${fewGroups} groups, ${columns === undefined ? 46 : columns + 1} coefficients: lme4::glmer, ${quadratureNodes} nodes`,
            fastest({
              ...{ model: "random effects", size: fewGroups, kernel: "wasm" },
              ...(columns === undefined ? {} : { columns }),
            }),
            glmer(fewGroups, columns, quadratureNodes),
          ),
        ),
        besideR("Cox, 200,000 rows: coxph", fastest({ model: "Cox", size: 200_000 }), coxph(200_000)),
      ],
    ),
  ].join("\n\n");
}

function repeated(task: FitTask): MeasuredFit {
  const fits = Array.from({ length: repetitions }, () => fitInFreshProcess(task));
  const of = (figure: "cpu" | "wall" | "extra") => median(fits.map((fit) => fit[figure]));
  return { ...fits[0], cpu: of("cpu"), wall: of("wall"), extra: of("extra") };
}

function sameTask(one: FitTask, other: FitTask): boolean {
  const own = [one.model, one.size, one.kernel, one.columns, one.tests];
  return own.every(
    (value, at) => value === [other.model, other.size, other.kernel, other.columns, other.tests][at],
  );
}

function goalRow({ name, seconds, iterations, memory }: Goal, fit: MeasuredFit): string[] {
  const atMost = (goal: number | undefined) => (goal === undefined ? "" : `≤ ${goal}`);
  return [
    name,
    String(fit.rows),
    inSeconds(fit.cpu),
    atMost(seconds),
    inSeconds(fit.wall),
    `${fit.iterations}${fit.converged ? "" : " (not converged)"}`,
    atMost(iterations),
    (fit.data / 2 ** 20).toFixed(0),
    (fit.extra / fit.data).toFixed(2),
    atMost(memory),
  ];
}

function besideR(name: string, ours: MeasuredFit, theirs: RFit): string[] {
  const own = [name, inSeconds(ours.cpu)];
  if ("reason" in theirs) return [...own, theirs.reason, "", ours.logLikelihood.toFixed(4), ""];
  const { cpu, logLikelihood } = theirs;
  return [
    ...own,
    inSeconds(cpu),
    (cpu / ours.cpu).toFixed(1),
    ours.logLikelihood.toFixed(4),
    logLikelihood.toFixed(4),
  ];
}

function inSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}
