import { contains } from "../../estimators/formula/expression.ts";
import type { Formula } from "../../estimators/index.ts";
import { type Phrase, phrase, type Said } from "../../scenarios/phrase.ts";
import type { EstimateOptions, ModelOptions } from "./estimateOptions.ts";
import { refused } from "./estimateRefusals.ts";

/** What a request turns out to be, once formula and options are read together. */
export type ModelKind = "binary" | "randomEffects" | "gammaFrailty" | "cox" | "linear" | "selection";

const NAMES: Readonly<Record<ModelKind, Phrase>> = {
  binary: phrase`a binary model without random effect`,
  randomEffects: phrase`a random-effects model`,
  gammaFrailty: phrase`a hazard with gamma frailty`,
  cox: phrase`a Cox model`,
  linear: phrase`a linear model`,
  selection: phrase`a model of selection and duration`,
};

interface Rule {
  readonly name: keyof ModelOptions;
  readonly option: string;
  readonly models: readonly ModelKind[];
  /** What has the option. */
  readonly expected: Said;
}

const COX = phrase`a Cox model: Surv(…) ~ …`;
const SELECTION = '--selection "selected ~ w"';
const LINKS = phrase`a probit, logit or cloglog`;

/** Who has which option; one that stands in no rule belongs to every model. */
const RULES: readonly Rule[] = [
  {
    name: "model",
    option: "--model",
    models: ["binary", "randomEffects", "gammaFrailty", "cox", "linear"],
    expected: phrase`no --selection`,
  },
  {
    name: "frailty",
    option: "--frailty",
    models: ["randomEffects", "gammaFrailty"],
    expected: phrase`--model cloglog, an outcome of 0 and 1, and a formula with (1 | g)`,
  },
  {
    name: "beforeEntry",
    option: "--before-entry",
    models: ["gammaFrailty"],
    expected: phrase`--frailty gamma; other models leave such rows out`,
  },
  { name: "dependence", option: "--dependence", models: ["selection"], expected: SELECTION },
  { name: "distribution", option: "--distribution", models: ["selection"], expected: SELECTION },
  { name: "ties", option: "--ties", models: ["cox"], expected: COX },
  {
    name: "quadrature",
    option: "--quadrature",
    models: ["randomEffects"],
    expected: phrase`a formula with (1 | g)`,
  },
  {
    name: "threads",
    option: "--threads",
    models: ["randomEffects"],
    expected: phrase`a probit with (1 | g) in the formula`,
  },
  {
    name: "information",
    option: "--information",
    models: ["binary"],
    expected: phrase`${LINKS}, and a formula without (1 | g)`,
  },
  {
    name: "penalty",
    option: "--penalty",
    models: ["binary", "cox"],
    expected: phrase`${LINKS} without (1 | g), or ${COX}`,
  },
  { name: "phTransform", option: "--ph-transform", models: ["cox"], expected: COX },
  { name: "effects", option: "--effects", models: ["binary", "randomEffects"], expected: LINKS },
  {
    name: "residuals",
    option: "--residuals",
    models: ["binary", "cox"],
    expected: phrase`${LINKS} without (1 | g), or ${COX}`,
  },
  {
    name: "predict",
    option: "--predict",
    models: ["binary", "randomEffects", "gammaFrailty", "cox"],
    expected: phrase`${LINKS}, or ${COX}`,
  },
  { name: "baseline", option: "--baseline", models: ["cox"], expected: COX },
  { name: "at", option: "--at", models: ["cox"], expected: COX },
];

/** Refuses every option that the model does not have: none is ever ignored. */
export function refuseForeignOptions(kind: ModelKind, options: ModelOptions): void {
  for (const { name, option, models, expected } of RULES) {
    if (options[name] === undefined || models.includes(kind)) continue;
    throw refused(option, phrase`${NAMES[kind]}, which has no such option`, expected);
  }
}

/** Options that say something only beside another. */
export function refuseLonelyOptions({ effects, effectsKind, change, at, predict }: ModelOptions): void {
  if (effects === undefined && effectsKind !== undefined) {
    throw refused("--effects-kind", phrase`no --effects`, phrase`--effects beside it`);
  }
  if (effects === undefined && change !== undefined) {
    throw refused("--change", phrase`no --effects`, phrase`--effects beside it`);
  }
  if (effectsKind === "derivative" && change !== undefined) {
    throw refused("--change", phrase`a derivative, which has no size of change`, "--effects-kind difference");
  }
  if (at !== undefined && predict === undefined) {
    throw refused(
      "--at",
      phrase`no --predict`,
      phrase`--predict FILE, which the survival curves are written to`,
    );
  }
}

/** One of the two would be dropped without a word. */
export function refuseTwoClusters({ terms }: Formula, { cluster }: EstimateOptions): void {
  if (cluster === undefined) return;
  if (contains(terms, (part) => part.kind === "call" && part.function === "cluster")) {
    throw refused(
      `--cluster ${cluster}`,
      phrase`cluster() in the formula, too`,
      phrase`one of the two; g^h for their combinations`,
    );
  }
}

/** Files of rows, curves and scripts are of one fit. */
export function refuseOfSeveral(formulas: number, options: EstimateOptions): void {
  if (formulas === 1) return;
  const { residuals, predict, baseline, exportR, exportStata } = options;
  const files = {
    "--residuals": residuals,
    "--predict": predict,
    "--baseline": baseline,
    "--export-r": exportR,
    "--export-stata": exportStata,
  };
  for (const [option, path] of Object.entries(files)) {
    if (path !== undefined)
      throw refused(option, phrase`${formulas} formulas`, phrase`one formula, of whose fit it is`);
  }
}

/** What is asked for and would not be printed. */
export function refuseUnprinted(formulas: number, { effects, phTransform, format }: EstimateOptions): void {
  const journal = format === "latex" || format === "html";
  if (effects !== undefined && journal) {
    throw refused(
      "--effects",
      phrase`--format ${format}, which prints coefficients`,
      phrase`--format table or json`,
    );
  }
  if (phTransform === undefined || format === "json") return;
  if (journal) throw refused("--ph-transform", `--format ${format}`, phrase`--format table or json`);
  if (formulas > 1) throw refused("--ph-transform", phrase`${formulas} formulas in a table`, "--format json");
}
