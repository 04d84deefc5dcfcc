import { useId } from "preact/hooks";
import { useLab, useWords } from "../../state/lab.ts";
import { Round } from "./Round.tsx";
import { Study } from "./Study.tsx";
import { usePlace } from "./usePlace.ts";
import { tellApartWords } from "./words.ts";

/** Three worlds that look alike: guess, reveal, and see which specification separates them. */
export default function TellApart() {
  const words = useWords(tellApartWords);
  const lab = useLab();
  const place = usePlace();
  const id = useId();
  const { truths, problem } = place.round;
  const known = place.detail.revealed && (truths.value !== null || problem.value !== null);
  return (
    <div class="tell-apart">
      <header class="tell-apart-head">
        <div>
          <h1>{words.heading}</h1>
          <p>{words.intro}</p>
        </div>
        <div class="control tell-apart-seed">
          <label for={id}>{words.seed}</label>
          <div class="row">
            <input
              id={id}
              type="text"
              maxLength={64}
              autocomplete="off"
              spellcheck={false}
              value={place.seed}
              onChange={(event) => {
                const seed = event.currentTarget.value.trim();
                if (seed === "" || /\p{Cc}/u.test(seed)) event.currentTarget.value = lab.state.peek().seed;
                else place.newRound(seed);
              }}
            />
            <button type="button" onClick={() => place.newRound()}>
              {words.newRound}
            </button>
          </div>
          <details>
            <summary>
              {words.explain}
              <span class="visually-hidden">: {words.seed}</span>
            </summary>
            <p>{words.seedWhy}</p>
          </details>
        </div>
      </header>
      <Round key={`round ${place.seed}`} place={place} />
      {known && <Study key={`study ${place.seed}`} place={place} />}
    </div>
  );
}
