import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { locales } from "../../i18n/format.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { openStudies } from "../../store/indexedStudies.ts";
import type { KeptStudy } from "../../store/studyStore.ts";
import { keptRounds } from "./keptRound.ts";
import { studyWords } from "./studyWords.ts";
import type { TellApartPlace } from "./usePlace.ts";

/** Other rounds whose study this browser keeps: one goes on where it was left. */
export function KeptRounds({ place }: { readonly place: TellApartPlace }) {
  const lab = useLab();
  const words = useWords(studyWords);
  const rounds = useSignal<readonly KeptStudy[]>([]);
  useEffect(() => {
    let gone = false;
    void openStudies()
      .then(keptRounds)
      .then((found) => {
        if (!gone) rounds.value = found;
      });
    return () => {
      gone = true;
    };
  }, [rounds]);
  const others = rounds.value.filter(({ round }) => round !== place.seed);
  if (others.length === 0) return null;
  const { count } = lab.format.value;
  const { language } = lab.state.value;
  const date = new Intl.DateTimeFormat(locales[language], { dateStyle: "medium", timeStyle: "short" });
  return (
    <section class="panel stack">
      <h2>{words.keptRounds}</h2>
      <ul class="tell-apart-kept">
        {others.map(({ key, round = "", kept, target, cells, changed }) => (
          <li key={key} class="row">
            <button
              type="button"
              onClick={() => lab.update({ seed: round, detail: { revealed: "1" } }, "push")}
            >
              {words.openRound(round)}
            </button>
            <span class="muted">
              {words.keptHistories(count(kept), count(target * cells))} · {date.format(changed)}
            </span>
          </li>
        ))}
      </ul>
      <p class="muted">{words.keptRoundsHint}</p>
    </section>
  );
}
