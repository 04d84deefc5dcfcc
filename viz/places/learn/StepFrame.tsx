import type { ComponentChildren } from "preact";
import { useLab, useWords } from "../../state/lab.ts";
import { Guess, type GuessSpec, isRevealed } from "./Guess.tsx";
import { choose, goTo, goToContents, type LessonName, stepsOf } from "./place.ts";
import type { StepWords } from "./stepWords.ts";
import { learnWords } from "./words.ts";

export interface StepProps {
  readonly lesson: LessonName;
  /** From 1. */
  readonly step: number;
}

export interface StepFrameProps extends StepProps {
  readonly words: StepWords;
  readonly guess: GuessSpec | null;
  /** The one control that the step unlocks. */
  readonly control?: ComponentChildren;
  readonly pending?: boolean;
  readonly failure?: string | null;
  /** What there is to see. */
  readonly children: ComponentChildren;
}

/** The form of every step: a question, a guess, one control, what there is to see, a sentence to take home. */
export function StepFrame(props: StepFrameProps) {
  const { lesson, step, words, guess, control, pending = false, failure = null, children } = props;
  const lab = useLab();
  const frame = useWords(learnWords);
  const last = stepsOf[lesson];
  const write = lab.format.value.count;
  return (
    <article class="learn-step">
      <p class="learn-where">
        {frame.lessons[lesson]} · {frame.stepOf(write(step), write(last))}
      </p>
      <h1 id="learn-heading" tabIndex={-1}>
        {words.title}
      </h1>
      <p class="learn-question">{words.question}</p>
      <div class="with-side learn-body">
        <div class="stack">
          <p>{words.lead}</p>
          {guess !== null && <Guess spec={guess} />}
          {control !== undefined && <div class="panel stack">{control}</div>}
        </div>
        <div class="stack learn-figures" aria-busy={pending}>
          {failure !== null && (
            <p class="notice problem" role="alert">
              {frame.failed(failure)}
            </p>
          )}
          {children}
          {pending && <p class="learn-computing muted">{frame.computing}</p>}
        </div>
      </div>
      {/* What is to be taken home would give the guess away. */}
      {(guess === null || isRevealed(lab.state.value.detail)) && (
        <p class="learn-takeaway">
          <strong>{frame.takeaway}:</strong> {words.takeaway}
        </p>
      )}
      <details
        class="learn-teacher"
        open={lab.state.value.detail.teacher === "1"}
        onToggle={(event) => {
          const open = event.currentTarget.open ? "1" : "0";
          if ((lab.state.value.detail.teacher ?? "0") !== open) choose(lab, "teacher", open);
        }}
      >
        <summary>{frame.teacher}</summary>
        <dl>
          {(["aim", "time", "usual", "ask"] as const).map((each) => (
            <div key={each}>
              <dt>{frame[each]}</dt>
              <dd>{words.teacher[each]}</dd>
            </div>
          ))}
        </dl>
      </details>
      <div class="row learn-moves">
        <button type="button" onClick={() => (step === 1 ? goToContents(lab) : goTo(lab, lesson, step - 1))}>
          {step === 1 ? frame.toContents : frame.back}
        </button>
        <button
          type="button"
          class="primary"
          onClick={() => (step === last ? goToContents(lab) : goTo(lab, lesson, step + 1))}
        >
          {step === last ? frame.finish : frame.next}
        </button>
      </div>
    </article>
  );
}
