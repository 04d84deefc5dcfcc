import { useState } from "preact/hooks";
import { csvChunks } from "../../../panel/csvChunks.ts";
import { htmlOfJournal } from "../../../study/journal/htmlOfJournal.ts";
import { latexOfJournal } from "../../../study/journal/latexOfJournal.ts";
import { fitsTable } from "../../../study/lab/fitsTable.ts";
import { regressionTable } from "../../../study/lab/regressionTable.ts";
import type { EstimateFile } from "../../../workers/lab/estimateJobs.ts";
import { download, textBlob } from "../../figure/download.ts";
import { complaintText, useWording } from "../../i18n/wording.ts";
import { useLab, useWords } from "../../state/lab.ts";
import type { EstimateModel } from "./estimateModel.ts";
import { OneFit } from "./OneFit.tsx";
import { tableWords } from "./tableWords.ts";
import { termWords } from "./termWords.ts";
import { estimateWords } from "./words.ts";

/** The table, the estimates and the panel as files. */
export function TakeAway({ model }: { readonly model: EstimateModel }) {
  const lab = useLab();
  const words = useWords(estimateWords);
  const terms = useWords(termWords);
  const word = useWording();
  const [making, setMaking] = useState(false);
  const fits = model.done.value;
  const busy = making || model.running.value;
  function table() {
    const state = lab.state.peek();
    const published = state.detail.published === "1";
    return regressionTable(fits, tableWords(state, words, terms, published), { published });
  }
  async function take(file: EstimateFile) {
    setMaking(true);
    const outcome = await model.file(file);
    setMaking(false);
    if (outcome.ok) for (const { name, content } of outcome.value) download(name, content);
    else lab.say("problem", words.fileFailed(complaintText(outcome.error, word, lab.state.peek().language)));
  }
  const language = lab.state.value.language;
  const tables = [
    {
      text: words.csv,
      run: () => download("estimates.csv", textBlob([...csvChunks(fitsTable(fits))].join(""), "text/csv")),
    },
    {
      text: words.latex,
      run: () => download("table.tex", textBlob(latexOfJournal(table(), { size: "page" }), "text/x-tex")),
    },
    {
      text: words.html,
      run: () => download("table.html", textBlob(htmlOfJournal(table(), language), "text/html")),
    },
  ];
  const panels: readonly { readonly text: string; readonly file: EstimateFile }[] = [
    { text: words.panelCsv, file: { kind: "csv" } },
    { text: words.panelParquet, file: { kind: "parquet" } },
    { text: words.codebookFile, file: { kind: "codebook" } },
  ];
  return (
    <section class="stack" aria-labelledby="estimate-take">
      <h2 id="estimate-take">{words.take}</h2>
      <div class="row">
        {fits.length > 0 &&
          tables.map(({ text, run }) => (
            <button key={text} type="button" onClick={run}>
              {text}
            </button>
          ))}
        {panels.map(({ text, file }) => (
          <button key={text} type="button" disabled={busy} onClick={() => void take(file)}>
            {text}
          </button>
        ))}
      </div>
      {fits.length > 0 && <p class="muted">{words.tableWhy}</p>}
      <p role="status" class={making ? "muted" : "visually-hidden"}>
        {making ? words.making : ""}
      </p>
      {fits.length > 0 && <OneFit fits={fits} busy={busy} onFile={(file) => void take(file)} />}
    </section>
  );
}
