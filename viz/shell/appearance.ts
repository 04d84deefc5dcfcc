import type { LabState } from "../state/labState.ts";
import { shellWords } from "./words.ts";

/** Language, theme and size are attributes of the document, which the style sheets and screen readers go by. */
export function applyAppearance({ language, theme, embed, place }: LabState): void {
  const { title, places } = shellWords[language];
  setAttribute("lang", language);
  setAttribute("data-theme", theme);
  setAttribute("data-embed", embed ? "1" : "0");
  const heading = `${places[place]} · ${title}`;
  if (document.title !== heading) document.title = heading;
}

/** Written only when it changes: the styles of the whole page are worked out anew for it, and every figure reads its theme. */
function setAttribute(name: string, value: string): void {
  const root = document.documentElement;
  if (root.getAttribute(name) !== value) root.setAttribute(name, value);
}
