import { useSignal } from "@preact/signals";
import { useLab, useWords } from "../state/lab.ts";
import { type Place, places } from "../state/labState.ts";
import { writeLink } from "../state/urlState.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { HelpKeys } from "./HelpKeys.tsx";
import { Settings } from "./Settings.tsx";
import { Share } from "./Share.tsx";
import { shellWords } from "./words.ts";

type DialogName = "settings" | "share" | "help";

/** Name, places, and the three dialogs. Places are links, so that they open in a new tab as well. */
export function Header() {
  const lab = useLab();
  const words = useWords(shellWords);
  const state = lab.state.value;
  const open = useSignal<DialogName | null>(null);
  const close = () => {
    open.value = null;
  };
  const follow = (event: MouseEvent, place: Place) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    lab.update(leaveFor(place), "push");
  };
  return (
    <header class="top">
      <div class="brand">
        <strong>{words.title}</strong>
        <span>{words.tagline}</span>
      </div>
      <nav aria-label={words.navigation}>
        <ul>
          {places.map((place) => (
            <li key={place}>
              <a
                href={writeLink({ ...state, ...leaveFor(place) })}
                aria-current={place === state.place ? "page" : undefined}
                onClick={(event) => follow(event, place)}
              >
                {words.places[place]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="tools">
        {(["share", "settings", "help"] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-haspopup="dialog"
            onClick={() => {
              open.value = name;
            }}
          >
            {words[name]}
          </button>
        ))}
      </div>
      <Dialog open={open.value === "share"} title={words.share} closeWord={words.close} onClose={close}>
        <Share />
      </Dialog>
      <Dialog open={open.value === "settings"} title={words.settings} closeWord={words.close} onClose={close}>
        <Settings />
      </Dialog>
      <Dialog open={open.value === "help"} title={words.helpTitle} closeWord={words.close} onClose={close}>
        <HelpKeys />
      </Dialog>
    </header>
  );
}

/** What changes on the way to another place: the world stays, the step and the place's own details do not. */
function leaveFor(place: Place) {
  return { place, step: null, detail: {} };
}
