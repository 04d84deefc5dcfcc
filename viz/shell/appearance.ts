import type { LabState } from "../state/labState.ts";
import { shellWords } from "./words.ts";

/** Language, theme and size are attributes of the document, which the style sheets and screen readers go by. */
export function applyAppearance({ language, theme, embed, place }: LabState): void {
  const root = document.documentElement;
  root.lang = language;
  root.dataset.theme = theme;
  root.dataset.embed = embed ? "1" : "0";
  const words = shellWords[language];
  document.title = `${words.places[place]} · ${words.title}`;
}
