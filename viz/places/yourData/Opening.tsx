import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { useWords } from "../../state/lab.ts";
import { Choice } from "../../ui/Choice.tsx";
import type { DataModel } from "./model.ts";
import { yourDataWords } from "./words.ts";

interface OpeningProps {
  readonly model: DataModel;
  readonly onOpened: () => void;
}

/** Where a file is dropped or chosen, and how its text is to be read. */
export function Opening({ model, onOpened }: OpeningProps) {
  const words = useWords(yourDataWords);
  const over = useSignal(false);
  const id = useId();
  const open = async (file: File | undefined) => {
    if (file !== undefined && (await model.open({ kind: "file", file }))) onOpened();
  };
  const trySample = async () => {
    if (await model.open({ kind: "sample" })) onOpened();
  };
  return (
    <section class="panel stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.dropTitle}</h2>
      {/* The picker inside is the twin of the drop for keyboards and screen readers. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the file picker inside */}
      <div
        class={over.value ? "data-drop over" : "data-drop"}
        onDragOver={(event) => {
          event.preventDefault();
          over.value = true;
        }}
        onDragLeave={() => {
          over.value = false;
        }}
        onDrop={(event) => {
          event.preventDefault();
          over.value = false;
          void open(event.dataTransfer?.files[0]);
        }}
      >
        <strong>{words.drop}</strong>
        <span class="data-pick">
          <label class="button" for={`${id}-file`}>
            {words.pick}
          </label>
          <input
            id={`${id}-file`}
            type="file"
            accept=".csv,.tsv,.txt,.gz,.parquet,text/csv,text/tab-separated-values,text/plain,application/gzip"
            aria-describedby={`${id}-kinds`}
            onChange={(event) => {
              void open(event.currentTarget.files?.[0]);
              // Otherwise the same file, mended meanwhile, could not be chosen again.
              event.currentTarget.value = "";
            }}
          />
        </span>
        <span id={`${id}-kinds`} class="muted">
          {words.choose}
        </span>
      </div>
      <details>
        <summary>{words.reading}</summary>
        <div class="data-fields">
          <div class="control">
            <label for={`${id}-missing`}>{words.missing}</label>
            <input
              id={`${id}-missing`}
              type="text"
              value={model.missing.value}
              autocomplete="off"
              spellcheck={false}
              aria-describedby={`${id}-missing-why`}
              onChange={(event) => {
                model.missing.value = event.currentTarget.value;
              }}
            />
            <small id={`${id}-missing-why`} class="muted">
              {words.missingWhy}
            </small>
          </div>
          <Choice
            label={words.decimal}
            value={model.decimal.value}
            options={(["", ".", ","] as const).map((value) => ({ value, text: words.decimals[value] }))}
            onChange={(value) => {
              model.decimal.value = value;
            }}
          />
        </div>
        {model.source.value !== null && (
          <button type="button" onClick={() => void model.readAgain()}>
            {words.readAgain}
          </button>
        )}
      </details>
      <div class="row">
        <button type="button" onClick={() => void trySample()}>
          {words.trySample}
        </button>
        {model.source.value !== null && (
          <button type="button" class="quiet" onClick={model.close}>
            {words.close}
          </button>
        )}
      </div>
      <small class="muted">{words.sampleNote}</small>
    </section>
  );
}
