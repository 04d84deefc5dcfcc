import type { Language } from "../i18n/words.ts";

/** The places of the lab, in the order of its navigation. */
export const places = ["watch", "estimate", "repeat", "tell-apart", "your-data", "learn"] as const;
export type Place = (typeof places)[number];

export const themes = ["system", "light", "dark", "projector"] as const;
export type ThemeName = (typeof themes)[number];

/** What a parameter of a scenario can be set to in a link. */
export type ParameterValue = number | string | boolean | readonly number[] | readonly Intervention[];

/** A pioneer or a shock that the reader placed; the meaning of its fields is the scenario's. */
export type Intervention = Readonly<Record<string, number | string>>;

/** All that a link holds. What is not in it is derived from it, so that two people with one link see one thing. */
export interface LabState {
  readonly place: Place;
  /** Name of a scenario; "" for the place's own default. */
  readonly world: string;
  /** Parameters that differ from the scenario's. */
  readonly set: Readonly<Record<string, ParameterValue>>;
  readonly seed: string;
  /** The year shown, or the step of a lesson; null for the place's default. */
  readonly step: number | null;
  /** What a place needs besides, by its own names: chosen methods, a lesson, a province. Short plain text. */
  readonly detail: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly theme: ThemeName;
  /** Without header and footer, for slides and course pages. */
  readonly embed: boolean;
}

/** Where a reader without a link begins. */
export const startState: LabState = {
  place: "watch",
  world: "",
  set: {},
  seed: "1",
  step: null,
  detail: {},
  language: "en",
  theme: "system",
  embed: false,
};
