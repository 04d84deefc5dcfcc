import { useLab, useWords } from "../../state/lab.ts";
import { writeLink } from "../../state/urlState.ts";
import { Bandwagon } from "./Bandwagon.tsx";
import { ClassPlan } from "./ClassPlan.tsx";
import { papers } from "./papers/papers.ts";
import { goTo, type LessonName, lessonNames, minutesOf, stepsOf } from "./place.ts";
import { learnWords } from "./words.ts";

/** The list of lessons. */
export function Contents() {
  const lab = useLab();
  const words = useWords(learnWords);
  const write = lab.format.value.count;
  const length = (lesson: LessonName) => words.length(write(stepsOf[lesson]), write(minutesOf[lesson]));
  const opening = (lesson: LessonName) => ({
    href: writeLink({ ...lab.state.value, step: 1, detail: { lesson } }),
    onClick: (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      goTo(lab, lesson, 1);
    },
  });
  return (
    <div class="learn-contents stack">
      <h1 id="learn-heading" tabIndex={-1}>
        {words.heading}
      </h1>
      <p class="learn-question">{words.intro}</p>
      <section class="panel learn-course">
        <div>
          <h2>{words.bandwagon.title}</h2>
          <p>{words.bandwagon.text}</p>
          <h2>{words.course}</h2>
          <p>{words.about.course}</p>
          <p class="muted">{length("course")}</p>
          <a class="button learn-start" {...opening("course")}>
            {words.start}
          </a>
        </div>
        <Bandwagon />
      </section>
      <ClassPlan />
      <h2>{words.papers}</h2>
      <ul class="cards learn-papers">
        {lessonNames
          .filter((lesson) => lesson !== "course")
          .map((lesson) => (
            <li key={lesson} class="panel">
              <h3>
                <a {...opening(lesson)}>{words.lessons[lesson]}</a>
              </h3>
              <p>{words.about[lesson]}</p>
              <p class="muted">
                {papers[lesson].short} · {length(lesson)}
              </p>
            </li>
          ))}
      </ul>
    </div>
  );
}
