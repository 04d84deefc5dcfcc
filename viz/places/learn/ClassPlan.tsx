import { useLab, useWords } from "../../state/lab.ts";
import { writeLink } from "../../state/urlState.ts";
import { classPlanWords } from "./classPlanWords.ts";
import { courseSteps } from "./courseSteps.ts";
import { goTo, stepsOf } from "./place.ts";

/** Minutes for the questions, before the course and after it. */
const questions = { before: 3, after: 4 } as const;

/** A class of 45 minutes with the course: what comes when, each step a link that opens its notes. */
export function ClassPlan() {
  const lab = useLab();
  const words = useWords(classPlanWords);
  const { language } = lab.state.value;
  const write = lab.format.value.count;
  // The last step, the sandbox, is for afterwards.
  const steps = courseSteps.slice(0, stepsOf.course - 1).map(({ words: said }, at) => ({
    step: at + 1,
    title: said[language].title,
    minutes: Number.parseInt(said[language].teacher.time, 10),
  }));
  const rows = [
    { step: null, title: words.before, minutes: questions.before },
    ...steps,
    { step: null, title: words.after, minutes: questions.after },
  ];
  let until = 0;
  return (
    <details class="learn-teacher">
      <summary>{words.summary}</summary>
      <p>{words.text}</p>
      <ol class="learn-plan">
        {rows.map(({ step, title, minutes }) => {
          const from = until;
          until += minutes;
          return (
            <li key={title}>
              <span>{words.minutes(write(from), write(until))}</span>
              {step === null ? (
                <span>{title}</span>
              ) : (
                <a
                  href={writeLink({ ...lab.state.value, step, detail: { lesson: "course", teacher: "1" } })}
                  onClick={(event) => {
                    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                    event.preventDefault();
                    goTo(lab, "course", step, true);
                  }}
                >
                  {words.step(write(step), title)}
                </a>
              )}
            </li>
          );
        })}
      </ol>
      <p>{words.rest}</p>
      <h3>{words.questionsTitle}</h3>
      <ol>
        {words.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
      <p>{words.answers}</p>
    </details>
  );
}
