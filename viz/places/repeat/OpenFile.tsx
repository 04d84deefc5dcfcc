import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { useWords } from "../../state/lab.ts";
import { fileWords } from "./fileWords.ts";
import type { RepeatModel } from "./repeatModel.ts";

/** More than any design has; a larger file is not read. */
const mostBytes = 2_000_000;

/** A study file, chosen or dropped. Nothing of it leaves this page. */
export function OpenFile({ model }: { readonly model: RepeatModel }) {
  const words = useWords(fileWords);
  const id = useId();
  const problem = useSignal("");
  const over = useSignal(false);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const refuse = (message: string) => {
      problem.value = words.refused(file.name, message);
    };
    if (file.size > mostBytes) return refuse(words.tooLong);
    const text = await file.text().catch(() => null);
    if (text === null) return refuse(words.notText);
    const outcome = await model.openText(text, file.name);
    problem.value = outcome.ok ? "" : words.refused(file.name, outcome.error.message);
  };
  return (
    <section
      class={`panel stack drop${over.value ? " over" : ""}`}
      aria-labelledby={`${id}-heading`}
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
        void read(event.dataTransfer?.files[0]);
      }}
    >
      <h2 id={`${id}-heading`}>{words.openFile}</h2>
      <p id={`${id}-hint`}>{words.openHint}</p>
      <label class="button file-button">
        {words.choose}
        <input
          type="file"
          accept=".json,application/json"
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const input = event.currentTarget;
            void read(input.files?.[0]).then(() => {
              // The same file may be chosen again, once it is mended.
              input.value = "";
            });
          }}
        />
      </label>
      <p role="alert" class="problem-text">
        {problem.value}
      </p>
    </section>
  );
}
