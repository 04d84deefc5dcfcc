import alea from "seedrandom/lib/alea.js";
import type { RunKey } from "../run.ts";

/** What draws are for. One stream a purpose and year, so that a mechanism that is off disturbs no other. */
export type Purpose =
  | "provinceCharacteristics"
  | "placement"
  | "firmCharacteristics"
  | "firmEffect"
  | "pairEffect"
  | "initialPairEffect"
  | "provinceEffect"
  | "provinceDestinationFit"
  | "supplierTie"
  | "captiveFirms"
  | "firmInnovation"
  | "demandShock"
  | "costShock"
  | "decision"
  | "match"
  | "signal"
  | "closure";

/** Draws in the open interval (0, 1). */
export type Uniforms = () => number;

/** alea gives multiples of 2⁻³² including 0; the middle of each step keeps 0 and 1 out. */
const halfStep = 2 ** -33;

/**
 * The stream of (seed, condition, replication, purpose, year), by seedrandom's alea. Every caller draws firm by
 * firm and destination by destination, whether or not a draw is used, so that histories which differ in one
 * parameter, or of which one has more firms, share every draw.
 */
export function stream(key: RunKey, purpose: Purpose, year = 0): Uniforms {
  const next = alea([key.seed, key.condition, key.replication, purpose, year].join("\u001f"));
  return () => next() + halfStep;
}
