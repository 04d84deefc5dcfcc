import { useLab, useWords } from "../../state/lab.ts";
import { writeLink } from "../../state/urlState.ts";
import { goTo, type LessonName } from "./place.ts";
import type { StepWords } from "./stepWords.ts";
import { learnWords } from "./words.ts";

/** Where one is in a lesson; every step is a link. */
export function Progress(props: {
  readonly lesson: LessonName;
  readonly step: number;
  readonly titles: readonly Pick<StepWords, "title">[];
}) {
  const { lesson, step, titles } = props;
  const lab = useLab();
  const words = useWords(learnWords);
  return (
    <nav class="learn-progress" aria-label={words.progress}>
      <ol>
        {titles.map(({ title }, at) => (
          <li key={title}>
            <a
              href={writeLink({ ...lab.state.value, step: at + 1, detail: { lesson } })}
              aria-current={at + 1 === step ? "step" : undefined}
              title={title}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                goTo(lab, lesson, at + 1);
              }}
            >
              <span aria-hidden="true">{at + 1}</span>
              <span class="visually-hidden">{title}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
