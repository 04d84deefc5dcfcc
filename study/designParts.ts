import * as z from "zod/mini";
import type { WarningCode } from "../estimators/fit.ts";
import { PERFORMANCE_NAMES } from "./performanceNames.ts";

/** What a fit that has estimates can warn of. */
const WARNINGS = [
  "quasi-separation",
  "collinear",
  "empty-category",
  "sigma-at-boundary",
  "dependence-at-boundary",
  "no-exclusion-restriction",
  "quadrature-too-coarse",
  "heavy-ties",
  "exact-too-costly",
  "one-cluster",
  "saturated",
] as const satisfies readonly WarningCode[];

/** The parts of a design that are objects of their own. */

/** Cells drawn from ranges. */
export const sampleSchema = z.strictObject({
  design: z
    .enum(["latinHypercube", "sobol"])
    .check(
      z.describe(
        "latinHypercube: drawn from the design's seed; sobol: the same points for every seed, and more of them extend it",
      ),
    ),
  points: z.int().check(z.minimum(1), z.maximum(100_000), z.describe("Cells of this world")),
  ranges: z
    .record(z.string().check(z.minLength(1)), z.tuple([z.number(), z.number()]))
    .check(z.describe('Parameters and the two ends of each, e.g. { "imitationSame": [0, 0.3] }')),
});

const positive = (description: string) => z.number().check(z.gt(0), z.describe(description));

/** When a cell has had enough replications. */
export const untilSchema = z.strictObject({
  mcse: z.optional(
    z
      .partialRecord(z.enum(PERFORMANCE_NAMES), z.number().check(z.gt(0)))
      .check(z.describe('Largest Monte Carlo standard error of a measure, e.g. { "coverage": 0.01 }')),
  ),
  estimands: z.optional(
    z
      .array(z.string().check(z.minLength(1)))
      .check(
        z.minLength(1),
        z.describe("Estimands whose errors are looked at; those of the cell when left out"),
      ),
  ),
  hours: z.optional(positive("Time for the whole study; a run that it ends cannot be repeated to the byte")),
  every: z._default(z.int().check(z.minimum(1), z.describe("Replications of a cell between two looks")), 100),
  minimum: z._default(
    z.int().check(z.minimum(2), z.describe("Replications of a cell before the first look")),
    200,
  ),
});

/** What counts as a failure besides a fit that has no estimates. */
export const failureSchema = z.strictObject({
  warnings: z.optional(
    z
      .array(z.enum(WARNINGS))
      .check(
        z.minLength(1),
        z.describe("Warnings that make a failure of a fit that has estimates, e.g. quasi-separation"),
      ),
  ),
  largeEstimate: z.optional(positive("A fit with an estimate farther than this from 0 is a failure")),
  largeStdError: z.optional(positive("A fit with a standard error above this is a failure")),
});

export type Sample = z.infer<typeof sampleSchema>;
export type Until = z.infer<typeof untilSchema>;
export type FailureRule = z.infer<typeof failureSchema>;
