import { useWords } from "../../state/lab.ts";
import { Later } from "../../ui/Later.tsx";
import { Controls } from "./Controls.tsx";
import { Exports } from "./Exports.tsx";
import { Figures } from "./Figures.tsx";
import { Headline } from "./Headline.tsx";
import { HistoryNote } from "./HistoryNote.tsx";
import { InterventionList } from "./InterventionList.tsx";
import { Maps } from "./Maps.tsx";
import { NewHere } from "./NewHere.tsx";
import { ProvincePanel } from "./ProvincePanel.tsx";
import { Transport } from "./Transport.tsx";
import { TruthPanel } from "./TruthPanel.tsx";
import { useWatchModel } from "./useWatchModel.ts";
import { WorldChoice } from "./WorldChoice.tsx";
import { watchWords } from "./words.ts";

/** A world runs before the reader's eyes, beside the same world without imitation. */
export default function Watch() {
  const words = useWords(watchWords);
  const model = useWatchModel();
  const failure = model.failure.value;
  return (
    <div class="watch">
      <header class="watch-head">
        <div class="watch-title">
          <h1>{words.heading}</h1>
          <NewHere />
        </div>
        <WorldChoice />
        <HistoryNote />
      </header>
      {failure !== null && (
        <p class="notice problem" role="alert">
          <span>{words.failed(failure.message)}</span>
          <button type="button" onClick={() => model.retry()}>
            {words.retry}
          </button>
        </p>
      )}
      <div class="watch-body">
        <div class="stack">
          <Headline model={model} />
          <Transport model={model} />
        </div>
        <aside class="panel stack watch-side" aria-label={words.controls}>
          <h2>{words.controls}</h2>
          <Controls model={model} />
        </aside>
        <div class="stack">
          <Maps model={model} />
          <InterventionList model={model} />
          <ProvincePanel model={model} />
        </div>
        <div class="stack">
          <Figures model={model} />
          {(model.charted.value !== null || failure !== null) && (
            <>
              <Later>
                <TruthPanel model={model} />
              </Later>
              <Later>
                <Exports model={model} />
              </Later>
            </>
          )}
        </div>
      </div>
    </div>
  );
}
