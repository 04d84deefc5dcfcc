import type { Cell, ResolvedDesign } from "./cells.ts";
import type { PerformanceName } from "./design.ts";
import { compareEstimands, couldBeEstimand } from "./estimands.ts";
import type { EstimandTally } from "./estimandTally.ts";
import type * as performance from "./measuresOfMoments.ts";
import { type MethodSummary, talliesOfCell } from "./methodTally.ts";
import { type RowSource, rowsInMemory } from "./rowSource.ts";
import type { EstimateRow } from "./rows.ts";

export type { FailureCause, MethodSummary } from "./methodTally.ts";

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
  return summariseSource(design, rowsInMemory(design, rows));
}

/** The same of rows kept anywhere, which are asked for twice: memory does not grow with the replications. */
export function summariseSource(design: ResolvedDesign, source: RowSource): StudySummary {
  const methods: MethodSummary[] = [];
  const estimands: EstimandSummary[] = [];
  for (const cell of design.cells) {
    for (const tally of talliesOfCell(cell, source, design.design.alpha)) {
      methods.push(tally.summary);
      for (const [estimand, of] of inOrder(tally.estimands, cell, tally.summary.method)) {
        estimands.push(summariseEstimand(design, tally.summary, estimand, of));
      }
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

/** In the order of the specification; a level missing in one replication moves nothing. */
function inOrder(
  estimands: ReadonlyMap<string, EstimandTally>,
  { methods }: Cell,
  method: string,
): [string, EstimandTally][] {
  const specification = methods.find(({ name }) => name === method);
  const entries = [...estimands];
  return specification === undefined
    ? entries
    : entries.sort(([a], [b]) => compareEstimands(specification, a, b));
}

function summariseEstimand(
  { design }: ResolvedDesign,
  { world, cell, method, replications }: MethodSummary,
  estimand: string,
  tally: EstimandTally,
): EstimandSummary {
  const measures: Partial<Record<PerformanceName, performance.Measure>> = {};
  const every = tally.measures(replications);
  for (const name of design.performance) measures[name] = every[name]();
  return {
    world,
    cell,
    method,
    estimand,
    truth: tally.truth(),
    estimate: tally.estimate(),
    replications,
    valid: tally.valid(),
    measures,
  };
}
