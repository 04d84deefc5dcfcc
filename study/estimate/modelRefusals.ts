import { contains } from "../../estimators/formula/expression.ts";
import type { Formula } from "../../estimators/index.ts";
import type { EstimateOptions, ModelOptions } from "./estimateOptions.ts";
import { refused } from "./estimateRefusals.ts";

/** What a request turns out to be, once formula and options are read together. */
export type ModelKind = "binary" | "randomEffects" | "gammaFrailty" | "cox" | "linear" | "selection";

const NAMES: Readonly<Record<ModelKind, string>> = {
  binary: "a binary model without random effect",
  randomEffects: "a random-effects model",
  gammaFrailty: "a hazard with gamma frailty",
  cox: "a Cox model",
  linear: "a linear model",
  selection: "a model of selection and duration",
};

interface Rule {
  readonly name: keyof ModelOptions;
  readonly option: string;
  readonly models: readonly ModelKind[];
  /** What has the option. */
  readonly expected: string;
}

const COX = "a Cox model: Surv(…) ~ …";
const SELECTION = '--selection "selected ~ w"';
const LINKS = "a probit, logit or cloglog";

/** Who has which option; one that stands in no rule belongs to every model. */
const RULES: readonly Rule[] = [
  {
    name: "model",
    option: "--model",
    models: ["binary", "randomEffects", "gammaFrailty", "cox", "linear"],
    expected: "no --selection",
  },
  {
    name: "frailty",
    option: "--frailty",
    models: ["randomEffects", "gammaFrailty"],
    expected: "--model cloglog, an outcome of 0 and 1, and a formula with (1 | g)",
  },
  {
    name: "beforeEntry",
    option: "--before-entry",
    models: ["gammaFrailty"],
    expected: "--frailty gamma; other models leave such rows out",
  },
  { name: "dependence", option: "--dependence", models: ["selection"], expected: SELECTION },
  { name: "distribution", option: "--distribution", models: ["selection"], expected: SELECTION },
  { name: "ties", option: "--ties", models: ["cox"], expected: COX },
  {
    name: "quadrature",
    option: "--quadrature",
    models: ["randomEffects"],
    expected: "a formula with (1 | g)",
  },
  {
    name: "threads",
    option: "--threads",
    models: ["randomEffects"],
    expected: "a probit with (1 | g) in the formula",
  },
  {
    name: "information",
    option: "--information",
    models: ["binary"],
    expected: `${LINKS}, and a formula without (1 | g)`,
  },
  {
    name: "penalty",
    option: "--penalty",
    models: ["binary", "cox"],
    expected: `${LINKS} without (1 | g), or ${COX}`,
  },
  { name: "phTransform", option: "--ph-transform", models: ["cox"], expected: COX },
  { name: "effects", option: "--effects", models: ["binary", "randomEffects"], expected: LINKS },
  {
    name: "residuals",
    option: "--residuals",
    models: ["binary", "cox"],
    expected: `${LINKS} without (1 | g), or ${COX}`,
  },
  {
    name: "predict",
    option: "--predict",
    models: ["binary", "randomEffects", "gammaFrailty", "cox"],
    expected: `${LINKS}, or ${COX}`,
  },
  { name: "baseline", option: "--baseline", models: ["cox"], expected: COX },
  { name: "at", option: "--at", models: ["cox"], expected: COX },
];

/** Refuses every option that the model does not have: none is ever ignored. */
export function refuseForeignOptions(kind: ModelKind, options: ModelOptions): void {
  for (const { name, option, models, expected } of RULES) {
    if (options[name] === undefined || models.includes(kind)) continue;
    throw refused(option, `${NAMES[kind]}, which has no such option`, expected);
  }
}

/** Options that say something only beside another. */
export function refuseLonelyOptions({ effects, effectsKind, change, at, predict }: ModelOptions): void {
  if (effects === undefined && effectsKind !== undefined) {
    throw refused("--effects-kind", "no --effects", "--effects beside it");
  }
  if (effects === undefined && change !== undefined) {
    throw refused("--change", "no --effects", "--effects beside it");
  }
  if (effectsKind === "derivative" && change !== undefined) {
    throw refused("--change", "a derivative, which has no size of change", "--effects-kind difference");
  }
  if (at !== undefined && predict === undefined) {
    throw refused("--at", "no --predict", "--predict FILE, which the survival curves are written to");
  }
}

/** One of the two would be dropped without a word. */
export function refuseTwoClusters({ terms }: Formula, { cluster }: EstimateOptions): void {
  if (cluster === undefined) return;
  if (contains(terms, (part) => part.kind === "call" && part.function === "cluster")) {
    throw refused(
      `--cluster ${cluster}`,
      "cluster() in the formula, too",
      "one of the two; g^h for their combinations",
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
    if (path !== undefined) throw refused(option, `${formulas} formulas`, "one formula, of whose fit it is");
  }
}

/** What is asked for and would not be printed. */
export function refuseUnprinted(formulas: number, { effects, phTransform, format }: EstimateOptions): void {
  const journal = format === "latex" || format === "html";
  if (effects !== undefined && journal) {
    throw refused("--effects", `--format ${format}, which prints coefficients`, "--format table or json");
  }
  if (phTransform === undefined || format === "json") return;
  if (journal) throw refused("--ph-transform", `--format ${format}`, "--format table or json");
  if (formulas > 1) throw refused("--ph-transform", `${formulas} formulas in a table`, "--format json");
}
