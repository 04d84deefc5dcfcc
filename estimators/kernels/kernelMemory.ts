import { EXP_TABLE, LOG_TABLE } from "../../numerics/elementary.ts";
import { KERNEL_MODULE } from "./module.ts";

/** `Layout` of `assembly/layout.ts`, field for field. */
export const LAYOUT_FIELDS = [
  ...["expTable", "logHigh", "logLow"],
  ...["start", "varying", "varyingCount", "constant", "constantCount"],
  ...["varyingCodes", "varyingFactors", "constantCodes", "constantFactors", "slots"],
  ...["signs", "offset", "coefficients", "index", "modes"],
  ...["gradient", "sums", "stride"],
  ...["weighted", "rowSums", "columnSums", "totals", "scaledConstants", "firstGroup", "gathered"],
  ...["rowScores", "rowCurvatures"],
  ...["half", "nodes", "logWeights"],
  ...["summary", "modeCurvature", "modeThird"],
  ...["score", "curvature", "scoreSum", "curvatureSum", "ratio", "exponent", "middle", "density"],
  ...["spread", "shift", "omega"],
  ...["rowScore", "rowCross", "within", "lnSigma", "weightedScore"],
];

const PAGE = 65536;
const LARGEST_MEMORY = 2 ** 31 - PAGE;
/** `crossProduct.ts` gathers as many. */
const GROUPS_AT_ONCE = 64;
/** Twice the 128 that may be asked for. */
const MOST_NODES = 256;

/** The sizes of a split design. */
export interface DesignSizes {
  readonly rows: number;
  readonly groups: number;
  /** Rows of the largest group. */
  readonly largest: number;
  readonly varyingCount: number;
  readonly constantCount: number;
  readonly varyingFactors: number;
  readonly constantFactors: number;
  readonly slots: number;
}

interface KernelExports {
  readonly quadratureRange: (
    layout: number,
    sigma: number,
    from: number,
    to: number,
    derivatives: number,
  ) => number;
  readonly pooledRange: (layout: number, from: number, to: number) => number;
  readonly gram: (layout: number, groups: number, largest: number) => void;
}

/**
 * The memory of one design and one instance of the WebAssembly kernels that work in it. Its size never changes, so that the
 * arrays, which are views of it, never become empty. Nothing is kept from one evaluation to the next but the design.
 */
export interface KernelMemory {
  /** Of the design, for `splitDesign` to fill. */
  readonly start: Int32Array;
  readonly varying: Float64Array;
  readonly constant: Float64Array;
  readonly varyingCodes: Int32Array;
  readonly constantCodes: Int32Array;
  /** Of the likelihood, for it to fill. */
  readonly signs: Float64Array;
  readonly offset: Float64Array;
  readonly coefficients: Float64Array;
  readonly modes: Float64Array;
  readonly nodes: Float64Array;
  readonly logWeights: Float64Array;
  /** What an evaluation leaves: for a model with `further` parameters stride = slots + further. */
  readonly gradient: Float64Array;
  readonly sums: Float64Array;
  /** Tells the kernels of an offset, of parameters that are not coefficients, and of half the count of nodes. */
  readonly describe: (problem: { hasOffset: boolean; further: number; half: number }) => void;
  readonly quadratureRange: (sigma: number, from: number, to: number, derivatives: boolean) => number;
  readonly pooledRange: (from: number, to: number) => number;
  /** Leaves X'X of the whole design in `sums`. */
  readonly gram: () => void;
}

let compiled: WebAssembly.Module | null | undefined;

/** The compiled module; null where there is no WebAssembly, or none with 128-bit lanes. */
function kernelModule(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  compiled = null;
  if (typeof WebAssembly === "undefined") return compiled;
  const bytes = Uint8Array.from(atob(KERNEL_MODULE), (character) => character.charCodeAt(0));
  try {
    // Old browsers also refuse to compile at once, outside workers, what is not small.
    if (WebAssembly.validate(bytes)) compiled = new WebAssembly.Module(bytes);
  } catch {
    compiled = null;
  }
  return compiled;
}

/** Null where the kernels cannot run: without WebAssembly and its lanes, or without room for the design. */
export function createKernelMemory(sizes: DesignSizes): KernelMemory | null {
  const module = kernelModule();
  if (module === null) return null;
  const { rows, groups, largest, varyingCount, constantCount, slots } = sizes;
  const layout = new Map<string, number>();
  let end = 4 * LAYOUT_FIELDS.length;
  const take = (name: string, bytes: number): void => {
    end = 16 * Math.ceil(end / 16);
    layout.set(name, end);
    // Kernels take numbers in pairs: the last may read one more.
    end += bytes + 8;
  };
  const numbers = (name: string, count: number): void => take(name, 8 * count);
  const gatheredRows = largest * GROUPS_AT_ONCE;
  const stride = slots + 1;

  numbers("expTable", EXP_TABLE.length);
  numbers("logHigh", LOG_TABLE.high.length);
  numbers("logLow", LOG_TABLE.low.length);
  take("start", 4 * (groups + 1));
  numbers("varying", rows * varyingCount);
  numbers("constant", groups * constantCount);
  take("varyingCodes", 4 * rows * sizes.varyingFactors);
  take("constantCodes", 4 * groups * sizes.constantFactors);
  numbers("signs", rows);
  numbers("offsetValues", rows);
  numbers("coefficients", slots);
  numbers("index", rows);
  numbers("modes", groups);
  numbers("gradient", stride);
  numbers("sums", stride * stride);
  numbers("weighted", gatheredRows * varyingCount);
  numbers("rowSums", gatheredRows);
  numbers("columnSums", GROUPS_AT_ONCE * varyingCount);
  numbers("totals", GROUPS_AT_ONCE);
  numbers("scaledConstants", GROUPS_AT_ONCE * constantCount);
  numbers("rowScores", gatheredRows);
  numbers("rowCurvatures", gatheredRows);
  numbers("summary", 3);
  numbers("lnSigma", 2);
  for (const name of ["modeCurvature", "modeThird", "middle", "density", "rowScore", "rowCross"]) {
    numbers(name, largest);
  }
  numbers("within", largest * largest);
  for (const name of ["nodes", "logWeights", "scoreSum", "curvatureSum", "ratio", "exponent"]) {
    numbers(name, MOST_NODES);
  }
  for (const name of ["spread", "shift", "omega", "weightedScore"]) numbers(name, MOST_NODES);
  numbers("score", largest * MOST_NODES);
  numbers("curvature", largest * MOST_NODES);
  if (end > LARGEST_MEMORY) return null;

  let memory: WebAssembly.Memory;
  let kernels: KernelExports;
  try {
    const pages = Math.ceil(end / PAGE);
    memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    // WebAssembly does not type its exports; these are the ones of the module that is built beside them.
    kernels = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as KernelExports;
  } catch {
    return null;
  }
  const { buffer } = memory;
  const addressOf = (name: string): number => layout.get(name) ?? 0;
  const float64 = (name: string, length: number) => new Float64Array(buffer, addressOf(name), length);
  const int32 = (name: string, length: number) => new Int32Array(buffer, addressOf(name), length);
  for (const [name, value] of Object.entries(sizes)) layout.set(name, value);
  const fields = new Int32Array(buffer, 0, LAYOUT_FIELDS.length);
  const describe: KernelMemory["describe"] = ({ hasOffset, further, half }) => {
    layout.set("offset", hasOffset ? addressOf("offsetValues") : 0);
    layout.set("stride", slots + further);
    layout.set("half", half);
    LAYOUT_FIELDS.forEach((name, at) => {
      fields[at] = addressOf(name);
    });
  };
  float64("expTable", EXP_TABLE.length).set(EXP_TABLE);
  float64("logHigh", LOG_TABLE.high.length).set(LOG_TABLE.high);
  float64("logLow", LOG_TABLE.low.length).set(LOG_TABLE.low);
  return {
    start: int32("start", groups + 1),
    varying: float64("varying", rows * varyingCount),
    constant: float64("constant", groups * constantCount),
    varyingCodes: int32("varyingCodes", rows * sizes.varyingFactors),
    constantCodes: int32("constantCodes", groups * sizes.constantFactors),
    signs: float64("signs", rows),
    offset: float64("offsetValues", rows),
    coefficients: float64("coefficients", slots),
    modes: float64("modes", groups),
    nodes: float64("nodes", MOST_NODES),
    logWeights: float64("logWeights", MOST_NODES),
    gradient: float64("gradient", stride),
    sums: float64("sums", stride * stride),
    describe,
    quadratureRange: (sigma, from, to, derivatives) =>
      kernels.quadratureRange(0, sigma, from, to, derivatives ? 1 : 0),
    pooledRange: (from, to) => kernels.pooledRange(0, from, to),
    gram: () => kernels.gram(0, groups, largest),
  };
}
