import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { useLab, useWords } from "../../state/lab.ts";
import { matchingColumns } from "./matchingColumns.ts";
import { yourDataWords } from "./words.ts";

/** More columns than this are searched for: a list of thousands is slow, and nobody reads it. */
const LISTED = 100;

export interface ColumnPickerProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly value: string;
  /** What stands for no column. */
  readonly empty: string;
  readonly onChange: (name: string) => void;
}

/** A labelled native list of columns, with a search where there are many. */
export function ColumnPicker({ label, names, value, empty, onChange }: ColumnPickerProps) {
  const words = useWords(yourDataWords);
  const { format } = useLab();
  const search = useSignal("");
  const id = useId();
  const found = matchingColumns(names, search.value);
  const listed = found.slice(0, LISTED);
  const options = value === "" || listed.includes(value) ? listed : [value, ...listed];
  return (
    <div class="control">
      <label for={id}>{label}</label>
      {names.length > LISTED && (
        <input
          type="search"
          value={search.value}
          placeholder={words.find}
          aria-label={`${words.find}: ${label}`}
          onInput={(event) => {
            search.value = event.currentTarget.value;
          }}
        />
      )}
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="" selected={value === ""}>
          {empty}
        </option>
        {options.map((name) => (
          <option key={name} value={name} selected={name === value}>
            {name}
          </option>
        ))}
      </select>
      {found.length > LISTED && (
        <small class="muted">
          {words.shown(format.value.count(LISTED), format.value.count(names.length))}
        </small>
      )}
    </div>
  );
}
