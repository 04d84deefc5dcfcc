import { useId } from "preact/hooks";
import { useWords } from "../../state/lab.ts";
import type { DataModel } from "./model.ts";
import { yourDataWords } from "./words.ts";

interface ValueFieldProps {
  readonly model: DataModel;
  readonly part: "outcome" | "event";
}

/** Which value of a column counts as 1; nothing to choose where the column is 0 and 1 itself. */
export function ValueField({ model, part }: ValueFieldProps) {
  const words = useWords(yourDataWords);
  const id = useId();
  const { value: choices } = model.choices;
  const name = part === "outcome" ? choices.outcome : choices.event;
  const column = model.summary.value?.columns.find((each) => each.name === name);
  if (column === undefined || column.kind === "indicator") return null;
  const value = part === "outcome" ? choices.outcomeValue : choices.eventValue;
  const choose = (chosen: string) =>
    model.choose(part === "outcome" ? { outcomeValue: chosen } : { eventValue: chosen });
  return (
    <div class="control">
      <label for={id}>{part === "outcome" ? words.outcomeValue : words.eventValue}</label>
      <input
        id={id}
        type="text"
        list={`${id}-levels`}
        value={value}
        placeholder={words.itself}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => choose(event.currentTarget.value)}
      />
      <datalist id={`${id}-levels`}>
        {suggestions(column.levels, column.min, column.max).map((level) => (
          <option key={level} value={level} />
        ))}
      </datalist>
    </div>
  );
}

function suggestions(levels: readonly string[], min: number | null, max: number | null): readonly string[] {
  if (levels.length > 0) return levels;
  return [min, max].flatMap((each) => (each === null ? [] : [String(each)]));
}
