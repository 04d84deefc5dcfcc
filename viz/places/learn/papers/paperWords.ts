import type { StepWords } from "../stepWords.ts";

/** A screen of a paper's lesson: a step whose guess is a choice of three. */
export interface ScreenWords extends StepWords {
  readonly guess: string;
  readonly options: Readonly<Record<string, string>>;
}

export const screens = ["one", "two", "three"] as const;
export type Screen = (typeof screens)[number];
export type ScreensWords = Readonly<Record<Screen, ScreenWords>>;
