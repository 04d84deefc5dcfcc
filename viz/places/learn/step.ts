import type { ComponentType } from "preact";
import type { Language } from "../../i18n/words.ts";
import type { StepProps } from "./StepFrame.tsx";
import type { StepWords } from "./stepWords.ts";

/** A step: what it says in each language, and how it is shown. */
export interface Step {
  readonly words: Readonly<Record<Language, StepWords>>;
  readonly View: ComponentType<StepProps>;
}

/** The two together. */
export function step(words: Readonly<Record<Language, StepWords>>, View: ComponentType<StepProps>): Step {
  return { words, View };
}
