import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { useLab, useWords } from "../../state/lab.ts";
import { Slider } from "../../ui/Slider.tsx";
import { choose } from "./place.ts";
import { learnWords } from "./words.ts";

/** A prediction of the reader, and what is said beside it afterwards. */
export type GuessSpec =
  | {
      readonly kind: "choice";
      readonly ask: string;
      readonly options: Readonly<Record<string, string>>;
      /** The option that happens. */
      readonly right: string;
      /** What is said to who chose an option that is neither right nor wrong. */
      readonly fair?: Readonly<Record<string, string>>;
      /** What happened, in a sentence; null while it is not known. */
      readonly told: string | null;
    }
  | {
      readonly kind: "number";
      readonly ask: string;
      readonly label: string;
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly start: number;
      readonly written: (value: number) => string;
      readonly told: string | null;
    };

/** What a link holds for a reader who did not want to guess. */
export const skipped = "skipped";

/** Whether what happens may be shown: a guess was made or skipped. */
export function isRevealed(detail: Readonly<Record<string, string>>): boolean {
  return detail.guess !== undefined;
}

/** Predict, then reveal: once a step, and always skippable. */
export function Guess({ spec }: { readonly spec: GuessSpec }) {
  const lab = useLab();
  const words = useWords(learnWords).guess;
  const id = useId();
  const { detail } = lab.state.value;
  const given = detail.guess;
  const picked = useSignal<string | null>(null);
  const number = useSignal(spec.kind === "number" ? spec.start : 0);
  const box = useRef<HTMLElement>(null);
  // The button that was pressed is gone: what took its place has the focus, and is read aloud.
  const pressed = useRef(false);
  const give = (value: string) => {
    pressed.current = true;
    choose(lab, "guess", value);
  };
  useEffect(() => {
    if (pressed.current) box.current?.focus();
    pressed.current = false;
  }, [given]);
  if (given !== undefined) {
    const again = () => {
      pressed.current = true;
      const { guess: _, ...rest } = lab.state.value.detail;
      lab.update({ detail: rest });
    };
    return (
      <section class="learn-guess learn-told" aria-label={words.revealed} ref={box} tabIndex={-1}>
        <p class="learn-ask">{spec.ask}</p>
        <div role="status">
          <p>{guessText(spec, given, words)}</p>
          {spec.told !== null && (
            <p>
              <strong>{spec.told}</strong>
            </p>
          )}
        </div>
        <button type="button" class="quiet" onClick={again}>
          {words.again}
        </button>
      </section>
    );
  }
  return (
    <form
      class="learn-guess"
      ref={(form) => {
        box.current = form;
      }}
      tabIndex={-1}
      onSubmit={(event) => {
        event.preventDefault();
        const value = spec.kind === "number" ? String(number.value) : picked.value;
        if (value !== null) give(value);
      }}
    >
      <fieldset>
        <legend>{words.legend}</legend>
        <p class="learn-ask">{spec.ask}</p>
        {spec.kind === "number" ? (
          <Slider
            label={spec.label}
            value={number.value}
            min={spec.min}
            max={spec.max}
            step={spec.step}
            written={spec.written(number.value)}
            onInput={(value) => {
              number.value = value;
            }}
          />
        ) : (
          Object.entries(spec.options).map(([value, text]) => (
            <label key={value} class="check">
              <input
                type="radio"
                name={`${id}-guess`}
                value={value}
                checked={picked.value === value}
                onChange={() => {
                  picked.value = value;
                }}
              />
              <span>{text}</span>
            </label>
          ))
        )}
        <div class="row learn-guess-buttons">
          <button type="submit" class="primary" disabled={spec.kind === "choice" && picked.value === null}>
            {words.give}
          </button>
          <button type="button" class="quiet" onClick={() => give(skipped)}>
            {words.skip}
          </button>
        </div>
      </fieldset>
    </form>
  );
}

function guessText(
  spec: GuessSpec,
  given: string,
  words: { readonly guessed: (guess: string) => string; readonly skipped: string; readonly right: string },
): string {
  if (spec.kind === "number") {
    const value = Number(given);
    return given === skipped || !Number.isFinite(value) ? words.skipped : words.guessed(spec.written(value));
  }
  const text = Object.hasOwn(spec.options, given) ? spec.options[given] : undefined;
  if (text === undefined) return words.skipped;
  const fair = spec.fair !== undefined && Object.hasOwn(spec.fair, given) ? spec.fair[given] : undefined;
  if (fair !== undefined) return `${words.guessed(text)} ${fair}`;
  return given === spec.right ? `${words.guessed(text)} ${words.right}` : words.guessed(text);
}
