import alea from "seedrandom/lib/alea.js";
import type { RunKey } from "../../sim/run.ts";
import type { Uniforms } from "./permutation.ts";

/** alea gives multiples of 2⁻³² including 0; the middle of each step keeps 0 and 1 out. */
const halfStep = 2 ** -33;

/** The draws of a test by permutation on a history: they hang on the history's key and the test's name alone. */
export function permutationDraws({ seed, condition, replication }: RunKey, test: string): Uniforms {
  const next = alea([seed, condition, replication, `permutation ${test}`, 0].join("\u001f"));
  return () => next() + halfStep;
}
