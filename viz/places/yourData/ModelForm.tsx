import { useId } from "preact/hooks";
import { useWords } from "../../state/lab.ts";
import { Choice } from "../../ui/Choice.tsx";
import { ColumnPicker } from "./ColumnPicker.tsx";
import { type Choices, families } from "./choices.ts";
import { FormulaField } from "./FormulaField.tsx";
import { MoreChoices } from "./MoreChoices.tsx";
import type { DataModel } from "./model.ts";
import { Regressors } from "./Regressors.tsx";
import { ValueField } from "./ValueField.tsx";
import { yourDataWords } from "./words.ts";

interface ModelFormProps {
  readonly model: DataModel;
  readonly onFitted: () => void;
}

/** The model by choices of columns, or by its formula; both are always there. */
export function ModelForm({ model, onFitted }: ModelFormProps) {
  const words = useWords(yourDataWords);
  const id = useId();
  const { value: choices } = model.choices;
  const names = (model.summary.value?.columns ?? []).map(({ name }) => name);
  const pick = (label: string, part: keyof Choices & ColumnPart, empty = words.none) => (
    <ColumnPicker
      key={part}
      label={label}
      names={names}
      value={choices[part]}
      empty={empty}
      onChange={(name) => model.choose({ [part]: name, ...clearedWith(part) })}
    />
  );
  const { family } = choices;
  const fitModel = async () => {
    if (await model.fit()) onFitted();
  };
  const onlyPanel = choices.regressors.some(
    ({ use }) => use === "lag" || use === "initial" || use === "mean",
  );
  return (
    <form
      class="panel stack"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        void fitModel();
      }}
    >
      <h2 id={`${id}-title`}>{words.model}</h2>
      <div class="data-fields">
        <Choice
          label={words.family}
          value={family}
          options={families.map((value) => ({ value, text: words.families[value] }))}
          explanation={words.familyWhy[family]}
          explain={words.explain}
          onChange={(value) => model.choose({ family: value })}
        />
        {family === "cox" ? (
          <>
            {pick(words.time, "time", words.chooseColumn)}
            {pick(words.event, "event", words.chooseColumn)}
            <ValueField model={model} part="event" />
            {pick(words.entry, "entry")}
          </>
        ) : (
          <>
            {pick(words.outcome, "outcome", words.chooseColumn)}
            {family !== "linear" && <ValueField model={model} part="outcome" />}
          </>
        )}
      </div>
      <Regressors model={model} />
      <div class="data-fields">
        {family === "cox" && pick(words.strata, "strata")}
        {family === "linear" && pick(words.absorbed, "absorbed")}
        {family === "linear" && choices.absorbed !== "" && pick(words.absorbedToo, "absorbedToo")}
        {family !== "cox" && family !== "linear" && pick(words.group, "group")}
        {pick(words.unit, "unit")}
        {pick(words.period, "period")}
        {pick(words.cluster, "cluster")}
      </div>
      {onlyPanel && (choices.unit === "" || choices.period === "") && <p>{words.panelNeeded}</p>}
      <MoreChoices model={model} weights={pick(words.weights, "weights")} />
      <FormulaField model={model} />
      <div class="row">
        <button
          type="submit"
          class="primary"
          disabled={model.formula.value.trim() === "" || model.work.value !== null}
        >
          {words.fit}
        </button>
        {model.formula.value.trim() === "" && <span class="muted">{words.noFormula}</span>}
      </div>
    </form>
  );
}

/** Choices that are the name of one column. */
type ColumnPart =
  | "outcome"
  | "entry"
  | "time"
  | "event"
  | "group"
  | "strata"
  | "absorbed"
  | "absorbedToo"
  | "unit"
  | "period"
  | "cluster"
  | "weights";

/** A value belongs to its column. */
function clearedWith(part: ColumnPart): Partial<Choices> {
  if (part === "outcome") return { outcomeValue: "" };
  return part === "event" ? { eventValue: "" } : {};
}
