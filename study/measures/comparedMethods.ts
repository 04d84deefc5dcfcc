import type { ModelSpecification } from "../../scenarios/index.ts";
import type { Cell } from "../cells.ts";
import { couldBeEstimand } from "../estimands.ts";

/**
 * Methods of a cell that estimate the same thing under one name, in their order. The first is the reference that the
 * others are compared with.
 */
export interface ComparedMethods {
  readonly estimand: string;
  readonly methods: readonly string[];
}

/** Tells with what a method's estimate is compared; null for a method that the cell does not have. */
export type FindCompared = (method: string, estimand: string) => ComparedMethods | null;

/**
 * Compared are the methods that can give the estimand on the same scale, whether or not they ever did: what is
 * compared with what follows from the design alone. A coefficient of a probit is not that of a Cox model.
 */
export function comparedMethods(cell: Cell): FindCompared {
  const found = new Map<string, ReadonlyMap<string, ComparedMethods>>();
  return (method, estimand) => {
    const ofEstimand = found.get(estimand) ?? groups(cell, estimand);
    found.set(estimand, ofEstimand);
    return ofEstimand.get(method) ?? null;
  };
}

function groups(cell: Cell, estimand: string): ReadonlyMap<string, ComparedMethods> {
  const byScale = new Map<string, string[]>();
  for (const method of cell.methods) {
    if (!couldBeEstimand(method, estimand, cell.scenario)) continue;
    const scale = scaleOf(method);
    const others = byScale.get(scale) ?? [];
    others.push(method.name);
    byScale.set(scale, others);
  }
  const byMethod = new Map<string, ComparedMethods>();
  for (const methods of byScale.values()) {
    const compared = { estimand, methods };
    for (const method of methods) byMethod.set(method, compared);
  }
  return byMethod;
}

/** What a row is of, and what a coefficient is a change of. */
export function scaleOf({ unit = "pair", model }: ModelSpecification): string {
  return `${unit} ${model === "randomEffectsProbit" ? "probit" : model}`;
}
