import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { StudyLook } from "../../../workers/lab/studyJobs.ts";
import { hypotheticalOutcome } from "../../charts/hypotheticalOutcome.ts";
import { outcomesInRows } from "../../charts/outcomesInRows.ts";
import { FigureView } from "../../figure/FigureView.tsx";
import { useLab, useWords } from "../../state/lab.ts";
import { useReducedMotion } from "../../ui/useReducedMotion.ts";
import { repeatWords } from "./words.ts";

/** How long an estimate stands while they play, in milliseconds: long enough to be counted, and below three changes a second. */
const pause = 500;

interface OneByOneProps {
  readonly look: StudyLook;
  readonly quantity: string;
  readonly onPick: (row: number) => void;
}

/** Estimates shown one below the other to a reader who wants no motion: a dozen, as the text says. */
const handful = 12;

/** A hypothetical outcome plot: one estimate after the other, as a reader of journals meets them; a dozen at once where motion is unwanted. */
export function OneByOne({ look, quantity, onPick }: OneByOneProps) {
  const lab = useLab();
  const words = useWords(repeatWords).oneByOne;
  const { language } = lab.state.value;
  const at = useSignal(0);
  const playing = useSignal(false);
  const { length } = look.estimates;
  const shown = Math.min(at.value, length - 1);
  const still = useReducedMotion();
  const from = shown - (shown % handful);
  const step = (by: number) => {
    if (!still) at.value = (shown + by + length) % length;
    else if (by > 0) at.value = from + handful < length ? from + handful : 0;
    else at.value = from > 0 ? from - handful : length - 1;
  };
  const plays = playing.value && !still;
  useEffect(() => {
    if (!plays) return;
    const timer = setInterval(() => {
      at.value = (at.peek() + 1) % length;
    }, pause);
    return () => clearInterval(timer);
  }, [plays, at, length]);
  const { estimand, estimates } = look;
  const truth = estimand === null ? {} : { truth: estimand.truth };
  const replications = Array.from(look.replications);
  const figure = still
    ? outcomesInRows(
        { id: "one-by-one", title: words.titleStill, language },
        { quantity, draws: estimates, replications, ...truth, from, count: handful },
      )
    : hypotheticalOutcome(
        { id: "one-by-one", title: words.title, language },
        { quantity, rows: [{ name: words.row, draws: estimates, ...truth }], replications, at: shown },
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
            {still ? (by < 0 ? words.backStill : words.forwardStill) : by < 0 ? words.back : words.forward}
          </button>
        ))}
      </div>
      <p class="muted">{words.why}</p>
    </>
  );
}
