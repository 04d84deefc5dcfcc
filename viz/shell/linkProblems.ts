import { loadWording } from "../i18n/wording.ts";
import { detailNames, unknownDetails } from "../state/detailNames.ts";
import type { Lab } from "../state/lab.ts";
import type { LinkProblem } from "../state/urlState.ts";
import { shellWords } from "./words.ts";

/** Says what of a link was not taken over, and what would be. */
export async function sayLinkProblems(lab: Lab, problems: readonly LinkProblem[]): Promise<void> {
  const state = lab.state.peek();
  const unknown = unknownDetails(state);
  if (problems.length + unknown.length === 0) return;
  const words = shellWords[state.language].problems;
  const word = await loadWording(state.language);
  for (const { code, name, found, ...problem } of problems) {
    const expected = word(problem.expected);
    const text = {
      version: () => words.version(found, expected),
      unknown: () => words.unknown(name, found, expected),
      value: () => words.value(name, found, expected),
      "too-long": () => words.tooLong(found, expected),
    }[code]();
    lab.say("problem", text);
  }
  const known = detailNames[state.place].map((name) => `x.${name}`).join(", ");
  for (const name of unknown) lab.say("problem", words.unknown(`x.${name}`, state.detail[name] ?? "", known));
}
