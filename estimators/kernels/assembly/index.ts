/**
 * The probit kernels for WebAssembly with 128-bit lanes: AssemblyScript, compiled by `scripts/build-kernels.mjs` into
 * `kernels/module.ts`. They do what the plain kernels do, operation for operation and sum for sum, so their results are
 * the same to the bit; read those first. Every function is exported: one that is called once would otherwise become part
 * of its caller, and engines replace a function by its faster version between calls, not within one.
 */
export { addCrossProduct, addVaryingFactors, addWeightedRows, finishCrossProduct } from "./crossProduct";
export { predictGroup } from "./linearPredictor";
export { findMode } from "./mode";
export { scoreFarNodes, scoreNodes, scorePairs } from "./nodeScores";
export { gram, pooledRange, scoreRows } from "./pooled";
export { addMovementOfNodes, posteriorMoments } from "./posterior";
export { addProductRows } from "./productRows";
export { quadratureGroup, quadratureRange } from "./quadrature";
