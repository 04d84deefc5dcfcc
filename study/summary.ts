import type { Cell, ResolvedDesign } from "./cells.ts";
import type { PerformanceName } from "./design.ts";
import { compareEstimands, couldBeEstimand } from "./estimands.ts";
import { cellOf, orderRows } from "./orderRows.ts";
import * as performance from "./performance.ts";
import type { EstimateRow } from "./rows.ts";

/** What a study found of one estimand by one method in one cell. Undefined numbers are NaN, which JSON writes as null. */
export interface EstimandSummary {
  readonly world: string;
  readonly cell: number;
  readonly method: string;
  readonly estimand: string;
  /** Mean over the valid replications; NaN where no truth is defined. */
  readonly truth: number;
  /** Mean over the valid replications, with its Monte Carlo standard error: known without a truth, too. */
  readonly estimate: performance.Measure;
  /** Replications of the method, valid or not. */
  readonly replications: number;
  /** Replications with an estimate; every measure but convergence is over these. */
  readonly valid: number;
  /** The measures the design asks for, in its order. */
  readonly measures: Readonly<Partial<Record<PerformanceName, performance.Measure | performance.Share>>>;
}

/** One cause for which a method gave no estimate in some replications of a cell. */
export interface FailureCause {
  readonly status: string;
  readonly count: number;
  /** The first replication it happened in, to be repeated alone, and its message. */
  readonly firstReplication: number;
  readonly message: string;
}

/**
 * How often a method ran in a cell and why it failed. Nothing is redrawn: failed + valid = replications. A fit that
 * cannot be taken at its word, be it for one collinear or separated column, is left out with all its estimates.
 */
export interface MethodSummary {
  readonly world: string;
  readonly cell: number;
  readonly method: string;
  readonly replications: number;
  readonly failed: number;
  readonly causes: readonly FailureCause[];
  /** Replications whose estimates stand but carry a warning, and the first such warning; "" when there is none. */
  readonly warned: number;
  readonly firstWarning: string;
}

/** An estimand that was asked for. */
export interface RequestedEstimand {
  readonly world: string;
  readonly cell: number;
  readonly estimand: string;
}

export interface StudySummary {
  readonly seed: string;
  readonly replications: number;
  readonly alpha: number;
  /** The varied parameters of each cell, by its index. */
  readonly cells: readonly { readonly world: string; readonly values: Readonly<Record<string, unknown>> }[];
  readonly methods: readonly MethodSummary[];
  readonly estimands: readonly EstimandSummary[];
  /** Estimands of the design that no method gave, although one that is to give them had valid replications. */
  readonly neverEstimated: readonly RequestedEstimand[];
}

/** Summarises the rows of a study, given in any order: the same rows give the same summary to the last bit. */
export function summarise(design: ResolvedDesign, rows: Iterable<EstimateRow>): StudySummary {
  const byMethod = groupBy(orderRows(design, rows), (row) => `${row.cell}\n${row.method}`);
  const methods: MethodSummary[] = [];
  const estimands: EstimandSummary[] = [];
  for (const ofMethod of byMethod) {
    const first = ofMethod[0];
    if (first === undefined) continue;
    const method = summariseMethod(first, ofMethod);
    methods.push(method);
    const cell = cellOf(design, first.cell);
    for (const ofEstimand of estimandGroups(ofMethod, cell)) {
      estimands.push(summariseEstimand(design, ofEstimand, method.replications));
    }
  }
  return {
    seed: design.design.seed,
    replications: design.design.replications,
    alpha: design.design.alpha,
    cells: design.cells.map(({ world, values }) => ({ world, values })),
    methods,
    estimands,
    neverEstimated: design.cells.flatMap((cell) => neverEstimated(cell, methods, estimands)),
  };
}

/** A level of a factor may not occur in any panel. What is missing because its methods failed is told with these. */
function neverEstimated(
  cell: Cell,
  methods: readonly MethodSummary[],
  found: readonly EstimandSummary[],
): RequestedEstimand[] {
  const valid = new Set<string>();
  for (const each of methods) {
    if (each.cell === cell.index && each.failed < each.replications) valid.add(each.method);
  }
  const given = new Set(found.filter((each) => each.cell === cell.index).map(({ estimand }) => estimand));
  return (cell.estimands ?? [])
    .filter((estimand) => {
      const able = cell.methods.filter((method) => couldBeEstimand(method, estimand, cell.scenario));
      const asked = able.length === 0 ? cell.methods : able;
      return !given.has(estimand) && asked.some(({ name }) => valid.has(name));
    })
    .map((estimand) => ({ world: cell.world, cell: cell.index, estimand }));
}

function summariseMethod(first: EstimateRow, rows: readonly EstimateRow[]): MethodSummary {
  const failures = rows.filter((row) => row.status !== "ok");
  const warnings = new Map<number, string>();
  for (const row of rows) {
    if (row.status === "ok" && row.message !== "" && !warnings.has(row.replication)) {
      warnings.set(row.replication, row.message);
    }
  }
  return {
    world: first.world,
    cell: first.cell,
    method: first.method,
    replications: new Set(rows.map((row) => row.replication)).size,
    failed: failures.length,
    causes: groupBy(failures, (row) => row.status).map((ofCause) => ({
      status: ofCause[0]?.status ?? "",
      count: ofCause.length,
      firstReplication: ofCause[0]?.replication ?? 0,
      message: ofCause[0]?.message ?? "",
    })),
    warned: warnings.size,
    firstWarning: [...warnings.values()][0] ?? "",
  };
}

/** The valid rows by estimand, in the order of the specification; a level missing in one replication moves nothing. */
function estimandGroups(rows: readonly EstimateRow[], cell: Cell): EstimateRow[][] {
  const specification = cell.methods.find((method) => method.name === rows[0]?.method);
  const groups = groupBy(
    rows.filter((row) => row.status === "ok"),
    (row) => row.estimand,
  );
  if (specification === undefined) return groups;
  return groups.sort((a, b) => compareEstimands(specification, a[0]?.estimand ?? "", b[0]?.estimand ?? ""));
}

function summariseEstimand(
  design: ResolvedDesign,
  rows: readonly EstimateRow[],
  replications: number,
): EstimandSummary {
  const { world = "", cell = 0, method = "", estimand = "" } = rows[0] ?? {};
  const measures: Partial<Record<PerformanceName, performance.Measure>> = {};
  const every = allMeasures(rows, replications, design.design.alpha);
  for (const name of design.design.performance) measures[name] = every[name]();
  return {
    world,
    cell,
    method,
    estimand,
    truth: performance.mean(rows.map((row) => row.truth)),
    estimate: performance.meanEstimate(rows.map((row) => row.estimate)),
    replications,
    valid: rows.length,
    measures,
  };
}

const UNDEFINED: performance.Measure = { value: Number.NaN, mcse: Number.NaN };

function allMeasures(
  rows: readonly EstimateRow[],
  replications: number,
  alpha: number,
): Record<PerformanceName, () => performance.Measure | performance.Share> {
  const truths = rows.map((row) => row.truth);
  const estimates = rows.map((row) => row.estimate);
  const errors = performance.estimationErrors(estimates, truths);
  const pValues = rows.map((row) => row.pValue);
  // σ̂ = 0 is an estimate without a standard error: it counts for the bias, not for the model SE or the coverage.
  const withInterval = rows.filter((row) => !Number.isNaN(row.stdError));
  const standardErrors = withInterval.map((row) => row.stdError);
  const low = withInterval.map((row) => row.confLow);
  const high = withInterval.map((row) => row.confHigh);
  const covered = withInterval.map((row) => row.truth);
  const hasTruth = !truths.some(Number.isNaN);
  const hasTest = !pValues.some(Number.isNaN);
  // Without a truth the spread of the estimates is still known.
  const spread = hasTruth ? errors : estimates;
  const known = (measure: () => performance.Measure) => (hasTruth ? measure() : UNDEFINED);
  return {
    bias: () => known(() => performance.bias(errors)),
    relativeBias: () => known(() => performance.relativeBias(estimates, truths)),
    empiricalSe: () => performance.empiricalSe(spread),
    modelSe: () => performance.modelSe(standardErrors),
    relativeError: () => performance.relativeErrorOfModelSe(spread, standardErrors),
    mse: () => known(() => performance.meanSquaredError(errors)),
    rmse: () => known(() => performance.rootMeanSquaredError(errors)),
    coverage: () => known(() => performance.coverage(low, high, covered)),
    biasEliminatedCoverage: () =>
      known(() => performance.biasEliminatedCoverage(low, high, covered, performance.bias(errors).value)),
    rejection: () => (hasTest ? performance.rejection(pValues, alpha) : UNDEFINED),
    intervalWidth: () => performance.intervalWidth(low, high),
    convergence: () => performance.convergence(rows.length, replications),
  };
}

/** Groups in the order of their first member. */
function groupBy<Item>(items: Iterable<Item>, key: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
