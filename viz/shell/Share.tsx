import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { useLab, useWords } from "../state/lab.ts";
import { writeLink } from "../state/urlState.ts";
import { copyText } from "../ui/copyText.ts";
import { shellWords } from "./words.ts";

/** The page's address without what a link holds. */
function address(): string {
  return location.href.replace(/[?#].*$/s, "");
}

/** The link to what is on the screen, and the code that puts it into a slide. */
export function Share() {
  const lab = useLab();
  const words = useWords(shellWords);
  const id = useId();
  const said = useSignal("");
  const link = `${address()}${writeLink(lab.state.value)}`;
  const embedLink = `${address()}${writeLink({ ...lab.state.value, embed: true })}`;
  const code = `<iframe src="${embedLink.replaceAll("&", "&amp;")}" width="960" height="640" title="Bandwagon"></iframe>`;
  const copy = async () => {
    said.value = (await copyText(link)) ? words.copied : words.notCopied;
  };
  return (
    <div class="stack">
      <p>{words.shareHint}</p>
      <button type="button" class="primary" onClick={() => void copy()}>
        {words.copyLink}
      </button>
      <p role="status">{said.value}</p>
      <label for={id}>{words.embedCode}</label>
      <textarea id={id} rows={4} readOnly value={code} />
    </div>
  );
}
