import { useId } from "preact/hooks";

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value with its unit, as it is written beside the label and spoken. */
  readonly written: string;
  /** What the parameter means; shown on request, and belongs to the control for a screen reader. */
  readonly explanation?: string | undefined;
  /** Names the button that shows the explanation, e.g. "What is this?". */
  readonly explain?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** While the thumb moves: every value. */
  readonly onInput: (value: number) => void;
}

/** A labelled native slider with its value in words, and its explanation one click away. */
export function Slider(props: SliderProps) {
  const { label, value, min, max, step, written, explanation, explain, disabled, onInput } = props;
  const id = useId();
  return (
    <div class="control slider">
      <label for={id}>{label}</label>
      <output for={id}>{written}</output>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled ?? false}
        aria-valuetext={written}
        aria-describedby={explanation === undefined ? undefined : `${id}-why`}
        onInput={(event) => onInput(event.currentTarget.valueAsNumber)}
      />
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
