import * as z from "zod/mini";
import { checked, refuseUnsafeNames } from "../scenarios/index.ts";
import { modelSpecification as modelSpecificationSchema } from "../scenarios/specification.ts";
import { failureSchema, sampleSchema, untilSchema } from "./designParts.ts";
import { PERFORMANCE_NAMES } from "./performanceNames.ts";
import { powerBlock } from "./power/powerBlock.ts";

/**
 * The design of a Monte Carlo study in ADEMP form (Morris, White & Crowther 2019): Aims, Data-generating mechanisms,
 * Estimands, Methods, Performance measures. Pure data, one JSON file a study.
 */

export { PERFORMANCE_NAMES, type PerformanceName } from "./performanceNames.ts";

const text = (description: string) => z.string().check(z.minLength(1), z.describe(description));
/** A name that a terminal shows as it is. */
const nameOf = (description: string) =>
  z.string().check(
    z.minLength(1),
    // Spelt out, since the regular expressions of other languages have no \p{Cc}.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    z.regex(/^[^\u0000-\u001f\u007f-\u009f]*$/, "text without control characters"),
    z.describe(description),
  );
const namesOf = (description: string) =>
  z.array(z.string().check(z.minLength(1))).check(z.minLength(1), z.describe(description));

const parameterName = z.string().check(z.minLength(1));

export const worldSchema = z.strictObject({
  name: z.optional(nameOf("Name of the world in tables and files; the scenario's name when left out")),
  aim: z.optional(text("One plain sentence: what this world shows")),
  scenario: text("Name of a scenario, as `bandwagon scenarios` lists them"),
  set: z.optional(
    z
      .record(parameterName, z.unknown())
      .check(z.describe('Parameters that differ from the scenario, e.g. { "firms": 4000 }')),
  ),
  vary: z.optional(
    z
      .record(parameterName, z.array(z.unknown()).check(z.minLength(1)))
      .check(z.describe("Parameters and the values each takes; every combination is one cell of the study")),
  ),
  cells: z.optional(
    z
      .array(z.record(parameterName, z.unknown()))
      .check(
        z.minLength(1),
        z.describe("The cells one by one: parameters and the value of each, in place of vary"),
      ),
  ),
  sample: z.optional(sampleSchema),
  methods: z.optional(namesOf("Model specifications of this world, in place of the design's")),
  estimands: z.optional(namesOf("Estimands of interest in this world, in place of the design's")),
});

/** Which tests a verdict is about. */
const verdictSchema = z.strictObject({
  effect: text("Term of the effect that the study is about, e.g. msePeersSameDestination"),
  placebos: z.optional(
    z
      .record(z.string(), z.string().check(z.minLength(1)))
      .check(
        z.describe(
          "Methods that test something which should be 0, each with the term: to reject it is to be warned of a rival",
        ),
      ),
  ),
  tests: z.optional(
    namesOf("Methods that test for imitation and estimate no effect, shown with the placebos"),
  ),
});

const designOf = <Worlds extends z.core.$ZodType>(dataGenerating: Worlds) =>
  z.strictObject({
    $schema: z.optional(z.string().check(z.describe("Address of the JSON schema, for editors; not used"))),
    aim: text("Aims: the question of the study, in a sentence"),
    /** A world, or a list of worlds. */
    dataGenerating,
    estimands: z.optional(
      namesOf(
        "Estimands the summary table shows: terms, sigma, averagePartialEffect(term), hazardRatio(term), peerEffect, or difference(one, other); all but factor levels when left out",
      ),
    ),
    methods: z.optional(namesOf("Methods: model specifications, all fitted to the same data")),
    specifications: z.optional(
      z
        .array(modelSpecificationSchema)
        .check(z.minLength(1), z.describe("Model specifications of this study alone; methods may name them")),
    ),
    performance: z
      .array(z.enum(PERFORMANCE_NAMES))
      .check(
        z.minLength(1),
        z.describe(`Performance measures of the summary: ${PERFORMANCE_NAMES.join(", ")}`),
      ),
    replications: z
      .int()
      .check(z.minimum(1), z.maximum(10_000_000), z.describe("Simulated histories in each cell")),
    until: z.optional(untilSchema),
    secondsPerReplication: z.optional(
      z
        .number()
        .check(
          z.gt(0),
          z.maximum(86_400),
          z.describe(
            "Time limit of one replication in seconds: one that takes longer is a failure, never drawn again",
          ),
        ),
    ),
    failure: z.optional(failureSchema),
    seed: text("Names every random draw of the study; any text"),
    alpha: z._default(
      z
        .number()
        .check(z.gt(0), z.lt(1), z.describe("Level of the tests and 1 − level of the confidence intervals")),
      0.05,
    ),
    verdict: z.optional(
      verdictSchema.check(z.describe("What each method may be trusted with in each world (study/verdict)")),
    ),
    streams: z._default(
      z
        .enum(["independent", "common"])
        .check(
          z.describe(
            "Whether the cells draw their own random numbers or share them, replication by replication",
          ),
        ),
      "independent",
    ),
    power: z.optional(powerBlock.check(z.describe("What `bandwagon power` is asked of this design"))),
  });

const designOfOneWorld = designOf(worldSchema);
const designOfWorlds = designOf(z.array(worldSchema).check(z.minLength(1)));

export const designSchema = z.union([designOfOneWorld, designOfWorlds]);

export type World = z.infer<typeof worldSchema>;
export type Design = z.infer<typeof designSchema>;
export type DesignOfVerdict = z.infer<typeof verdictSchema>;

/**
 * Reads a design. Its shape is checked here; `resolveDesign` checks the names and values it refers to.
 *
 * @throws InvalidInput with the path of the first fault, e.g. `dataGenerating[2].replication`.
 */
export function parseDesign(json: unknown): Design {
  refuseUnsafeNames(json);
  // One branch of the union is chosen by hand, so that a fault inside it is named and not "matches neither".
  return checked(hasListOfWorlds(json) ? designOfWorlds : designOfOneWorld, json);
}

function hasListOfWorlds(json: unknown): boolean {
  return (
    typeof json === "object" &&
    json !== null &&
    "dataGenerating" in json &&
    Array.isArray(json.dataGenerating)
  );
}

/** The worlds of a design, each with its path in the file and its name. */
export function worldsOf(design: Design): { world: World; path: string; name: string }[] {
  const { dataGenerating } = design;
  return Array.isArray(dataGenerating)
    ? dataGenerating.map((world, index) => ({
        world,
        path: `dataGenerating[${index}]`,
        name: world.name ?? world.scenario,
      }))
    : [
        {
          world: dataGenerating,
          path: "dataGenerating",
          name: dataGenerating.name ?? dataGenerating.scenario,
        },
      ];
}
