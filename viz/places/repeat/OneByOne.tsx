import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { StudyLook } from "../../../workers/lab/studyJobs.ts";
import { hypotheticalOutcome } from "../../charts/hypotheticalOutcome.ts";
import { FigureView } from "../../figure/FigureView.tsx";
import { useLab, useWords } from "../../state/lab.ts";
import { repeatWords } from "./words.ts";

/** How long an estimate stands while they play, in milliseconds: long enough to be counted, and below three changes a second. */
const pause = 500;

interface OneByOneProps {
  readonly look: StudyLook;
  readonly quantity: string;
  readonly onPick: (row: number) => void;
}

/** A hypothetical outcome plot: one estimate after the other, as a reader of journals meets them. */
export function OneByOne({ look, quantity, onPick }: OneByOneProps) {
  const lab = useLab();
  const words = useWords(repeatWords).oneByOne;
  const { language } = lab.state.value;
  const at = useSignal(0);
  const playing = useSignal(false);
  const { length } = look.estimates;
  const shown = Math.min(at.value, length - 1);
  const step = (by: number) => {
    at.value = (shown + by + length) % length;
  };
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const plays = playing.value && !still;
  useEffect(() => {
    if (!plays) return;
    const timer = setInterval(() => {
      at.value = (at.peek() + 1) % length;
    }, pause);
    return () => clearInterval(timer);
  }, [plays, at, length]);
  const { estimand, estimates } = look;
  const figure = hypotheticalOutcome(
    { id: "one-by-one", title: words.title, language },
    {
      quantity,
      rows: [{ name: words.row, draws: estimates, ...(estimand === null ? {} : { truth: estimand.truth }) }],
      at: shown,
    },
  );
  return (
    <>
      <FigureView figure={figure} headingLevel={2} live={!plays} onPick={onPick} />
      <div class="row">
        {!still && (
          <button
            type="button"
            onClick={() => {
              playing.value = !plays;
            }}
          >
            {plays ? words.pause : words.play}
          </button>
        )}
        {[-1, 1].map((by) => (
          <button
            key={by}
            type="button"
            onClick={() => {
              playing.value = false;
              step(by);
            }}
          >
            {by < 0 ? words.back : words.forward}
          </button>
        ))}
      </div>
      <p class="muted">{words.why}</p>
    </>
  );
}
