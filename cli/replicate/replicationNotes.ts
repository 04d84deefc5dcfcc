import { type Family, specificationOf } from "../../scenarios/index.ts";
import { count } from "../../study/journal/journalNumbers.ts";
import type { RepeatedPaper } from "../../study/replicate/repeatedPaper.ts";
import { DIFFERS, ODD } from "./replicationCells.ts";

/** What was repeated, and on which world. */
export function headOfReplication(of: RepeatedPaper): [paper: string, world: string] {
  const { paper, reference, scenario, firms, scale, seed } = of;
  return [
    `${paper}: ${reference}`,
    `world ${scenario}, ${count(firms)} firms (scale ${scale}), seed ${seed}`,
  ];
}

/** What a reader of the tables must know, one paragraph each. */
export function notesOfReplication({ paper, models, notes, scale }: RepeatedPaper, family: Family): string[] {
  const judged = models.flatMap(({ terms }) => terms.filter(({ differs }) => differs !== null));
  const different = judged.filter(({ differs }) => differs === true).length;
  const cox = models.some(({ estimator }) => estimator === "coxProportionalHazards");
  return [
    "Standard errors in parentheses. *** p ≤ 0.01, ** p ≤ 0.05, * p ≤ 0.1.",
    ...(cox
      ? ["Cox models: hazard ratios; the errors are those of their logarithms, and so are the comparisons."]
      : []),
    `${DIFFERS} ours differs from theirs by more than sampling error: the difference is above 2 standard errors, made of both (a printed 0.000 counts as half a unit of the last digit). ${different} of ${judged.length} coefficients do.`,
    `This is one history. The seed draws the world as well, which moves coefficients by more than their standard errors: \`bandwagon replicate ${paper} --seeds 10\` tells this history from this world.`,
    "Firms and their characteristics are synthetic: that a coefficient differs says nothing against the paper, and that it agrees says nothing for it.",
    ...(scale < 1
      ? [
          `At scale ${scale} there are fewer firms in every province: peers are fewer, standard errors larger${rulesByProvince(models, family)}. Captive firms keep their number.`,
        ]
      : []),
    ...notSimulated(models, family),
    "Log-likelihoods are those of different samples; they say nothing about each other.",
    ...notesOnPrint(notes),
    ...warningsOf(models),
  ];
}

/** Models that count producers leave out more in a smaller world. */
function rulesByProvince(models: RepeatedPaper["models"], family: Family): string {
  const counting = models.filter(({ specification }) =>
    (specificationOf(family, specification).rows?.where ?? []).some(
      ({ column }) => column === "provinceProducers",
    ),
  );
  if (counting.length === 0) return "";
  return `, and rules that count producers of a province (${counting.map(({ model }) => model).join(", ")}) leave out more provinces`;
}

/** Each printed variable that no world has, once, and why. */
export function notSimulated(
  models: readonly {
    readonly table: string;
    readonly terms: readonly { readonly variable: string; readonly label: string }[];
  }[],
  { publishedVariables: variables }: Family,
): string[] {
  const reasons = new Map<string, string>();
  for (const { table, terms } of models) {
    for (const { variable, label } of terms) {
      const known = variables[table]?.[variable];
      if (known !== undefined && "notSimulated" in known) reasons.set(label, known.notSimulated);
    }
  }
  if (reasons.size === 0) return [];
  return [`Not compared: ${[...reasons].map(([label, reason]) => `${label} (${reason})`).join("; ")}.`];
}

/** What is odd in print. */
export function notesOnPrint(notes: RepeatedPaper["notes"]): string[] {
  if (notes.length === 0) return [];
  return [
    `${ODD} odd in print; marked, and not compared where the number itself is in doubt:`,
    ...notes.map(({ table, id, text }) => `${ODD} ${table} ${id}: ${text}`),
  ];
}

/** Each warning once, with the models it is about. */
function warningsOf(models: RepeatedPaper["models"]): string[] {
  const about = new Map<string, string[]>();
  for (const { table, model, warnings } of models) {
    for (const { message } of warnings) {
      const known = about.get(message) ?? [];
      about.set(message, [...known, `${table.replace(/^.*-table/, "")}.${model}`]);
    }
  }
  return [...about].map(([message, names]) => `${names.join(", ")}: ${message}`);
}
