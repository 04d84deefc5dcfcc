import { useLab, useWords } from "../../state/lab.ts";
import { copyText } from "../../ui/copyText.ts";
import type { DataModel, Fitted } from "./model.ts";
import { resultWords } from "./resultWords.ts";
import { yourDataWords } from "./words.ts";

interface ExportsProps {
  readonly model: DataModel;
  readonly fitted: Fitted;
}

const KINDS = ["csv", "json", "latex", "html", "r", "stata"] as const;

/** Files of a fit, and the command that makes it again. */
export function Exports({ model, fitted }: ExportsProps) {
  const words = useWords(resultWords);
  const page = useWords(yourDataWords);
  const lab = useLab();
  const { command } = fitted.answer;
  const copy = async () => {
    const copied = await copyText(command);
    lab.say(copied ? "note" : "problem", copied ? page.copied : page.notCopied);
  };
  return (
    <section class="stack" aria-labelledby="your-files">
      <h3 id="your-files">{words.save}</h3>
      <p>{words.saveLead}</p>
      <div class="row">
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            disabled={model.work.value !== null}
            onClick={() => void model.save(kind)}
          >
            {words.files[kind]}
          </button>
        ))}
        {model.source.value?.kind === "sample" && (
          <button type="button" disabled={model.work.value !== null} onClick={() => void model.save("data")}>
            {page.saveSample}
          </button>
        )}
      </div>
      <p class="muted">{words.scripts}</p>
      <h3>{page.command}</h3>
      <pre class="data-code">{command}</pre>
      <div class="row">
        <button type="button" onClick={() => void copy()}>
          {page.copyCommand}
        </button>
      </div>
    </section>
  );
}
