import { useId } from "preact/hooks";
import { useWords } from "../../state/lab.ts";
import type { DataModel } from "./model.ts";
import { yourDataWords } from "./words.ts";

/** The formula, which follows the choices until somebody writes into it. */
export function FormulaField({ model }: { readonly model: DataModel }) {
  const words = useWords(yourDataWords);
  const id = useId();
  const byHand = model.byHand.value !== null;
  return (
    <div class="control">
      <label for={id}>{words.formula}</label>
      <textarea
        id={id}
        rows={3}
        value={model.formula.value}
        spellcheck={false}
        autocomplete="off"
        aria-describedby={`${id}-why`}
        onInput={(event) => {
          model.byHand.value = event.currentTarget.value;
        }}
      />
      {byHand && (
        <div class="row">
          <span class="muted">{words.byHand}</span>
          <button
            type="button"
            onClick={() => {
              model.byHand.value = null;
            }}
          >
            {words.fromChoices}
          </button>
        </div>
      )}
      <details>
        <summary>
          {words.explain}
          <span class="visually-hidden">: {words.formula}</span>
        </summary>
        <p id={`${id}-why`}>{words.formulaWhy}</p>
      </details>
    </div>
  );
}
