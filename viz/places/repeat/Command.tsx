import { useSignal } from "@preact/signals";
import { useWords } from "../../state/lab.ts";
import { copyText } from "../../ui/copyText.ts";
import { fileWords } from "./fileWords.ts";

/** A command for the terminal, with a button that copies it. */
export function Command({ title, text }: { readonly title: string; readonly text: string }) {
  const words = useWords(fileWords);
  const said = useSignal("");
  const copy = async () => {
    said.value = (await copyText(text)) ? words.copied : words.notCopied;
  };
  return (
    <div class="command">
      <h3>{title}</h3>
      <div class="row">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard (WCAG 2.1.1) */}
        <section tabIndex={0} aria-label={title}>
          <pre>{text}</pre>
        </section>
        <button type="button" onClick={() => void copy()}>
          {words.copy}
          <span class="visually-hidden">: {title}</span>
        </button>
        <span role="status">{said.value}</span>
      </div>
    </div>
  );
}
