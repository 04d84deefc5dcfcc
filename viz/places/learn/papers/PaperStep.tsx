import type { ComponentChildren } from "preact";
import { useLab, useWords } from "../../../state/lab.ts";
import type { LessonName } from "../place.ts";
import { StepFrame } from "../StepFrame.tsx";
import { learnWords } from "../words.ts";
import { papers } from "./papers.ts";
import { type ScreensWords, screens } from "./paperWords.ts";

export interface PaperStepProps {
  readonly lesson: Exclude<LessonName, "course">;
  /** From 1. */
  readonly step: number;
  readonly words: ScreensWords;
  /** For each screen: the option that happens, and what is said of it; null while it is not known. */
  readonly outcomes: readonly { readonly right: string; readonly told: string | null }[];
  /** Shown from the second screen on; null where it would change nothing. */
  readonly control: ComponentChildren;
  readonly pending: boolean;
  readonly failure: string | null;
  readonly children: ComponentChildren;
}

/** A screen of a paper's lesson; the last one has the paper in full. */
export function PaperStep(props: PaperStepProps) {
  const { lesson, step, words, outcomes, control, pending, failure, children } = props;
  const frame = useWords(learnWords);
  useLab();
  const screen = words[screens[step - 1] ?? "one"];
  const outcome = outcomes[step - 1];
  const paper = papers[lesson];
  return (
    <StepFrame
      lesson={lesson}
      step={step}
      words={screen}
      pending={pending}
      failure={failure}
      guess={{
        kind: "choice",
        ask: screen.guess,
        options: screen.options,
        right: outcome?.right ?? "",
        told: outcome?.told ?? null,
      }}
      {...(step > 1 && control !== null ? { control } : {})}
    >
      {children}
      {step === screens.length && (
        <section class="panel learn-paper" aria-label={frame.paper}>
          <h2>{frame.paper}</h2>
          <p lang="en">{paper.reference}</p>
          {paper.link !== null && (
            <p>
              <a href={paper.link} rel="noopener" target="_blank">
                {paper.link}
              </a>
            </p>
          )}
        </section>
      )}
    </StepFrame>
  );
}
