import * as z from "zod/mini";

/**
 * A model specification: which columns of the panel go into which estimator. Pure data, named
 * `<paper>/<column>` (e.g. `canello-2022/C`), so that a study, a replication of a table and a person mean the
 * same regression by the same word.
 */
const common = {
  name: z.string(),
  /** One line for a list. */
  summary: z.string(),
  /** Paper, table and column it copies, or why it exists. */
  source: z.string(),
  /** Numeric columns, by machine name, in the order of the table. */
  numeric: z.array(z.string()),
  /** Columns entered as treatment-contrast dummies. */
  factors: z.array(z.string()),
};

export const probitSpecification = z.strictObject({
  ...common,
  model: z.enum(["probit", "randomEffectsProbit"]),
  outcome: z.string(),
  /** Column that names the random effect; ignored by the pooled probit. */
  group: z.string(),
  /** Nodes of the adaptive Gauss–Hermite rule; ignored by the pooled probit. */
  quadratureNodes: z.number(),
  /** Count columns whose "one more peer" average partial effect is reported beside the coefficients. */
  averagePartialEffects: z.array(z.string()),
});

export const coxSpecification = z.strictObject({
  ...common,
  model: z.literal("cox"),
  /** Spell times as they happened, or as a yearly survey sees them (whole years, many ties). */
  clock: z.enum(["exact", "yearly"]),
  ties: z.enum(["efron", "breslow"]),
  /** Columns whose values get a baseline hazard each. */
  strata: z.array(z.string()),
});

export const modelSpecification = z.discriminatedUnion("model", [probitSpecification, coxSpecification]);

export type ProbitSpecification = z.infer<typeof probitSpecification>;
export type CoxSpecification = z.infer<typeof coxSpecification>;
export type ModelSpecification = z.infer<typeof modelSpecification>;
