import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import { useLab, useWords } from "../../state/lab.ts";
import { type Regressor, uses } from "./choices.ts";
import { matchingColumns } from "./matchingColumns.ts";
import type { DataModel } from "./model.ts";
import { yourDataWords } from "./words.ts";

/** Columns that can be ticked at once; the others are searched for. */
const LISTED = 24;

/** The regressors, each with how it is used; below them a search for more. */
export function Regressors({ model }: { readonly model: DataModel }) {
  const words = useWords(yourDataWords);
  const { format } = useLab();
  const search = useSignal("");
  const id = useId();
  const { regressors } = model.choices.value;
  const columns = model.summary.value?.columns ?? [];
  const kinds = new Map(columns.map(({ name, kind }) => [name, kind]));
  const found = matchingColumns([...kinds.keys()], search.value);
  const open = useSignal(regressors.length === 0);
  const adding = useRef<HTMLElement>(null);
  const put = (next: readonly Regressor[]) => model.choose({ regressors: next });
  return (
    <fieldset>
      <legend>{words.regressors}</legend>
      {regressors.length > 0 && (
        <ul class="data-regressors">
          {regressors.map((regressor, at) => (
            <li key={`${regressor.column} ${at}`}>
              <span class="data-name">{regressor.column}</span>
              <select
                aria-label={words.use(regressor.column)}
                value={regressor.use}
                onChange={(event) => {
                  const use = uses.find((each) => each === event.currentTarget.value) ?? "asIs";
                  put(regressors.map((each, place) => (place === at ? { ...each, use } : each)));
                }}
              >
                {uses
                  .filter((use) => use !== "category" || kinds.get(regressor.column) !== "category")
                  .map((use) => (
                    <option key={use} value={use} selected={use === regressor.use}>
                      {words.uses[use]}
                    </option>
                  ))}
              </select>
              <button
                type="button"
                onClick={() => {
                  put(regressors.filter((_, place) => place !== at));
                  // The button that had the focus is gone.
                  adding.current?.focus();
                }}
              >
                {words.remove}
                <span class="visually-hidden"> {regressor.column}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <details
        open={open.value}
        onToggle={(event) => {
          open.value = event.currentTarget.open;
        }}
      >
        <summary ref={adding}>{words.addRegressors}</summary>
        <div class="control">
          <label for={`${id}-find`}>{words.find}</label>
          <input
            id={`${id}-find`}
            type="search"
            value={search.value}
            onInput={(event) => {
              search.value = event.currentTarget.value;
            }}
          />
        </div>
        <ul class="data-add">
          {found.slice(0, LISTED).map((name) => (
            <li key={name}>
              <button type="button" onClick={() => put([...regressors, { column: name, use: "asIs" }])}>
                <span aria-hidden="true">+</span>
                <span class="visually-hidden">{words.add}</span> {name}
              </button>
            </li>
          ))}
        </ul>
        {found.length > LISTED && (
          <small class="muted">
            {words.shown(format.value.count(LISTED), format.value.count(columns.length))}
          </small>
        )}
      </details>
    </fieldset>
  );
}
