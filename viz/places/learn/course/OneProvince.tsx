import { timeSeries } from "../../../charts/timeSeries.ts";
import { FigureView } from "../../../figure/FigureView.tsx";
import { useLab, useWords } from "../../../state/lab.ts";
import { isRevealed } from "../Guess.tsx";
import { guessGuide } from "../guessGuide.ts";
import { choose, chosenNumber } from "../place.ts";
import { StepFrame, type StepProps } from "../StepFrame.tsx";
import { useAnswer } from "../useAnswer.ts";
import { learnWords } from "../words.ts";
import { oneProvinceWords } from "./oneProvinceWords.ts";

/** The year in which the pioneer is sent. */
const firstYear = 2002;

/** Step 2: a province stepped by hand; one firm is sent abroad, and others follow or do not. */
export function OneProvince(props: StepProps) {
  const lab = useLab();
  const words = useWords(oneProvinceWords);
  const common = useWords(learnWords);
  const { detail, seed, language } = lab.state.value;
  const write = lab.format.value.count;
  const pioneer = Math.round(chosenNumber(detail, "pioneer", { min: 0, max: 99, otherwise: 0 }));
  const { answer: story, ...state } = useAnswer({ kind: "province", seed, pioneer });
  const last = story?.years.at(-1) ?? firstYear;
  const revealed = isRevealed(detail);
  const year = Math.round(
    chosenNumber(detail, "year", { min: firstYear, max: last, otherwise: revealed ? last : firstYear }),
  );
  const at = story?.years.indexOf(year) ?? -1;
  const count = story?.firms.length ?? 0;
  const until = (values: readonly number[]) =>
    values.map((value, index) => (index <= at ? value : Number.NaN));
  return (
    <StepFrame
      {...props}
      {...state}
      words={words}
      guess={{
        kind: "number",
        ask: words.guess(write(count)),
        label: words.guessLabel,
        min: 0,
        max: Math.max(1, count),
        step: 1,
        start: 1,
        written: (value) => words.guessUnit(write(value)),
        told:
          story === null
            ? null
            : words.told(write(story.abroadWith.at(-1) ?? 0), write(story.abroadWithout.at(-1) ?? 0)),
      }}
      control={
        <div class="row">
          <button
            type="button"
            class="primary"
            disabled={year >= last}
            onClick={() => choose(lab, "year", String(year + 1))}
          >
            {words.nextYear}
          </button>
          <button
            type="button"
            disabled={year <= firstYear}
            onClick={() => choose(lab, "year", String(firstYear))}
          >
            {words.fromStart}
          </button>
        </div>
      }
    >
      {story !== null && at >= 0 && (
        <>
          <p class="learn-now" role="status">
            {words.yearNow(
              String(year),
              write(story.abroadWith[at] ?? 0),
              write(count),
              write(story.abroadWithout[at] ?? 0),
            )}
          </p>
          <fieldset class="learn-firms">
            <legend>{words.pioneer}</legend>
            <div class="learn-firm-grid">
              {story.firms.map((firm, index) => {
                const abroad = firm.with[at] === true;
                const first = index === Math.min(pioneer, count - 1);
                const status = abroad ? (first ? "pioneer" : "abroad") : "home";
                return (
                  <button
                    key={firm.place}
                    type="button"
                    class={`learn-firm ${status}`}
                    aria-pressed={first}
                    onClick={() => choose(lab, "pioneer", String(index))}
                  >
                    <strong>{words.firm(letterOf(index))}</strong>
                    <span>{words.states[status]}</span>
                    <small>{words.employees(write(firm.size))}</small>
                  </button>
                );
              })}
            </div>
          </fieldset>
          <FigureView
            headingLevel={2}
            figure={addGuides(
              timeSeries(
                { id: "learn-province", title: words.figure, language },
                {
                  years: story.years,
                  quantity: words.quantity,
                  format: "count",
                  cursor: year,
                  series: [
                    { name: words.with, values: until(story.abroadWith) },
                    { name: words.without, values: until(story.abroadWithout) },
                  ],
                },
              ),
              count,
              guessGuide(detail, "y", common.guess.line),
            )}
          />
        </>
      )}
    </StepFrame>
  );
}

function addGuides(
  figure: ReturnType<typeof timeSeries>,
  max: number,
  guides: ReturnType<typeof guessGuide>,
): ReturnType<typeof timeSeries> {
  return { ...figure, y: { ...figure.y, max }, guides: [...figure.guides, ...guides] };
}

/** A, B, C …; a province of this world has fewer firms than the alphabet has letters. */
function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}
