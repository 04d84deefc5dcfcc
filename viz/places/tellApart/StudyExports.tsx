import { useSignal } from "@preact/signals";
import type { FoundVerdict } from "../../../workers/lab/tellApartJobs.ts";
import { download, textBlob } from "../../figure/download.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { openInRepeat } from "./openInRepeat.ts";
import { studyWords } from "./studyWords.ts";
import type { TellApartPlace } from "./usePlace.ts";

const studyFile = "bandwagon-tell-apart.json";
const command = `bandwagon study run ${studyFile} --out out/tell-apart`;

/** Files of the study: its verdict as a page and as a table, and its design. */
export function StudyExports(props: { readonly place: TellApartPlace; readonly found: FoundVerdict }) {
  const { place, found } = props;
  const words = useWords(studyWords);
  const lab = useLab();
  const said = useSignal("");
  const design = place.study.file.value;
  const phase = place.study.phase.value;
  const busy = phase === "running" || phase === "preparing";
  const open = async () => {
    said.value = words.opening;
    const gone = await openInRepeat(lab, place.study);
    if (!gone) said.value = words.notKept;
  };
  return (
    <div class="stack">
      <h3>{words.exports}</h3>
      <div class="row">
        <button
          type="button"
          onClick={() => download("verdict.md", textBlob(found.markdown, "text/markdown"))}
        >
          {words.verdictMd}
        </button>
        <button type="button" onClick={() => download("verdict.csv", textBlob(found.csv, "text/csv"))}>
          {words.verdictCsv}
        </button>
        {design !== null && (
          <button
            type="button"
            onClick={() => download(studyFile, textBlob(design.text, "application/json"))}
          >
            {words.designJson}
          </button>
        )}
        {design !== null && (
          <button type="button" disabled={busy} onClick={() => void open()}>
            {words.openRepeat}
          </button>
        )}
      </div>
      <p class="muted">{words.openRepeatHint}</p>
      <p role="status">{said.value}</p>
      <p class="tell-apart-command">
        {words.designHint} <code>{command}</code>
      </p>
    </div>
  );
}
