import { loadWording } from "../i18n/wording.ts";
import { detailNames, unknownDetails } from "../state/detailNames.ts";
import type { Lab } from "../state/lab.ts";
import type { Place } from "../state/labState.ts";
import type { DetailProblem } from "../state/linkChecks.ts";
import type { LinkProblem } from "../state/urlState.ts";
import { shellWords } from "./words.ts";

/** Places whose links have a step. */
const withSteps: readonly Place[] = ["watch", "learn"];

/** Says what of a link was not taken over, and what would be. */
export async function sayLinkProblems(lab: Lab, problems: readonly LinkProblem[]): Promise<void> {
  const state = lab.state.peek();
  const unknown = unknownDetails(state);
  const { step } = state;
  const idle = step !== null && !withSteps.includes(state.place);
  if (problems.length + unknown.length === 0 && !idle) return;
  const words = shellWords[state.language].problems;
  if (idle) {
    lab.say("problem", words.noStep(String(step)));
    lab.update({ step: null });
  }
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

/** Says what a place has no use for, and takes it out of the state, so that its defaults are shown and stay. */
export function leaveOutDetails(lab: Lab, problems: readonly DetailProblem[]): void {
  if (problems.length === 0) return;
  const { language, detail, step } = lab.state.peek();
  const { value } = shellWords[language].problems;
  for (const { name, found, expected } of problems) lab.say("problem", value(name, found, expected));
  const refused = problems.map(({ name }) => name.replace("x.", ""));
  const left = Object.entries(detail).filter(([name]) => !refused.includes(name));
  lab.update({ detail: Object.fromEntries(left), step: refused.includes("step") ? null : step });
}
