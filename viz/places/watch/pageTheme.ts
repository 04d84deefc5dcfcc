import { computed, type ReadonlySignal } from "@preact/signals";
import type { MapTheme } from "../../map/colours.ts";
import type { Lab } from "../../state/lab.ts";
import { mediaSignal } from "../../state/preferences.ts";

/** Whether the page is light or dark now. */
export function pageTheme(lab: Lab): ReadonlySignal<MapTheme> {
  const dark = mediaSignal("(prefers-color-scheme: dark)");
  return computed(() => {
    const { theme } = lab.state.value;
    if (theme === "system") return dark.value ? "dark" : "light";
    return theme === "dark" ? "dark" : "light";
  });
}
