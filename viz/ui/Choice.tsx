import { useId } from "preact/hooks";

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly explanation?: string | undefined;
  readonly explain?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly onChange: (value: Value) => void;
}

/** A labelled native list of choices. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, options, explanation, explain, disabled, onChange } = props;
  const id = useId();
  return (
    <div class="control choice">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={disabled ?? false}
        aria-describedby={explanation === undefined ? undefined : `${id}-why`}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
      {explanation !== undefined && (
        <details>
          <summary>
            {explain}
            <span class="visually-hidden">: {label}</span>
          </summary>
          <p id={`${id}-why`}>{explanation}</p>
        </details>
      )}
    </div>
  );
}
