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
  if (how === "push") history.pushState(null, "", link);
  else keepSoon(link);
});

/** Browsers refuse more than about 100 changes of the address in half a minute; a slider makes more. */
let waiting: ReturnType<typeof setTimeout> | undefined;
function keepSoon(link: string): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => history.replaceState(null, "", link), 400);
}

addEventListener("popstate", () => {
  clearTimeout(waiting);
  lab.update(readLink(location.search, lab.state.value.language).state);
});
sayLinkProblems(lab, problems);
effect(() => applyAppearance(lab.state.value));

const root = document.getElementById("app");
if (root === null) throw new Error("the page has no element #app");
render(
  <LabContext.Provider value={lab}>
    <App />
  </LabContext.Provider>,
  root,
);
postHeight();
registerOffline();
