import type { ModelSpecification } from "../../scenarios/index.ts";
import type { ResolvedDesign } from "../cells.ts";
import { type World, worldsOf } from "../design.ts";
import { dataDigest } from "../log/digest.ts";
import type { ExpectedError, ExpectedShareError } from "./expectedErrors.ts";

/** What the text of a preregistration says besides the design. */
export interface PreregistrationFacts {
  /** Version of this program, and what it runs on. */
  readonly software: string;
  readonly environment: string;
  /** Null without a pilot. */
  readonly errors: readonly ExpectedError[] | null;
  readonly shares: readonly ExpectedShareError[];
  /** Replications of the pilot in all, and its cells; null without one. */
  readonly pilot: { readonly replications: number; readonly cells: number } | null;
}

const TO_FILL = "*(to be filled in)*";

/**
 * The preregistration of a study as Markdown, under the headings of the template ADEMP-PreReg (Siepe, Bartoš, Morris,
 * Boulesteix, Heck & Pawel 2024, Psychological Methods, doi 10.1037/met0000695). What a design cannot know is left to be
 * filled in.
 */
export function preregistration(study: ResolvedDesign, facts: PreregistrationFacts): string {
  const { design, cells } = study;
  const worlds = worldsOf(design);
  const section = (title: string, ...questions: readonly (readonly [string, string])[]) =>
    [`## ${title}`, ...questions.map(([question, answer]) => `### ${question}\n\n${answer}`)].join("\n\n");
  return `${[
    `# Preregistration: ${design.aim}`,
    `Digest of the design (SHA-256): \`${dataDigest(design)}\``,
    section(
      "General Information",
      ["What is the title of the project?", TO_FILL],
      ["Who are the current and future project contributors?", TO_FILL],
      ["Provide a description of the project.", worldsText(worlds)],
      [
        "Did any of the contributors already conduct related simulation studies on this specific question?",
        facts.pilot === null
          ? TO_FILL
          : `A pilot of ${facts.pilot.replications} replications, in ${facts.pilot.cells} of the cells and with draws of its own, was run to plan the number of replications. ${TO_FILL}`,
      ],
    ),
    section("Aims", ["What is the aim of the simulation study?", design.aim]),
    section(
      "Data-Generating Mechanism",
      [
        "How will the parameters for the data-generating mechanism (DGM) be specified?",
        "Parametric: histories of firms are simulated by an agent-based model whose scenarios are named below; every parameter that a scenario does not set is at its default.",
      ],
      ["What will be the different factors of the data-generating mechanism?", list(worlds.map(factorsText))],
      [
        "If possible, provide specific factor values for the DGM as well as additional simulation settings.",
        list(worlds.map(valuesText)),
      ],
      [
        "If there is more than one factor: How will the factor levels be combined and how many simulation conditions will this create?",
        `${list(worlds.map(combinedText))}\n\nThis makes ${cells.length} ${cells.length === 1 ? "condition" : "conditions"} (cells). ${streamsText(design.streams, cells.length)}`,
      ],
    ),
    section("Estimands and Targets", [
      "What will be the estimands and/or targets of the simulation study?",
      estimandsText(study),
    ]),
    section("Methods", [
      "How many and which methods will be included and which quantities will be extracted?",
      methodsText(cells.flatMap(({ methods }) => methods)),
    ]),
    section(
      "Performance Measures",
      [
        "Which performance measures will be used?",
        `${list(design.performance.map((name) => `\`${name}\``))}\n\nTests are at level α = ${design.alpha}; confidence intervals have level ${1 - design.alpha}. Formulas are those of Morris, White & Crowther (2019) and stand in docs/methods.md of the program.`,
      ],
      [
        "How will Monte Carlo uncertainty of the estimated performance measures be calculated and reported?",
        "Every measure is reported with its Monte Carlo standard error, in tables and files; shares of 0 and 1 with their 95 % Wilson limits.",
      ],
      ["How many simulation repetitions will be used for each condition?", replicationsText(study, facts)],
      ["How will missing values due to non-convergence or other reasons be handled?", failuresText(study)],
      ["How do you plan on interpreting the performance measures? (optional)", TO_FILL],
    ),
    section(
      "Other",
      ["Which statistical software/packages do you plan to use?", facts.software],
      ["Which computational environment do you plan to use?", facts.environment],
      [
        "Which other steps will you undertake to make simulation results reproducible? (optional)",
        `The design file and all rows of the results are kept; the seed is ${JSON.stringify(design.seed)}, and every replication can be repeated alone. ${repeatText(design)}`,
      ],
      ["Is there anything else you want to preregister? (optional)", TO_FILL],
    ),
  ].join("\n\n")}\n`;
}

function repeatText({ until, secondsPerReplication }: ResolvedDesign["design"]): string {
  if (until?.hours !== undefined)
    return "A budget of hours makes the number of replications depend on the machine.";
  const same = "The same design gives the same results to the byte, on any number of threads";
  return secondsPerReplication === undefined
    ? `${same}.`
    : `${same}, unless a replication reaches its time limit, which depends on the machine.`;
}

type NamedWorld = ReturnType<typeof worldsOf>[number];

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

function json(value: unknown): string {
  return `\`${JSON.stringify(value)}\``;
}

function worldsText(worlds: readonly NamedWorld[]): string {
  return list(
    worlds.map(
      ({ name, world }) =>
        `**${name}** (scenario \`${world.scenario}\`)${world.aim === undefined ? "" : `: ${world.aim}`}`,
    ),
  );
}

function parametersOf({ vary, cells, sample }: World): string[] {
  return [
    ...new Set([
      ...Object.keys(vary ?? {}),
      ...(cells ?? []).flatMap((cell) => Object.keys(cell)),
      ...Object.keys(sample?.ranges ?? {}),
    ]),
  ];
}

function factorsText({ name, world }: NamedWorld): string {
  const parameters = parametersOf(world);
  return `${name}: ${parameters.length === 0 ? "none" : parameters.map((each) => `\`${each}\``).join(", ")}`;
}

function valuesText({ name, world }: NamedWorld): string {
  const parts = Object.entries(world.set ?? {}).map(
    ([parameter, value]) => `\`${parameter}\` = ${json(value)} throughout`,
  );
  for (const [parameter, values] of Object.entries(world.vary ?? {}))
    parts.push(`\`${parameter}\` ∈ ${json(values)}`);
  for (const [parameter, [low, high]] of Object.entries(world.sample?.ranges ?? {})) {
    parts.push(`\`${parameter}\` from ${low} to ${high}`);
  }
  if (world.cells !== undefined) parts.push(`cells ${json(world.cells)}`);
  return `${name}: ${parts.length === 0 ? "the scenario as it is" : parts.join("; ")}`;
}

function combinedText({ name, world }: NamedWorld): string {
  const { vary, cells, sample } = world;
  if (cells !== undefined) return `${name}: ${cells.length} combinations chosen one by one (scattershot)`;
  if (sample !== undefined) {
    const kind = sample.design === "sobol" ? "a Sobol sequence" : "a Latin hypercube";
    return `${name}: ${sample.points} points of ${kind} over the ranges`;
  }
  if (vary === undefined) return `${name}: one combination`;
  const counts = Object.values(vary).map(({ length }) => length);
  const product = counts.reduce((all, count) => all * count, 1);
  return counts.length === 1
    ? `${name}: one factor of ${product} levels`
    : `${name}: fully factorial, ${counts.join(" × ")} = ${product}`;
}

function streamsText(streams: string, cells: number): string {
  if (cells === 1) return "";
  return streams === "common"
    ? "All cells share their random numbers, replication by replication."
    : "Each cell has random numbers of its own.";
}

function estimandsText({ cells }: ResolvedDesign): string {
  const byWorld = new Map(cells.map(({ world, estimands }) => [world, estimands]));
  return list(
    [...byWorld].map(([world, estimands]) =>
      estimands === null
        ? `${world}: every coefficient of the methods but those of dummies`
        : `${world}: ${estimands.map((estimand) => `\`${estimand}\``).join(", ")}`,
    ),
  );
}

function methodsText(methods: readonly ModelSpecification[]): string {
  const distinct = new Map(methods.map((method) => [method.name, method]));
  const lines = [...distinct.values()].map(
    ({ name, model, summary }) => `**${name}** (${model})${summary === "" ? "" : `: ${summary}`}`,
  );
  return `${list(lines)}\n\nAll methods of a cell are fitted to the same data. From each fit the estimate, its standard error, the confidence limits and the p-value of every estimand are kept.`;
}

function replicationsText(
  { design, cells }: ResolvedDesign,
  { errors, shares }: PreregistrationFacts,
): string {
  const { replications, until } = design;
  const parts =
    until === undefined
      ? [`${replications} in each cell, ${replications * cells.length} in all.`]
      : [
          `At most ${replications} in each cell. A cell is looked at after ${until.minimum} replications and then after every ${until.every}, never between, and stops at the first look at which ${stoppingText(until)}.`,
        ];
  const known = shares.filter(({ nominal }) => !Number.isNaN(nominal));
  for (const { measure, nominal, worst } of known) {
    parts.push(
      `With ${replications} the Monte Carlo standard error of ${measure} is ${figure(nominal)} at its nominal value and ${figure(worst)} at most.`,
    );
  }
  const biases = (errors ?? []).filter(({ measure, mcse }) => measure === "bias" && !Number.isNaN(mcse));
  if (biases.length > 0) {
    const said = biases.slice(0, 10).map(({ estimand, mcse }) => `${figure(mcse)} for \`${estimand}\``);
    parts.push(`By the pilot's spread in the worst cell and method, that of the bias is ${said.join(", ")}.`);
  }
  return parts.join(" ");
}

function stoppingText({ mcse, estimands, hours }: NonNullable<ResolvedDesign["design"]["until"]>): string {
  const of = estimands === undefined ? "every estimand" : estimands.map((each) => `\`${each}\``).join(", ");
  const targets = Object.entries(mcse ?? {}).map(([measure, target]) => `${measure} ≤ ${target}`);
  const parts = [
    ...(targets.length === 0
      ? []
      : [
          `the Monte Carlo standard errors of ${of} by every method reach their targets (${targets.join(", ")})`,
        ]),
    ...(hours === undefined ? [] : [`${hours} hours have gone by`]),
  ];
  return parts.join(", or ");
}

function failuresText({ design }: ResolvedDesign): string {
  const { failure, secondsPerReplication } = design;
  const rules = [
    ...(failure?.warnings === undefined ? [] : [`fits that warn of ${failure.warnings.join(", ")}`]),
    ...(failure?.largeEstimate === undefined
      ? []
      : [`fits with an estimate beyond ±${failure.largeEstimate}`]),
    ...(failure?.largeStdError === undefined
      ? []
      : [`fits with a standard error above ${failure.largeStdError}`]),
    ...(secondsPerReplication === undefined
      ? []
      : [`replications that take longer than ${secondsPerReplication} s`]),
  ];
  return [
    "A method that gives no estimate in a replication (no convergence, separation, a collapsed world) is a failure with its cause; nothing is drawn again.",
    ...(rules.length === 0 ? [] : [`Failures are also ${rules.join("; ")}.`]),
    "Measures are over the valid replications of each method (case-wise), and over those in which all compared methods are valid (list-wise); failures are counted by cause, cell and method, and rejection and coverage have the bounds that the failures leave. No cell is left out.",
  ].join(" ");
}

function figure(value: number): string {
  return String(Number(value.toPrecision(2)));
}
