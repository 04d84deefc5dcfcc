import type { Cell, ResolvedDesign } from "./cells.ts";
import { derivedEstimand } from "./derivedEstimands.ts";
import type { PerformanceName } from "./design.ts";
import { compareEstimands, couldBeEstimand } from "./estimands.ts";
import type { EstimandTally, FailureBounds } from "./estimandTally.ts";
import { dataDigest } from "./log/digest.ts";
import { type FailureFlag, MOST_FAILURES, wide } from "./measures/failureBounds.ts";
import type { PairedMeasures } from "./measures/pairTally.ts";
import type * as performance from "./measuresOfMoments.ts";
import { type EstimandTallies, type MethodSummary, talliesOfCell } from "./methodTally.ts";
import { type RowSource, rowsInMemory } from "./rowSource.ts";
import type { EstimateRow } from "./rows.ts";
import type { CellLook } from "./until/untilRounds.ts";
import { type Verdict, verdictOf } from "./verdict/verdict.ts";

export type { FailureBounds } from "./estimandTally.ts";
export type { Bounds, FailureFlag } from "./measures/failureBounds.ts";
export type { PairedMeasures } from "./measures/pairTally.ts";
export type { PairedShare } from "./measuresOfPairs.ts";
export type { FailureCause, MethodSummary } from "./methodTally.ts";

/** The measures the design asks for, in its order. */
export type Measures = Readonly<Partial<Record<PerformanceName, performance.Measure | performance.Share>>>;

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
  readonly measures: Measures;
  /** What rejection and coverage would be at least and at most, had every replication given an estimate. */
  readonly bounds: FailureBounds;
  readonly flags: readonly FailureFlag[];
  /** Over the replications in which every compared method is valid; null where no other method gives the estimand. */
  readonly listWise: ListWise | null;
}

/** What a study found of one estimand by one method in the replications in which every compared method is valid. */
export interface ListWise {
  readonly truth: number;
  readonly estimate: performance.Measure;
  readonly valid: number;
  readonly measures: Measures;
}

/** A method beside the reference, the first method of the cell that estimates the same, on the same data. */
export interface MethodComparison extends PairedMeasures {
  readonly world: string;
  readonly cell: number;
  readonly estimand: string;
  readonly method: string;
  readonly reference: string;
}

/** An estimand that was asked for. */
export interface RequestedEstimand {
  readonly world: string;
  readonly cell: number;
  readonly estimand: string;
}

/** How a cell came to its replications where the design has a rule. */
export type StoppedCell = Pick<CellLook, "cell" | "look" | "replications" | "errors" | "stop">;

export interface StudySummary {
  /** Digest of the design (`dataDigest`), which names the study. */
  readonly design: string;
  readonly seed: string;
  /** Of each cell; the most of them where the design has a rule. */
  readonly replications: number;
  /** The last look at each cell; only where the design has a rule. */
  readonly stopping?: readonly StoppedCell[];
  readonly alpha: number;
  /** The varied parameters of each cell, by its index. */
  readonly cells: readonly { readonly world: string; readonly values: Readonly<Record<string, unknown>> }[];
  readonly methods: readonly MethodSummary[];
  readonly estimands: readonly EstimandSummary[];
  /** In the order of the methods and their estimands; none where a cell has one method for each. */
  readonly comparisons: readonly MethodComparison[];
  /** Estimands of the design that no method gave, although one that is to give them had valid replications. */
  readonly neverEstimated: readonly RequestedEstimand[];
  /** Where the design asks for one. */
  readonly verdict?: Verdict;
}

/** Summarises the rows of a study, given in any order: the same rows give the same summary to the last bit. */
export function summarise(design: ResolvedDesign, rows: Iterable<EstimateRow>): StudySummary {
  return summariseSource(design, rowsInMemory(design, rows));
}

/** The same of rows kept anywhere, which are asked for twice: memory does not grow with the replications. */
export function summariseSource(
  design: ResolvedDesign,
  source: RowSource,
  stopping?: readonly StoppedCell[],
): StudySummary {
  const methods: MethodSummary[] = [];
  const estimands: EstimandSummary[] = [];
  const comparisons: MethodComparison[] = [];
  for (const cell of design.cells) {
    for (const { summary, estimands: tallies } of talliesOfCell(cell, source, design.design.alpha)) {
      const found: EstimandSummary[] = [];
      for (const [estimand, of] of inOrder(tallies, cell, summary.method)) {
        found.push(summariseEstimand(design, summary, estimand, of));
        if (of.pairs === null) continue;
        const { world, method } = summary;
        const { reference, tally } = of.pairs;
        comparisons.push({ world, cell: cell.index, estimand, method, reference, ...tally.measures() });
      }
      // Where every replication failed there is no estimand to carry the flag.
      const flags = summary.failure.value > MOST_FAILURES ? (["failures"] as const) : [];
      methods.push({ ...summary, flags: [...new Set([...flags, ...found.flatMap((each) => each.flags)])] });
      estimands.push(...found);
    }
  }
  const summary = {
    design: dataDigest(design.design),
    seed: design.design.seed,
    replications: design.design.replications,
    ...(stopping === undefined ? {} : { stopping }),
    alpha: design.design.alpha,
    cells: design.cells.map(({ world, values }) => ({ world, values })),
    methods,
    estimands,
    comparisons,
    neverEstimated: design.cells.flatMap((cell) => neverEstimated(cell, methods, estimands)),
  };
  const { verdict } = design.design;
  return verdict === undefined ? summary : { ...summary, verdict: verdictOf(verdict, summary) };
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
  estimands: ReadonlyMap<string, EstimandTallies>,
  { methods }: Cell,
  method: string,
): [string, EstimandTallies][] {
  const specification = methods.find(({ name }) => name === method);
  const entries = [...estimands];
  return specification === undefined
    ? entries
    : entries.sort(([a], [b]) => compareEstimands(specification, a, b));
}

function summariseEstimand(
  { design }: ResolvedDesign,
  { world, cell, method, replications }: Omit<MethodSummary, "flags">,
  estimand: string,
  { caseWise, listWise }: EstimandTallies,
): EstimandSummary {
  return {
    world,
    cell,
    method,
    estimand,
    truth: caseWise.truth(),
    estimate: caseWise.estimate(),
    replications,
    valid: caseWise.valid(),
    measures: measuresOf(caseWise, replications, estimand, design.performance),
    bounds: caseWise.bounds(replications),
    flags: flagsOf(caseWise, replications),
    listWise: listWise && {
      truth: listWise.truth(),
      estimate: listWise.estimate(),
      valid: listWise.valid(),
      measures: measuresOf(listWise, replications, estimand, design.performance),
    },
  };
}

function measuresOf(
  tally: EstimandTally,
  replications: number,
  estimand: string,
  names: readonly PerformanceName[],
): Measures {
  const measures: Partial<Record<PerformanceName, performance.Measure>> = {};
  const every = tally.measures(replications);
  // A ratio is above 0 on either side of its null, 1: types S and M are told of its logarithm, the term itself.
  const signed = derivedEstimand(estimand)?.kind !== "hazardRatio";
  for (const name of names) {
    const told = signed || (name !== "typeS" && name !== "typeM");
    measures[name] = told ? every[name]() : { value: Number.NaN, mcse: Number.NaN };
  }
  return measures;
}

function flagsOf(tally: EstimandTally, replications: number): FailureFlag[] {
  const { rejection, coverage } = tally.bounds(replications);
  const every = tally.measures(replications);
  const flags: FailureFlag[] = [];
  if ((replications - tally.valid()) / replications > MOST_FAILURES) flags.push("failures");
  if (wide(rejection, every.rejection())) flags.push("rejectionBounds");
  if (wide(coverage, every.coverage())) flags.push("coverageBounds");
  return flags;
}
