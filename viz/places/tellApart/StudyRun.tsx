import { useEffect, useRef, useState } from "preact/hooks";
import { throttleLatest } from "../../figure/throttle.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { studyWords } from "./studyWords.ts";
import type { TellApartPlace } from "./usePlace.ts";
import { tellApartWords } from "./words.ts";

const usualCounts = [5, 20, 40] as const;
/** What is proposed to a reader who has run nothing yet. */
const firstCount = 20;
const worlds = 3;
/** Milliseconds between two sentences for a screen reader. */
const spokenPause = 2000;

/** Starts, pauses and goes on with the study, and says how far it is. */
export function StudyRun({ place }: { readonly place: TellApartPlace }) {
  const words = useWords(studyWords);
  const { explain } = useWords(tellApartWords);
  const { count } = useLab().format.value;
  const { study, detail, change } = place;
  const phase = study.phase.value;
  const asked = study.asked.value;
  const done = study.done.value;
  const lost = study.lost.value;
  const counts = [
    ...new Set([...usualCounts, ...(detail.histories === null ? [] : [detail.histories])]),
  ].sort((one, other) => one - other);
  const busy = phase === "running" || phase === "preparing";
  const text = {
    loading: () => words.states.loading,
    empty: () => words.states.empty,
    preparing: () => words.states.preparing,
    running: () => words.states.running(count(done), count(asked)),
    paused: () => words.states.paused(count(done), count(asked)),
    done: () => words.states.done(count(done)),
    failed: () => words.states.failed(study.problem.value ?? ""),
    elsewhere: () => words.states.elsewhere,
  }[phase]();
  return (
    <div class="stack tell-apart-run">
      <fieldset class="row">
        <legend>{words.counts}</legend>
        {counts.map((histories) => (
          <button
            key={histories}
            type="button"
            class={
              phase === "empty" && histories === (detail.histories ?? firstCount) ? "primary" : undefined
            }
            aria-pressed={asked === histories * worlds}
            disabled={done >= histories * worlds}
            onClick={() => {
              change({ histories });
              study.run(histories);
            }}
          >
            {words.runUntil(count(histories))}
          </button>
        ))}
        {busy && (
          <button type="button" onClick={() => study.pause()}>
            {words.pause}
          </button>
        )}
        {phase === "elsewhere" && (
          <button type="button" onClick={() => study.open()}>
            {words.lookAgain}
          </button>
        )}
        {(phase === "paused" || phase === "failed") && (
          <button type="button" class="primary" onClick={() => study.run(Math.ceil(asked / worlds))}>
            {words.resume}
          </button>
        )}
      </fieldset>
      <details>
        <summary>
          {explain}
          <span class="visually-hidden">: {words.counts}</span>
        </summary>
        <p>{words.runWhy}</p>
      </details>
      {phase !== "empty" && phase !== "loading" && (
        <progress aria-label={words.progress} max={Math.max(1, asked)} value={done} />
      )}
      <p class={phase === "failed" ? "notice problem" : "muted"}>{text}</p>
      {!study.lasting.value && <p class="notice">{words.keepsNothing}</p>}
      {lost !== null && <p class="notice problem">{words.lost(count(lost.count), lost.message)}</p>}
      <Spoken text={text} />
    </div>
  );
}

/** The state for a screen reader, at most every two seconds. */
function Spoken({ text }: { readonly text: string }) {
  const [said, setSaid] = useState("");
  const speaker = useRef<ReturnType<typeof throttleLatest<string>> | null>(null);
  useEffect(() => {
    speaker.current ??= throttleLatest(setSaid, spokenPause);
    speaker.current.push(text);
  }, [text]);
  useEffect(() => () => speaker.current?.cancel(), []);
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  );
}
