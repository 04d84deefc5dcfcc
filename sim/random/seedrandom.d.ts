// @types/seedrandom describes the package's main entry only.
declare module "seedrandom/lib/alea.js" {
  /** The last three fractions, oldest first, and the carry. */
  interface AleaState {
    readonly c: number;
    readonly s0: number;
    readonly s1: number;
    readonly s2: number;
  }
  /** Fractions in [0, 1) with 32 bits; `int32` gives the same draw as a signed integer. */
  interface Alea {
    (): number;
    int32(): number;
  }
  export default function alea(seed: string): Alea;
  export default function alea(seed: string, options: { state: true }): Alea & { state(): AleaState };
}
