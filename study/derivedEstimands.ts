import type { ModelSpecification } from "../scenarios/index.ts";

/**
 * Estimands that a design asks for by name and that are made of others: they are in the rows of a study only where they
 * are asked for.
 *
 * - `hazardRatio(term)`: exp of a coefficient of a Cox model.
 * - `peerEffect`: the interventional truth of the history, computed and not estimated.
 * - `difference(one, other)`: of two estimands of one method, either of which may be `peerEffect`.
 */
export type DerivedEstimand =
  | { readonly kind: "hazardRatio"; readonly term: string }
  | { readonly kind: "peerEffect" }
  | { readonly kind: "difference"; readonly one: string; readonly other: string };

export const PEER_EFFECT = "peerEffect";
const HAZARD_RATIO = /^hazardRatio\((.+)\)$/s;
const DIFFERENCE = /^difference\((.+)\)$/s;

/** Null for an estimand that a method has of itself, and for a difference that is not one of two. */
export function derivedEstimand(name: string): DerivedEstimand | null {
  if (name === PEER_EFFECT) return { kind: "peerEffect" };
  const [, term] = HAZARD_RATIO.exec(name) ?? [];
  if (term !== undefined) return { kind: "hazardRatio", term };
  const [, inner] = DIFFERENCE.exec(name) ?? [];
  if (inner === undefined) return null;
  const [one, other, another] = partsBetweenCommas(inner);
  if (one === undefined || other === undefined || another !== undefined) return null;
  return { kind: "difference", one, other };
}

/** Parts between the commas that stand outside all brackets; `interaction(a, b)x` is one. */
function partsBetweenCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const character of text) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (character === "," && depth === 0) {
      parts.push(part.trim());
      part = "";
    } else part += character;
  }
  return [...parts, part.trim()];
}

/**
 * Whether a method can give a derived estimand.
 *
 * @param has whether it can give one that is not derived.
 */
export function couldBeDerived(
  { model }: ModelSpecification,
  derived: DerivedEstimand,
  has: (estimand: string) => boolean,
): boolean {
  switch (derived.kind) {
    case "peerEffect":
      return true;
    case "hazardRatio":
      return model === "cox" && has(derived.term);
    default: {
      // A difference of differences has no reader.
      const part = (name: string): boolean => {
        const inner = derivedEstimand(name);
        if (inner === null) return has(name);
        return inner.kind === "hazardRatio"
          ? model === "cox" && has(inner.term)
          : inner.kind === "peerEffect";
      };
      const { one, other } = derived;
      return one !== other && part(one) && part(other) && (one !== PEER_EFFECT || other !== PEER_EFFECT);
    }
  }
}
