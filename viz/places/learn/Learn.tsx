import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { leaveOutDetails } from "../../shell/linkProblems.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { Contents } from "./Contents.tsx";
import { courseSteps } from "./courseSteps.ts";
import { detailProblems } from "./linkDetails.ts";
import { Progress } from "./Progress.tsx";
import type { paperSteps as PaperSteps } from "./papers/paperSteps.ts";
import { placeInLessons } from "./place.ts";
import { learnWords } from "./words.ts";

/** The place Learn: a course, and a lesson for each paper. */
export default function Learn() {
  const lab = useLab();
  const words = useWords(learnWords);
  const { step, detail, language } = lab.state.value;
  const { at, refused } = placeInLessons(step, detail);
  const where = at === null ? "contents" : `${at.lesson}/${at.step}`;
  const papers = useSignal<typeof PaperSteps | null>(null);
  const failed = useSignal(false);
  const before = useRef(where);
  // Whoever moves on by keyboard or hears the page begins at the new heading; a first visit leaves the focus alone.
  const steps = at === null || at.lesson === "course" ? courseSteps : papers.value?.[at.lesson];
  const ready = steps !== undefined;
  useEffect(() => {
    if (before.current === where || !ready) return;
    before.current = where;
    document.getElementById("learn-heading")?.focus();
    window.scrollTo({ top: 0 });
  }, [where, ready]);
  const problem = refused === null ? null : words.refused(refused.name, refused.found, refused.expected);
  useEffect(() => {
    if (problem === null) return;
    lab.say("problem", problem);
    // The nearest step, or the list of lessons, is shown: the address says so as well.
    const { at: shown } = placeInLessons(lab.state.peek().step, lab.state.peek().detail);
    const { lesson: _, ...others } = lab.state.peek().detail;
    lab.update(shown === null ? { step: null, detail: others } : { step: shown.step });
  }, [problem, lab]);
  useEffect(() => leaveOutDetails(lab, detailProblems(lab.state.peek().detail)), [lab]);
  const needsPapers = at !== null && at.lesson !== "course";
  useEffect(() => {
    if (!needsPapers || papers.value !== null) return;
    import("./papers/paperSteps.ts").then(
      ({ paperSteps }) => {
        papers.value = paperSteps;
      },
      () => {
        failed.value = true;
      },
    );
  }, [needsPapers, papers, failed]);
  if (at === null) return <Contents />;
  if (steps === undefined) {
    return (
      <>
        <h1 id="learn-heading" tabIndex={-1}>
          {words.lessons[at.lesson]}
        </h1>
        <p role={failed.value ? "alert" : undefined}>{failed.value ? words.notLoaded : words.computing}</p>
      </>
    );
  }
  const View = steps[at.step - 1]?.View;
  return (
    <div class="learn">
      <Progress lesson={at.lesson} step={at.step} titles={steps.map(({ words: said }) => said[language])} />
      {View !== undefined && <View key={where} lesson={at.lesson} step={at.step} />}
    </div>
  );
}
