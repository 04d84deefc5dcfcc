import { useId } from "preact/hooks";
import { causes } from "../../../scenarios/lab/lookAlikes.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { Slider } from "../../ui/Slider.tsx";
import type { Letter } from "./order.ts";
import { type Guess, type Guesses, PURE_GUESS } from "./score.ts";
import type { TellApartPlace } from "./usePlace.ts";
import { tellApartWords } from "./words.ts";

/** What the reader says of one world, and how sure of it; both may be left open. */
export function GuessForm(props: {
  readonly place: TellApartPlace;
  readonly at: 0 | 1 | 2;
  readonly letter: Letter;
}) {
  const { place, at, letter } = props;
  const words = useWords(tellApartWords);
  const { percent } = useLab().format.value;
  const id = useId();
  const guess = place.detail.guesses[at];
  const say = (change: Partial<Guess>) => {
    const [a, b, c] = place.detail.guesses;
    const next = { ...guess, ...change };
    const guesses: Guesses = [at === 0 ? next : a, at === 1 ? next : b, at === 2 ? next : c];
    place.change({ guesses });
  };
  const written = percent(guess.sure / 100, 0);
  return (
    <fieldset class="tell-apart-guess">
      <legend>{words.guess.legend(letter)}</legend>
      {[...causes, null].map((cause) => (
        <label key={cause ?? "open"} class="check">
          <input
            type="radio"
            name={id}
            value={cause ?? "open"}
            checked={guess.cause === cause}
            onChange={() => say({ cause })}
          />
          <span>{cause === null ? words.guess.clear : words.causes[cause]}</span>
        </label>
      ))}
      <Slider
        label={words.guess.sure(letter)}
        value={guess.sure}
        min={PURE_GUESS}
        max={100}
        step={1}
        written={guess.sure === PURE_GUESS ? words.guess.pureGuess(written) : written}
        explanation={words.guess.sureWhy}
        explain={words.explain}
        disabled={guess.cause === null}
        onInput={(sure) => say({ sure })}
      />
    </fieldset>
  );
}
