import * as z from "zod/mini";
import { checked } from "./explainIssue.ts";

/**
 * A published table as data: the numbers as they are printed, misprints included. What was computed from them stands
 * under `derived`, every doubt under `notes`, with how to handle it.
 */
const orNull = <Schema extends z.core.$ZodType>(schema: Schema) => z.union([schema, z.null()]);

const source = z.strictObject({
  key: z.string(),
  authors: z.array(z.string()),
  year: orNull(z.int()),
  title: z.string(),
  outlet: orNull(z.string()),
  doi: orNull(z.string()),
  status: z.string(),
  table: z.string(),
});

/** A doubt about what is printed: what it is, why, and how the simulation handles it. */
const note = z.strictObject({ id: z.string(), what: z.string(), evidence: z.string(), handling: z.string() });

const ofEveryTable = {
  schemaVersion: z.literal(1),
  id: z.string(),
  source,
  about: z.string(),
  notes: z.array(note),
};

const common = {
  ...ofEveryTable,
  unitOfObservation: z.string(),
  /** Arithmetic on the printed numbers, never printed itself. */
  derived: z.optional(z.record(z.string(), z.unknown())),
};

/** One row a variable, its values in the order of `columns`; null is an empty cell. */
const descriptiveTable = z.strictObject({
  ...common,
  kind: z.literal("descriptive"),
  columns: z.array(z.union([z.string(), z.int()])),
  variables: z.array(z.strictObject({ name: z.string(), label: z.string(), unit: z.string() })),
  rows: z.array(
    z.strictObject({
      name: z.string(),
      values: z.array(orNull(z.number())),
      /** As printed, and as the values give it; not given where the columns are not years. */
      average: z.optional(orNull(z.number())),
      meanRecomputed: z.optional(z.number()),
    }),
  ),
});

const stars = z.enum(["", "*", "**", "***"]);
const coefficient = z.strictObject({ estimate: z.number(), se: z.number(), stars });
/** `sePrinted` belongs to the log hazard ratio; without it, nothing else follows from the ratio. */
const hazardRatio = z.strictObject({
  hazardRatio: z.number(),
  sePrinted: orNull(z.number()),
  stars,
  derived: z.strictObject({
    logHazard: z.number(),
    z: z.optional(z.number()),
    ci95: z.optional(z.tuple([z.number(), z.number()])),
  }),
});

const regressionModel = z.strictObject({
  /** The column of the table: A, B, … or I, II, …. */
  id: z.string(),
  estimator: z.enum(["dynamicRandomEffectsProbit", "coxProportionalHazards"]),
  observations: orNull(z.int()),
  groups: z.optional(z.int()),
  logLikelihood: orNull(z.number()),
  /** Sets of dummies, by the table's words for them. */
  dummies: z.record(z.string(), z.boolean()),
  specification: z.optional(z.string()),
  terms: z.record(z.string(), z.union([coefficient, hazardRatio])),
});

/** One model a column. */
const regressionTable = z.strictObject({
  ...common,
  kind: z.literal("regression"),
  period: z.strictObject({ from: z.int(), to: z.int() }),
  /** Printed precision: an error of 0 is one below half a unit of the last digit. */
  decimals: z.int(),
  significance: z.strictObject({
    legendPrinted: z.boolean(),
    reading: z.record(z.string(), z.number()),
    basis: z.string(),
  }),
  sample: z.optional(z.record(z.string(), orNull(z.number()))),
  variables: z.array(
    z.strictObject({
      name: z.string(),
      label: z.string(),
      unit: z.string(),
      unitStatus: z.enum(["stated", "inferred", "unknown"]),
      definition: z.string(),
    }),
  ),
  models: z.array(regressionModel),
});

/** Words in place of numbers, one row an option or phase; `scales` says what the words of its ratings mean. */
const qualitativeTable = z.strictObject({
  ...ofEveryTable,
  kind: z.literal("qualitative"),
  sample: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  scales: z.optional(
    z.strictObject({
      feasibility: z.record(z.string(), z.string()),
      objective: z.record(z.string(), z.string()),
      /** Ours, not the paper's: `status` says so. */
      proposedNumbers: z.optional(
        z.strictObject({
          feasibility: z.record(z.string(), z.number()),
          objective: z.record(z.string(), z.number()),
          status: z.string(),
        }),
      ),
    }),
  ),
  variables: z.array(z.strictObject({ name: z.string(), label: z.string(), unit: z.string() })),
  rows: z.array(
    z.record(z.string(), orNull(z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))),
  ),
});

/** Answers that are so many, and so many in a hundred of those who answered; either may be all that is printed. */
const answers = z.strictObject({ count: z.optional(z.int()), percent: z.optional(z.number()) });
const answersOrMean = z.union([z.number(), answers]);

/**
 * One row a question of a survey: answers or a mean of all firms, or by category, or of two groups and of all firms;
 * `values` are such means in the order of `columns`. `sig` are the stars of a test that the groups are alike.
 */
const surveyTable = z.strictObject({
  ...common,
  kind: z.literal("survey"),
  sample: z.record(z.string(), z.union([z.string(), z.number()])),
  significance: z.optional(
    z.strictObject({ legend: z.record(z.string(), z.number()), single: z.optional(z.string()) }),
  ),
  columns: z.optional(z.array(z.string())),
  variables: z.array(z.strictObject({ name: z.string(), label: z.string(), unit: z.string() })),
  rows: z.array(
    z.strictObject({
      name: z.string(),
      count: z.optional(z.int()),
      percent: z.optional(z.number()),
      value: z.optional(z.number()),
      categories: z.optional(z.record(z.string(), z.union([z.int(), answers]))),
      domestic: z.optional(answersOrMean),
      offshoring: z.optional(answersOrMean),
      all: z.optional(answersOrMean),
      values: z.optional(z.array(orNull(z.number()))),
      sig: z.optional(orNull(z.enum(["*", "**", "***"]))),
    }),
  ),
});

export const publishedTableSchema = z.discriminatedUnion("kind", [
  descriptiveTable,
  surveyTable,
  regressionTable,
  qualitativeTable,
]);

export type PublishedCoefficient = z.infer<typeof coefficient>;
export type PublishedHazardRatio = z.infer<typeof hazardRatio>;
export type PublishedModel = z.infer<typeof regressionModel>;
export type DescriptiveTable = z.infer<typeof descriptiveTable>;
export type RegressionTable = z.infer<typeof regressionTable>;
export type SurveyTable = z.infer<typeof surveyTable>;
export type QualitativeTable = z.infer<typeof qualitativeTable>;
export type PublishedTable = z.infer<typeof publishedTableSchema>;

/** A variable of a published table in the simulated panel: its column there, or why there is none. */
export type PublishedVariable =
  | {
      /** Column of the recorded panel, where its name is not the variable's own. */
      readonly column: string;
      /** How many of the panel's units make one of the table's; not given where the table states no unit. */
      readonly unit?: number;
    }
  | { readonly notSimulated: string };

/**
 * How a table of descriptives is made of a panel: stocks and flows of small firms by year, as Canello (2022) has them; or the
 * firms abroad and the captive offshorers of each industry, on average over some years, as Canello & Pavone (draft).
 */
export type DescriptiveLayout =
  | { readonly kind: "stocksByYear" }
  | { readonly kind: "profileByIndustry"; readonly years: { readonly from: number; readonly to: number } };

/** A printed cell that a note of its table doubts: it is marked where it is compared, not matched. */
export interface PublishedOddity {
  readonly table: string;
  /** Id of the note. */
  readonly note: string;
  /** Columns it stands in; default all. */
  readonly models?: readonly string[];
  /** The row; not given where it is about the number of observations. */
  readonly variable?: string;
  readonly what: "estimate" | "standardError" | "stars" | "unit" | "average" | "observations";
}

/**
 * Tables read from their files, when they are first asked for.
 *
 * @throws InvalidInput for a file that is no published table.
 */
export function publishedTables(files: readonly unknown[]): () => readonly PublishedTable[] {
  let tables: readonly PublishedTable[] | null = null;
  return () => {
    tables ??= files.map((file) => checked(publishedTableSchema, file, ["published"]));
    return tables;
  };
}
