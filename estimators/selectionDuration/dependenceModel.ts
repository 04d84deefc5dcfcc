/**
 * Places of a log-likelihood contribution and its derivatives by the selection index η (s), the log integrated hazard
 * z = p(x'β + ln t) (z) and a = atanh of the dependence (a).
 */
export const VALUE = 0;
export const BY_S = 1;
export const BY_Z = 2;
export const BY_A = 3;
export const BY_SS = 4;
export const BY_SZ = 5;
export const BY_ZZ = 6;
export const BY_SA = 7;
export const BY_ZA = 8;
export const BY_AA = 9;
export const PLACES = 10;

export type DependenceName = "fgm" | "gaussian";

/**
 * How the duration T with Pr(T > t) = exp(−e^z) hangs together with selection, at one value of the dependence. Functions
 * write into `result`; those of selection alone fill only VALUE, BY_S and BY_SS.
 */
export interface DependenceModel {
  /** ln Pr(not selected). */
  readonly notSelected: (index: number, result: Float64Array) => void;
  /** ln of Pr(selected) and the density of T given selection, the density without its factor p e^z / t. */
  readonly event: (index: number, z: number, result: Float64Array) => void;
  /** ln Pr(selected, T > t). */
  readonly censored: (index: number, z: number, result: Float64Array) => void;
  /** ln Pr(selected). */
  readonly logSelected: (index: number) => number;
}
