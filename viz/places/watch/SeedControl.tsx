import { useId } from "preact/hooks";
import { useLab, useWords } from "../../state/lab.ts";
import { controlWords } from "./controlWords.ts";

/** The seed, to be read, typed, or drawn anew. */
export function SeedControl() {
  const lab = useLab();
  const words = useWords(controlWords);
  const id = useId();
  const { seed } = lab.state.value;
  return (
    <div class="control">
      <label for={id}>{words.seed}</label>
      <div class="watch-seed">
        <input
          id={id}
          type="text"
          value={seed}
          maxLength={64}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={`${id}-why`}
          onChange={({ currentTarget }) => {
            const text = currentTarget.value.trim();
            if (text === "") currentTarget.value = seed;
            else lab.update({ seed: text });
          }}
        />
        <button type="button" onClick={() => lab.update({ seed: freshSeed(seed) })}>
          {words.newSeed}
        </button>
      </div>
      <details>
        <summary>
          {words.explain}
          <span class="visually-hidden">: {words.seed}</span>
        </summary>
        <p id={`${id}-why`}>{words.seedWhy}</p>
      </details>
    </div>
  );
}

/** Another short seed: which one is nobody's choice. */
function freshSeed(last: string): string {
  const [draw = 0] = crypto.getRandomValues(new Uint32Array(1));
  const next = String(draw % 1_000_000);
  return next === last ? `${next}0` : next;
}
