import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { useWords } from "../../state/lab.ts";
import { DesignView } from "./DesignView.tsx";
import { designWords } from "./designWords.ts";
import type { DataModel, Fitted } from "./model.ts";

interface PowerDesignProps {
  readonly model: DataModel;
  readonly fitted: Fitted;
}

/** A power study with the size, margins and coefficients of the reader's panel. */
export function PowerDesign({ model, fitted }: PowerDesignProps) {
  const words = useWords(designWords);
  const names = useSignal<Readonly<Record<string, string>>>({});
  const id = useId();
  const { request, answer } = fitted;
  const known = model.summary.value?.worldColumns ?? [];
  const possible =
    /^(probit|randomEffectsProbit)$/.test(answer.result.model) && request.options.panel !== undefined;
  const unknown = model.choices.value.regressors
    .map(({ column }) => column)
    .filter((column, at, all) => !known.includes(column) && all.indexOf(column) === at);
  const make = () => {
    const map = Object.entries(names.value)
      .filter(([theirs, ours]) => ours !== "" && unknown.includes(theirs))
      .map(([theirs, ours]) => `${theirs}=${ours}`);
    void model.makeDesign(map);
  };
  return (
    <section class="panel stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.heading}</h2>
      <p>{words.lead}</p>
      {!possible && <p class="notice">{words.onlyProbit}</p>}
      {possible && unknown.length > 0 && (
        <fieldset>
          <legend>{words.mapping}</legend>
          <p class="muted">{words.mappingWhy}</p>
          <div class="data-fields">
            {unknown.map((column, at) => (
              <div key={column} class="control">
                <label for={`${id}-${at}`}>{words.is(column)}</label>
                <select
                  id={`${id}-${at}`}
                  onChange={(event) => {
                    names.value = { ...names.value, [column]: event.currentTarget.value };
                  }}
                >
                  <option value="">{words.notInWorld}</option>
                  {known.map((name) => (
                    <option key={name} value={name} selected={names.value[column] === name}>
                      {name}
                    </option>
                  ))}
                </select>
              </div>
            ))}
          </div>
        </fieldset>
      )}
      {possible && (
        <div class="row">
          <button type="button" disabled={model.work.value !== null} onClick={make}>
            {words.make}
          </button>
        </div>
      )}
      <p class="visually-hidden" role="status">
        {model.design.value === null ? "" : words.made}
      </p>
      {model.design.value !== null && <DesignView answer={model.design.value} />}
    </section>
  );
}
