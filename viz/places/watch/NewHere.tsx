import { useLab, useWords } from "../../state/lab.ts";
import { writeLink } from "../../state/urlState.ts";
import { watchWords } from "./words.ts";

/** Shows whoever opens the lab for the first time where it is explained step by step; not in a frame, which shows one place. */
export function NewHere() {
  const lab = useLab();
  const words = useWords(watchWords);
  const state = lab.state.value;
  if (state.embed) return null;
  const lessons = { ...state, place: "learn", world: "", set: {}, step: null, detail: {} } as const;
  return (
    <p class="watch-new">
      {words.newHere}{" "}
      <a
        href={writeLink(lessons)}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          lab.update(lessons, "push");
        }}
      >
        {words.toLessons}
      </a>
    </p>
  );
}
