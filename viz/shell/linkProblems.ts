import { detailNames, unknownDetails } from "../state/detailNames.ts";
import type { Lab } from "../state/lab.ts";
import type { LinkProblem } from "../state/urlState.ts";
import { shellWords } from "./words.ts";

/** Says what of a link was not taken over, and what would be. */
export function sayLinkProblems(lab: Lab, problems: readonly LinkProblem[]): void {
  const words = shellWords[lab.state.value.language].problems;
  for (const { code, name, found, expected } of problems) {
    const text = {
      version: () => words.version(found, expected),
      unknown: () => words.unknown(name, expected),
      value: () => words.value(name, found, expected),
      "too-long": () => words.tooLong(found, expected),
    }[code]();
    lab.say("problem", text);
  }
  const state = lab.state.value;
  const known = detailNames[state.place].map((name) => `x.${name}`).join(", ");
  for (const name of unknownDetails(state)) lab.say("problem", words.unknown(`x.${name}`, known));
}
