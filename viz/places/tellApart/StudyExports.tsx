import type { FoundVerdict } from "../../../workers/lab/tellApartJobs.ts";
import { download, textBlob } from "../../figure/download.ts";
import { useWords } from "../../state/lab.ts";
import { studyWords } from "./studyWords.ts";
import type { TellApartPlace } from "./usePlace.ts";

const studyFile = "bandwagon-tell-apart.json";
const command = `bandwagon study run ${studyFile} --out out/tell-apart`;

/** Files of the study: its verdict as a page and as a table, and its design. */
export function StudyExports(props: { readonly place: TellApartPlace; readonly found: FoundVerdict }) {
  const { place, found } = props;
  const words = useWords(studyWords);
  const design = place.study.file.value;
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
          <button type="button" onClick={() => download(studyFile, textBlob(design, "application/json"))}>
            {words.designJson}
          </button>
        )}
      </div>
      <p class="tell-apart-command">
        {words.designHint} <code>{command}</code>
      </p>
    </div>
  );
}
