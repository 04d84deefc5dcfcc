import { leaveOutDetails } from "../../shell/linkProblems.ts";
import type { Lab } from "../../state/lab.ts";
import { checkDetails, oneOf } from "../../state/linkChecks.ts";
import { families, parseFamily } from "./choices.ts";
import type { DataModel } from "./model.ts";

/** The reader's own file is never in a link; a fit to the simulated panel is, as far as it is short. */
export function keepInLink(lab: Lab, model: DataModel): void {
  const { detail } = lab.state.peek();
  const others = Object.fromEntries(Object.entries(detail).filter(([name]) => !name.startsWith("own.")));
  const sample = model.source.value?.kind === "sample";
  const formula = model.formula.value.trim();
  const { family, unit, period, cluster } = model.choices.value;
  const own = {
    "own.data": "sample",
    "own.model": family,
    "own.panel": unit === "" || period === "" ? "" : `${unit},${period}`,
    "own.cluster": cluster,
    "own.formula": /^[^\p{Cc}]{1,200}$/u.test(formula) ? formula : "",
  };
  const kept = sample ? Object.entries(own).filter(([, value]) => value !== "") : [];
  lab.update({ detail: { ...others, ...Object.fromEntries(kept) } });
}

/** What of a link's details the place does not understand; columns and formula are the panel's to judge. */
export function detailProblems(detail: Readonly<Record<string, string>>) {
  return checkDetails(detail, { "own.data": oneOf(["sample"]), "own.model": oneOf(families) });
}

/** Opens the simulated panel where a link asks for it, with the link's formula. */
export async function openFromLink(lab: Lab, model: DataModel): Promise<void> {
  leaveOutDetails(lab, detailProblems(lab.state.peek().detail));
  const { detail } = lab.state.peek();
  if (detail["own.data"] !== "sample" || model.source.value !== null) return;
  if (!(await model.open({ kind: "sample" }))) return;
  const [unit = "", period = ""] = (detail["own.panel"] ?? "").split(",");
  const formula = detail["own.formula"];
  if (formula === undefined) return;
  model.choose({
    family: parseFamily(detail["own.model"]),
    unit,
    period,
    cluster: detail["own.cluster"] ?? "",
  });
  if (formula !== model.formula.value) model.byHand.value = formula;
}
