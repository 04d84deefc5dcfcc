import type { EffectVerdict, PlaceboVerdict, Verdict } from "../../../study/verdict/verdict.ts";
import type { Translation } from "../../i18n/words.ts";
import type { studyWords } from "./studyWords.ts";

type Rules = Translation<(typeof studyWords)["en"]>["rules"];

/** The rule behind a label, in words: which it is depends on whether there is an effect to be found. */
export function ruleOf(found: EffectVerdict | PlaceboVerdict, { worlds }: Verdict, rules: Rules): string {
  if (found.label === "noEstimate") return rules.noEstimate;
  if ("term" in found) return rules.placebo[found.label];
  const truth = worlds.find(({ cell }) => cell === found.cell)?.truth ?? Number.NaN;
  if (Number.isNaN(truth)) return rules.unknown;
  if (truth !== 0) return rules.some[found.label];
  // A wrong sign and no power are said only where there is an effect.
  return found.label === "identified" || found.label === "sizeDistorted"
    ? rules.nothing[found.label]
    : rules.nothing.undecided;
}
