import type { SplitDesign } from "../splitDesign/splitDesign.ts";
import type { ThreadSession } from "./fitThreads.ts";
import { type PartExchange, type PartRequest, type SharedPart, sharePart } from "./sharedPart.ts";

/** What evaluates a range of groups in the calling thread; see `QuadratureKernel` and `PooledKernel`. */
export interface RangeKernel {
  readonly evaluateRange: (from: number, to: number) => number;
  readonly gradient: Float64Array;
  readonly sums: Float64Array;
  /** By group of the whole design; null where there are none. */
  readonly modes: Float64Array | null;
}

/** The groups of one design, divided among threads. */
export interface GroupParts {
  /** The value of the whole; fills `gradient` and `sums` where the request has derivatives. */
  readonly sum: (
    request: PartRequest,
    data: LikelihoodData,
    kernel: RangeKernel,
    gradient: Float64Array,
    sums: Float64Array,
  ) => number;
  /** Lets every part do its share of something by group that is written down rather than summed. */
  readonly each: (
    request: PartRequest,
    data: LikelihoodData,
    own: (from: number, to: number) => void,
    take: (exchange: PartExchange, fromGroup: number, fromRow: number) => void,
  ) => void;
}

export interface LikelihoodData {
  readonly signs: Float64Array;
  readonly offset: Float64Array | null;
  /** By slot. */
  readonly coefficients: Float64Array;
}

interface OtherPart {
  readonly part: number;
  readonly from: number;
  readonly to: number;
  readonly exchange: PartExchange;
}

/**
 * Divides the groups into a part for each thread, of about as many rows, by the design alone, and gives the threads theirs. A part whose
 * thread is lost is evaluated by the caller, from the same modes in the same order: to the same bytes.
 */
export function divideGroups(design: SplitDesign, session: ThreadSession): GroupParts {
  const { count } = session;
  const { groups, start } = design.rowGroups;
  const bounds = boundsOfParts(groups, start, count);
  const own = bounds[1];
  const others: OtherPart[] = [];
  for (let part = 1; part < count; part++) {
    const shared: SharedPart = sharePart(design, bounds[part], bounds[part + 1], session.allocate);
    session.open(part, shared);
    others.push({ part, from: bounds[part], to: bounds[part + 1], exchange: shared.exchange });
  }
  let known: Pick<LikelihoodData, "signs" | "offset"> | null = null;

  const ask = (
    request: PartRequest,
    { signs, offset, coefficients }: LikelihoodData,
    modes: Float64Array | null,
  ) => {
    const fresh = known?.signs !== signs || known.offset !== offset;
    known = { signs, offset };
    for (const { part, from, to, exchange } of others) {
      if (fresh) {
        exchange.signs.set(signs.subarray(start[from], start[to]));
        if (offset !== null) exchange.offset.set(offset.subarray(start[from], start[to]));
      }
      exchange.coefficients.set(coefficients);
      if (modes !== null) exchange.modes.set(modes.subarray(from, to));
      session.ask(part, request);
    }
  };

  const sum: GroupParts["sum"] = (request, data, kernel, gradient, sums) => {
    ask(request, data, kernel.modes);
    const derivatives = request.task !== "value";
    let value = kernel.evaluateRange(0, own);
    if (derivatives) {
      gradient.set(kernel.gradient.subarray(0, gradient.length));
      sums.set(kernel.sums.subarray(0, sums.length));
    }
    for (const { part, from, to, exchange } of others) {
      const answer = session.wait(part);
      const { gradient: moreGradient, sums: moreSums } = answer === null ? kernel : exchange;
      if (answer === null) value += kernel.evaluateRange(from, to);
      else {
        value += answer;
        kernel.modes?.set(exchange.modes, from);
      }
      if (!derivatives) continue;
      for (let i = 0; i < gradient.length; i++) gradient[i] += moreGradient[i];
      for (let i = 0; i < sums.length; i++) sums[i] += moreSums[i];
    }
    return value;
  };

  const each: GroupParts["each"] = (request, data, evaluateOwn, take) => {
    ask(request, data, null);
    evaluateOwn(0, own);
    for (const { part, from, to, exchange } of others) {
      if (session.wait(part) === null) evaluateOwn(from, to);
      else take(exchange, from, start[from]);
    }
  };
  return { sum, each };
}

/** First group of each part, and the number of groups: a part ends with the group that fills its share of the rows. */
function boundsOfParts(groups: number, start: Int32Array, count: number): number[] {
  const bounds = [0];
  let group = 0;
  for (let part = 1; part < count; part++) {
    while (group < groups && start[group] * count < part * start[groups]) group++;
    bounds.push(group);
  }
  return [...bounds, groups];
}
