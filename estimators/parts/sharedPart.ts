import { createKernelMemory, type DesignSizes } from "../kernels/kernelMemory.ts";
import type { KernelName } from "../kernels/kernelOption.ts";
import type { SplitDesign } from "../splitDesign/splitDesign.ts";

/** Some adjacent groups of a design, and where caller and thread leave numbers for each other; all in shared memory. */
export interface SharedPart {
  readonly sizes: DesignSizes;
  readonly kernel: KernelName;
  /** As in `SplitDesign`, its first row and group being 0. */
  readonly start: Int32Array;
  readonly varying: Float64Array;
  readonly constant: Float64Array;
  readonly varyingCodes: Int32Array;
  readonly constantCodes: Int32Array;
  readonly exchange: PartExchange;
}

export interface PartExchange {
  /** From the caller: 2y − 1 and the offset by position, the coefficients by slot. */
  readonly signs: Float64Array;
  readonly offset: Float64Array;
  readonly coefficients: Float64Array;
  /** By group: where to start from, and where the modes were found. */
  readonly modes: Float64Array;
  /** What an evaluation leaves, as its kernel does. */
  readonly gradient: Float64Array;
  readonly sums: Float64Array;
  /** What "scores" leaves: by position, and by group. */
  readonly rowScores: Float64Array;
  readonly lnSigmaScores: Float64Array;
}

export interface PartRequest {
  /** The pooled probit's value with derivatives; that of random effects without and with; the gradient before it is summed. */
  readonly task: "pooled" | "value" | "derivatives" | "scores";
  readonly hasOffset: boolean;
  /** Of the pooled probit 0 and 0. */
  readonly quadratureNodes: number;
  readonly sigma: number;
}

/** Copies the groups `from` to `to` − 1 of a design. */
export function sharePart(
  design: SplitDesign,
  from: number,
  to: number,
  allocate: (bytes: number) => ArrayBufferLike,
): SharedPart {
  const { varyingCount, constantCount, varyingFactors, constantFactors, slots, rowGroups } = design;
  const first = rowGroups.start[from];
  const end = rowGroups.start[to];
  const rows = end - first;
  const groups = to - from;
  const numbers = (length: number) => new Float64Array(allocate(8 * length));
  const integers = (length: number) => new Int32Array(allocate(4 * length));
  const copyOfNumbers = (values: Float64Array): Float64Array => {
    const copy = numbers(values.length);
    copy.set(values);
    return copy;
  };
  const copyOfIntegers = (values: Int32Array): Int32Array => {
    const copy = integers(values.length);
    copy.set(values);
    return copy;
  };
  const start = integers(groups + 1);
  for (let group = 0; group <= groups; group++) start[group] = rowGroups.start[from + group] - first;
  return {
    sizes: {
      ...{ rows, groups, largest: rowGroups.largest, slots },
      ...{ varyingCount, constantCount, varyingFactors, constantFactors },
    },
    kernel: design.kernel === null ? "plain" : "wasm",
    start,
    varying: copyOfNumbers(design.varying.subarray(first * varyingCount, end * varyingCount)),
    constant: copyOfNumbers(design.constant.subarray(from * constantCount, to * constantCount)),
    varyingCodes: copyOfIntegers(design.varyingCodes.subarray(first * varyingFactors, end * varyingFactors)),
    constantCodes: copyOfIntegers(
      design.constantCodes.subarray(from * constantFactors, to * constantFactors),
    ),
    exchange: {
      signs: numbers(rows),
      offset: numbers(rows),
      coefficients: numbers(slots),
      modes: numbers(groups),
      gradient: numbers(slots + 1),
      sums: numbers((slots + 1) * (slots + 1)),
      rowScores: numbers(rows),
      lnSigmaScores: numbers(groups),
    },
  };
}

/** The part as a design of its own, copied to where its kernel works. Terms and columns as given are not known to it. */
export function designOfPart(shared: SharedPart): SplitDesign {
  const { sizes, start, varying, constant, varyingCodes, constantCodes } = shared;
  const memory = shared.kernel === "wasm" ? createKernelMemory(sizes) : null;
  memory?.start.set(start);
  memory?.varying.set(varying);
  memory?.constant.set(constant);
  memory?.varyingCodes.set(varyingCodes);
  memory?.constantCodes.set(constantCodes);
  const { rows, groups, largest, ...counts } = sizes;
  return {
    ...counts,
    rowGroups: { groups, start, order: Int32Array.from({ length: rows }, (_, row) => row), largest },
    varying: memory?.varying ?? varying,
    constant: memory?.constant ?? constant,
    varyingCodes: memory?.varyingCodes ?? varyingCodes,
    constantCodes: memory?.constantCodes ?? constantCodes,
    slotOfTerm: new Int32Array(0),
    interceptTerm: -1,
    centre: new Float64Array(0),
    scale: new Float64Array(0),
    kernel: memory,
    parts: null,
  };
}
