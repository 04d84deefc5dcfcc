import { useEffect, useRef } from "preact/hooks";
import { useLab, useWords } from "../../state/lab.ts";
import { Contents } from "./Contents.tsx";
import { lessons } from "./lessons.ts";
import { Progress } from "./Progress.tsx";
import { placeInLessons } from "./place.ts";
import { learnWords } from "./words.ts";

/** The place Learn: a course, and a lesson for each paper. */
export default function Learn() {
  const lab = useLab();
  const words = useWords(learnWords);
  const { step, detail, language } = lab.state.value;
  const { at, refused } = placeInLessons(step, detail);
  const where = at === null ? "contents" : `${at.lesson}/${at.step}`;
  const before = useRef(where);
  // Whoever moves on by keyboard or hears the page begins at the new heading; a first visit leaves the focus alone.
  useEffect(() => {
    if (before.current === where) return;
    before.current = where;
    document.getElementById("learn-heading")?.focus();
    window.scrollTo({ top: 0 });
  }, [where]);
  const problem = refused === null ? null : words.refused(refused.name, refused.found, refused.expected);
  useEffect(() => {
    if (problem !== null) lab.say("problem", problem);
  }, [problem, lab]);
  if (at === null) return <Contents />;
  const steps = lessons[at.lesson];
  const View = steps[at.step - 1]?.View;
  return (
    <div class="learn">
      <Progress lesson={at.lesson} step={at.step} titles={steps.map(({ words: said }) => said[language])} />
      {View !== undefined && <View key={where} lesson={at.lesson} step={at.step} />}
    </div>
  );
}
