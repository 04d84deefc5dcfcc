import { industryNames, type ModelSpecification, type Scenario, simulatedYears } from "../scenarios/index.ts";
import { couldBeDerived, derivedEstimand } from "./derivedEstimands.ts";

/** What a specification estimates, by the names used in rows and designs, in the order of its table. */

export const INTERCEPT = "(Intercept)";
/** Standard deviation of the random effect. */
export const SIGMA = "sigma";

/** As R prints a factor before its level. */
export function factorTermName(column: string): string {
  return `factor(${column})`;
}

/** As R names crossed columns before their combination of levels. */
export function interactionTermName(columns: readonly string[]): string {
  return `interaction(${columns.join(", ")})`;
}

/** Names before the levels of every set of dummies, in the order of the model. */
function dummyNames({ factors, interactions }: ModelSpecification): string[] {
  return [...factors.map(factorTermName), ...(interactions ?? []).map(interactionTermName)];
}

/** Effect of one more peer on the probability, averaged over the sample. */
export function averagePartialEffectName(term: string): string {
  return `averagePartialEffect(${term})`;
}

/** Every estimand whose name does not hang on the data: all but the factor levels. */
export function knownEstimands(specification: ModelSpecification): string[] {
  if (specification.model !== "probit" && specification.model !== "randomEffectsProbit")
    return [...specification.numeric];
  return [
    INTERCEPT,
    ...specification.numeric,
    ...(specification.model === "randomEffectsProbit" ? [SIGMA] : []),
    ...specification.averagePartialEffects.map(averagePartialEffectName),
  ];
}

/** A level of a factor: a nuisance dummy, in the files but folded in a table. */
export function isFactorLevel(specification: ModelSpecification, estimand: string): boolean {
  return dummyNames(specification).some((name) => estimand.startsWith(name));
}

/** What a table of a cell shows of a method: the estimands that are asked for, or all but the levels of factors. */
export function isOfInterest(
  cell: { readonly estimands: readonly string[] | null; readonly methods: readonly ModelSpecification[] },
  method: string,
  estimand: string,
): boolean {
  if (cell.estimands !== null) return cell.estimands.includes(estimand);
  const specification = cell.methods.find(({ name }) => name === method);
  return specification === undefined || !isFactorLevel(specification, estimand);
}

/**
 * The levels a factor can have in the panel of a world, but for the reference; null where they hang on geography or
 * chance. The first recorded year only gives the initial state, and the one after it is the reference.
 */
export function levelsOf(column: string, scenario: Scenario): readonly string[] | null {
  if (column === "industry") return [...industryNames].slice(1);
  if (column !== "year") return null;
  const { last } = simulatedYears(scenario);
  return Array.from({ length: last - scenario.firstYear - 1 }, (_, index) =>
    String(scenario.firstYear + 2 + index),
  );
}

/** Whether the specification can yield an estimand of this name on some panel of the world. */
export function couldBeEstimand(
  specification: ModelSpecification,
  estimand: string,
  scenario: Scenario,
): boolean {
  const derived = derivedEstimand(estimand);
  if (derived !== null) {
    return couldBeDerived(specification, derived, (name) => couldBeOwn(specification, name, scenario));
  }
  return couldBeOwn(specification, estimand, scenario);
}

/** An estimand that the method has of itself. */
function couldBeOwn(specification: ModelSpecification, estimand: string, scenario: Scenario): boolean {
  if (knownEstimands(specification).includes(estimand)) return true;
  const crossed = (specification.interactions ?? []).map(interactionTermName);
  if (crossed.some((name) => estimand.length > name.length && estimand.startsWith(name))) return true;
  return specification.factors.some((column) => {
    const name = factorTermName(column);
    if (!estimand.startsWith(name)) return false;
    const level = estimand.slice(name.length);
    return level !== "" && (levelsOf(column, scenario)?.includes(level) ?? true);
  });
}

/**
 * Orders the estimands of one specification: those of `knownEstimands` as listed there, then factor levels by factor
 * and level. It needs no fit, so rows can be put in order wherever they come from.
 */
export function compareEstimands(specification: ModelSpecification, a: string, b: string): number {
  const byRank = rank(specification, a) - rank(specification, b);
  if (byRank !== 0) return byRank;
  return a < b ? -1 : a > b ? 1 : 0;
}

function rank(specification: ModelSpecification, estimand: string): number {
  const known = knownEstimands(specification);
  const position = known.indexOf(estimand);
  if (position >= 0) return position;
  const names = dummyNames(specification);
  const dummy = names.findIndex((name) => estimand.startsWith(name));
  return known.length + (dummy >= 0 ? dummy : names.length);
}
