import { type ReadonlySignal, signal } from "@preact/signals";
import { type Language, languages } from "../i18n/words.ts";

/** The reader's first language that the lab speaks; English where there is none. */
export function readersLanguage(): Language {
  for (const tag of navigator.languages ?? []) {
    const found = languages.find((language) => tag.toLowerCase().startsWith(language));
    if (found !== undefined) return found;
  }
  return "en";
}

/** Whether a media query holds, as a signal that follows it. */
export function mediaSignal(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const matches = signal(list.matches);
  list.addEventListener("change", () => {
    matches.value = list.matches;
  });
  return matches;
}
