import * as z from "zod/mini";

/**
 * What `bandwagon power` is asked of a design, so that it need not be said on the command line; `study run` does not look at
 * it.
 */
export const powerBlock = z.strictObject({
  solve: z.optional(
    z
      .string()
      .check(
        z.minLength(1),
        z.describe("What is solved for: firms, years, provinces, or the path of a parameter"),
      ),
  ),
  effect: z.optional(
    z
      .string()
      .check(z.minLength(1), z.describe("Path of the parameter whose smallest detectable value --mde finds")),
  ),
  method: z.optional(z.string().check(z.minLength(1), z.describe("Method whose power it is"))),
  estimand: z.optional(z.string().check(z.minLength(1), z.describe("Estimand whose test it is"))),
  target: z.optional(z.number().check(z.gt(0), z.lt(1), z.describe("Power to reach; 0.8 when left out"))),
  from: z.optional(z.number().check(z.describe("Smallest value tried"))),
  to: z.optional(z.number().check(z.describe("Largest value tried"))),
  confirm: z.optional(
    z
      .int()
      .check(z.minimum(0), z.maximum(10_000_000), z.describe("Fresh replications at the answer; 0 for none")),
  ),
  nulls: z.optional(
    z
      .record(z.string().check(z.minLength(1)), z.record(z.string().check(z.minLength(1)), z.unknown()))
      .check(
        z.describe(
          "Worlds in which the test should not reject, by name, each by its parameters; the estimand's mechanism switched off when left out",
        ),
      ),
  ),
});

export type PowerBlock = z.infer<typeof powerBlock>;
