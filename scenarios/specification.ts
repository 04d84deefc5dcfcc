import * as z from "zod/mini";

/**
 * A model specification: which columns of the panel go into which estimator. Pure data, named
 * `<paper>/<column>` (e.g. `canello-2022/C`), so that a study, a replication of a table and a person mean the
 * same regression by the same word.
 */
const condition = z.strictObject({
  /** Numeric column of the panel, or of the spells in a duration model. */
  column: z.string(),
  is: z.enum(["=", ">=", "<"]),
  value: z.number(),
});

/** Which rows a model is fitted to: those that meet all conditions. */
const sampleRule = z.strictObject({
  /** In words, e.g. "provinces with at least 20 producers". */
  name: z.string(),
  where: z.array(condition),
});

/** A column made from one of the panel before rows are chosen; `name` may be that of the column it replaces. */
const derived = { name: z.string(), column: z.string() };
const derivedColumn = z.discriminatedUnion("by", [
  /** log(1 + x). */
  z.strictObject({ ...derived, by: z.literal("log1p") }),
  /** 0 where x is below the threshold, else x. */
  z.strictObject({ ...derived, by: z.literal("zeroBelow"), threshold: z.number() }),
  /** Mean over all rows of the pair (Mundlak 1978). */
  z.strictObject({ ...derived, by: z.literal("meanOfPair") }),
  /** Mean over all rows of the firm. */
  z.strictObject({ ...derived, by: z.literal("meanOfFirm") }),
  /** The value in the year in which the spell that ran at the end of t − 1 began; missing where no row tells. */
  z.strictObject({ ...derived, by: z.literal("atEntry") }),
  /** The unit's value some years later; missing where the panel has ended by then. */
  z.strictObject({ ...derived, by: z.literal("lead"), years: z.int() }),
  /** Largest value of the unit so far, this year's included. */
  z.strictObject({ ...derived, by: z.literal("largestSoFar") }),
  /** Sum over the firm's other destinations in the same year. */
  z.strictObject({ ...derived, by: z.literal("sumOfOtherDestinations") }),
]);

const common = {
  name: z.string(),
  /** One line for a list. */
  summary: z.string(),
  /** Paper, table and column it copies, or why it exists. */
  source: z.string(),
  /** What a row is of: a firm in a destination when left out, or a firm wherever it is (`study/firmLevelPanel.ts`). */
  unit: z.optional(z.enum(["pair", "firm"])),
  /** Numeric columns, by machine name, in the order of the table. */
  numeric: z.array(z.string()),
  /** Columns entered as treatment-contrast dummies. */
  factors: z.array(z.string()),
  /**
   * Sets of columns entered crossed: a dummy for each combination of their values but the first. Lower orders are
   * contained in it and need not be named.
   */
  interactions: z.optional(z.array(z.array(z.string()))),
  /** Columns made for this model; `numeric` and `rows` may name them. */
  derived: z.optional(z.array(derivedColumn)),
  /** All rows without a missing cell when left out. */
  rows: z.optional(sampleRule),
  /** Column whose values are clusters for the standard errors; those of the model when left out. */
  cluster: z.optional(z.string()),
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

export const conditionalLogitSpecification = z.strictObject({
  ...common,
  model: z.literal("conditionalLogit"),
  /** 1 in the row of the alternative that was chosen. */
  outcome: z.string(),
  /** Columns whose values, together, name a choice. Sets without a chosen alternative, or with several, are left out. */
  choiceSet: z.array(z.string()),
  /** Column that names the alternatives. `factors` and `interactions` are constants of it, and hold it. */
  alternative: z.string(),
});

/** A test of imitation that fits nothing: a statistic beside those of permuted panels (`study/placebo`). */
export const permutationSpecification = z.strictObject({
  ...common,
  model: z.literal("permutationTest"),
  /** The years of first entries, among the pairs that entered; or the firms, among the places where they have peers. */
  permuted: z.enum(["entryYears", "firms"]),
  /** Columns within whose values is permuted. */
  within: z.array(z.string()),
  /** B; the smallest p-value is 1 / (B + 1). */
  permutations: z.int().check(z.minimum(19), z.maximum(9999)),
});

export const modelSpecification = z.discriminatedUnion("model", [
  probitSpecification,
  coxSpecification,
  conditionalLogitSpecification,
  permutationSpecification,
]);

export type DerivedColumn = z.infer<typeof derivedColumn>;
export type SampleRule = z.infer<typeof sampleRule>;
export type ProbitSpecification = z.infer<typeof probitSpecification>;
export type CoxSpecification = z.infer<typeof coxSpecification>;
export type ConditionalLogitSpecification = z.infer<typeof conditionalLogitSpecification>;
export type PermutationSpecification = z.infer<typeof permutationSpecification>;
export type ModelSpecification = z.infer<typeof modelSpecification>;
