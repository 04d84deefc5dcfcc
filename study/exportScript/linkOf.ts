/** `probit` of `randomEffectsProbit`; null for a model that has no link. */
export function linkOf(model: string): "probit" | "logit" | "cloglog" | null {
  const name = model.replace(/^randomEffects/, "").toLowerCase();
  return name === "probit" || name === "logit" || name === "cloglog" ? name : null;
}
