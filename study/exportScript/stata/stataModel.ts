import type { ExportedResult } from "../exportRequest.ts";
import { linkOf } from "../linkOf.ts";

/** What a model's command is made of. */
export interface StataPieces {
  readonly outcome: string;
  /** Of `Surv()`; empty strings where it has no such argument. */
  readonly duration: { readonly start: string; readonly stop: string; readonly event: string } | null;
  readonly terms: string;
  readonly intercept: boolean;
  readonly weights: string | null;
  readonly cluster: string | null;
  readonly strata: readonly string[];
  readonly offset: string | null;
  /** `a#b`, `c`. */
  readonly absorbed: readonly string[];
}

/** Whether the model's command takes no weights of rows. */
export function withoutWeights({ model, penalty, randomEffect, frailty }: ExportedResult): boolean {
  return randomEffect !== null || frailty != null || (penalty === "firth" && model === "logit");
}

/** The lines that fit a model, after which Stata shows it; null for a model that Stata has no command for. */
export function stataModel(result: ExportedResult, pieces: StataPieces): string[] | null {
  if (result.penalty === "firth" && result.model !== "logit") return null;
  if (result.frailty != null) return frailtyLines(pieces);
  if (result.model !== "cox" && result.model !== "linear" && linkOf(result.model) === null) return null;
  if (result.model === "cox") return coxLines(result, pieces);
  if (result.model === "linear") return linearLines(result, pieces);
  if (result.penalty === "firth") return penalizedLines(pieces);
  return result.randomEffect === null ? binaryLines(result, pieces) : randomEffectsLines(result, pieces);
}

/** Prentice, Gloeckler and Meyer's model by Jenkins's command. */
function frailtyLines({ outcome, terms }: StataPieces): string[] {
  return [
    "* ssc install pgmhaz8; it takes one spell a group, whose rows it orders by seq().",
    "bysort group: generate spell_row = _n if sample",
    `pgmhaz8 ${terms} if sample, id(group) seq(spell_row) dead(${outcome})`,
  ];
}

const link = (model: string) => model.replace(/^randomEffects/, "").toLowerCase();

function errors({ robust }: ExportedResult, cluster: string | null): string {
  if (robust === null) return "";
  return cluster === null ? "vce(robust)" : `vce(cluster ${cluster})`;
}

/** Weights of the likelihood; with robust errors Stata calls them sampling weights. */
function weight({ robust }: ExportedResult, { weights }: StataPieces, plain: string): string {
  return weights === null ? "" : ` [${robust === null ? plain : "pweight"} = ${weights}]`;
}

function withOptions(command: string, options: readonly string[]): string {
  const given = options.filter((option) => option !== "");
  return given.length === 0 ? command : `${command}, ${given.join(" ")}`;
}

function common({ intercept, offset }: StataPieces): string[] {
  return [intercept ? "" : "noconstant", offset === null ? "" : `offset(${offset})`];
}

function binaryLines(result: ExportedResult, pieces: StataPieces): string[] {
  const { outcome, terms, cluster } = pieces;
  const of = `${outcome} ${terms}${weight(result, pieces, "iweight")} if sample`;
  const options = [...common(pieces), errors(result, cluster)];
  const factor =
    result.robust === null
      ? []
      : ["* Stata's robust errors have the factor n/(n - 1), with clusters G/(G - 1)."];
  if (result.information !== "expected")
    return [...factor, withOptions(`${link(result.model)} ${of}`, options)];
  const family = ["family(binomial)", `link(${link(result.model)})`, "irls"];
  return [
    ...factor,
    "* Standard errors from the expected information.",
    withOptions(`glm ${of}`, [...family, ...options]),
  ];
}

/** A row as often as it counts, for commands that take no weights of rows. */
function repeated({ weights }: StataPieces): string[] {
  return weights === null ? [] : [`* A row as often as its weight says.`, `expand ${weights} if sample`];
}

function penalizedLines(pieces: StataPieces): string[] {
  const { outcome, terms } = pieces;
  return [...repeated(pieces), "* ssc install firthlogit", `firthlogit ${outcome} ${terms} if sample`];
}

function randomEffectsLines(result: ExportedResult, pieces: StataPieces): string[] {
  const { outcome, terms, cluster } = pieces;
  const nodes = result.randomEffect?.quadrature ?? 12;
  const quadrature = ["re", "intmethod(aghermite)", `intpoints(${nodes})`];
  return [
    ...repeated(pieces),
    "xtset group",
    withOptions(`xt${link(result.model)} ${outcome} ${terms} if sample`, [
      ...quadrature,
      ...common(pieces),
      errors(result, cluster),
    ]),
    "* /lnsig2u is 2 ln sigma.",
  ];
}

const TIES: Readonly<Record<string, string>> = { efron: "efron", breslow: "breslow", exact: "exactp" };

function coxLines(result: ExportedResult, pieces: StataPieces): string[] {
  const { duration, terms, strata, cluster, offset } = pieces;
  if (duration === null) return ["* A Cox model without a duration."];
  const entry = duration.start === "" ? "" : ` time0(${duration.start})`;
  const failure = duration.event === "" ? "" : `failure(${duration.event})${entry}`;
  const options = [
    TIES[result.ties ?? "efron"] ?? "efron",
    "nohr",
    strata.length === 0 ? "" : `strata(${strata.join(" ")})`,
    errors(result, cluster),
    offset === null ? "" : `offset(${offset})`,
  ];
  return [
    ...(strata.length > 5
      ? ["* stcox takes at most five variables of strata: combine them by egen group()."]
      : []),
    ...(cluster === null
      ? []
      : ["* Stata's clustered errors have the factor G/(G - 1); bandwagon's and R's have none."]),
    withOptions(
      `stset ${duration.stop} if sample${weight(result, pieces, "iweight").replace(/^ /, " ")}`.replace(
        / if sample( \[.*\])$/,
        "$1 if sample",
      ),
      [failure],
    ),
    withOptions(`stcox ${terms}`, options),
  ];
}

function linearLines(result: ExportedResult, pieces: StataPieces): string[] {
  const { outcome, terms, absorbed, intercept, cluster } = pieces;
  const of = `${outcome} ${terms}${weight(result, pieces, "aweight")} if sample`;
  if (absorbed.length === 0) {
    return [withOptions(`regress ${of}`, [intercept ? "" : "noconstant", errors(result, cluster)])];
  }
  const options = [`absorb(${absorbed.join(" ")})`, "keepsingletons", errors(result, cluster)];
  return ["* ssc install reghdfe; ssc install ftools", withOptions(`reghdfe ${of}`, options)];
}
