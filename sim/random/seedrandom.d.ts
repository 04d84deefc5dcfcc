// @types/seedrandom describes the package's main entry only.
declare module "seedrandom/lib/alea.js" {
  /** Fractions in [0, 1) with 32 bits; `int32` gives the same draw as a signed integer. */
  interface Alea {
    (): number;
    int32(): number;
  }
  export default function alea(seed: string): Alea;
}
