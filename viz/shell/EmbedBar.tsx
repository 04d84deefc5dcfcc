import { useLab, useWords } from "../state/lab.ts";
import { writeLink } from "../state/urlState.ts";
import { shellWords } from "./words.ts";

/** The way from a slide to the whole lab. */
export function EmbedBar() {
  const { state } = useLab();
  const words = useWords(shellWords);
  return (
    <footer class="embed-bar">
      <a href={writeLink({ ...state.value, embed: false })} target="_blank" rel="noopener">
        {words.title}: {words.openWhole}
      </a>
    </footer>
  );
}
