import { effect } from "@preact/signals";
import { render } from "preact";
import { registerOffline } from "./offline/registerOffline.ts";
import { App } from "./shell/App.tsx";
import { applyAppearance } from "./shell/appearance.ts";
import { sayLinkProblems } from "./shell/linkProblems.ts";
import { postHeight } from "./shell/postHeight.ts";
import { createLab, LabContext } from "./state/lab.ts";
import { readersLanguage } from "./state/preferences.ts";
import { readLink, writeLink } from "./state/urlState.ts";

const { state, problems } = readLink(location.search, readersLanguage());
const lab = createLab(state, (next, how) => {
  const link = writeLink(next);
  if (how === "replace") return keepSoon(link);
  keepNow();
  history.pushState(null, "", link);
});

/** Browsers refuse more than about 100 changes of the address in half a minute; a slider makes more. */
let waiting: { readonly link: string; readonly timer: ReturnType<typeof setTimeout> } | null = null;
function keepSoon(link: string): void {
  if (waiting !== null) clearTimeout(waiting.timer);
  waiting = { link, timer: setTimeout(keepNow, 400) };
}

/** What waits belongs to the present entry of the history, not to the one that is about to be made. */
function keepNow(): void {
  if (waiting === null) return;
  clearTimeout(waiting.timer);
  history.replaceState(null, "", waiting.link);
  waiting = null;
}

addEventListener("pagehide", keepNow);
addEventListener("popstate", () => {
  // The entry that was waiting to be written has been left.
  if (waiting !== null) clearTimeout(waiting.timer);
  waiting = null;
  lab.update(readLink(location.search, lab.state.value.language).state);
});
void sayLinkProblems(lab, problems);
effect(() => applyAppearance(lab.state.value));

const root = document.getElementById("app");
if (root === null) throw new Error("the page has no element #app");
render(
  <LabContext.Provider value={lab}>
    <App />
  </LabContext.Provider>,
  root,
);
// The first number written in a language takes as long as a thousand others: tasks of their own, before the first results come.
effect(() => {
  const format = lab.format.value;
  setTimeout(() => format.count(0));
  setTimeout(() => format.percent(0));
});
postHeight();
registerOffline();
