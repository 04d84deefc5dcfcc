import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { useWords } from "../../state/lab.ts";
import { Choice } from "../../ui/Choice.tsx";
import type { DataModel } from "./model.ts";
import { yourDataWords } from "./words.ts";

interface MoreChoicesProps {
  readonly model: DataModel;
  /** The list of columns that may hold weights. */
  readonly weights: ComponentChildren;
}

/** What most models do without: weights, a part of the rows, ties, a penalty. */
export function MoreChoices({ model, weights }: MoreChoicesProps) {
  const words = useWords(yourDataWords);
  const id = useId();
  const { family, subset, ties, penalty, effects, at } = model.choices.value;
  return (
    <details>
      <summary>{words.more}</summary>
      <div class="data-fields">
        {weights}
        <div class="control">
          <label for={`${id}-subset`}>{words.subset}</label>
          <input
            id={`${id}-subset`}
            type="text"
            value={subset}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => model.choose({ subset: event.currentTarget.value })}
          />
        </div>
        {family === "cox" && (
          <>
            <Choice
              label={words.ties}
              value={ties}
              options={(["efron", "breslow", "exact"] as const).map((value) => ({
                value,
                text: words.tieNames[value],
              }))}
              onChange={(value) => model.choose({ ties: value })}
            />
            <div class="control">
              <label for={`${id}-at`}>{words.at}</label>
              <input
                id={`${id}-at`}
                type="text"
                value={at}
                autocomplete="off"
                spellcheck={false}
                onInput={(event) => model.choose({ at: event.currentTarget.value })}
              />
            </div>
          </>
        )}
        {family !== "linear" && (
          <label class="check">
            <input
              type="checkbox"
              checked={penalty}
              onChange={(event) => model.choose({ penalty: event.currentTarget.checked })}
            />
            {words.penalty}
          </label>
        )}
        {family !== "linear" && family !== "cox" && (
          <label class="check">
            <input
              type="checkbox"
              checked={effects}
              onChange={(event) => model.choose({ effects: event.currentTarget.checked })}
            />
            {words.effects}
          </label>
        )}
      </div>
    </details>
  );
}
