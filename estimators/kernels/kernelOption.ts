/** Which kernels evaluate a likelihood. Their results are the same to the bit. */
export type KernelName = "plain" | "wasm";

export interface KernelOption {
  /**
   * What evaluates the likelihood of an unweighted probit, with or without random effects: WebAssembly, or plain TypeScript,
   * which takes over where there is no WebAssembly with 128-bit lanes. It changes the time, no bit of the result. Default:
   * WebAssembly from 500 rows on. Other models are plain in any case.
   */
  readonly kernel?: KernelName;
}

/** Rows from which WebAssembly wins back the time to make its memory. */
const ROWS_WORTH_A_MEMORY = 500;

/** The kernel of an unweighted probit. */
export function kernelFor(asked: KernelName | undefined, rows: number): KernelName {
  return asked ?? (rows < ROWS_WORTH_A_MEMORY ? "plain" : "wasm");
}
