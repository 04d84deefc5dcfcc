import { sentence } from "../../../charts/words.ts";
import { FigureView } from "../../../figure/FigureView.tsx";
import { useLab, useWords } from "../../../state/lab.ts";
import { Slider } from "../../../ui/Slider.tsx";
import { curve } from "../curve.ts";
import { isRevealed } from "../Guess.tsx";
import { choose, chosenNumber } from "../place.ts";
import type { StepProps } from "../StepFrame.tsx";
import { useAnswer } from "../useAnswer.ts";
import { learnWords } from "../words.ts";
import { PaperStep } from "./PaperStep.tsx";
import { returnWords } from "./returnWords.ts";

const usual = 25;
const most = 50;

/** Freeman (2007): returns that are pauses. */
export function Return({ step }: StepProps) {
  const lab = useLab();
  const words = useWords(returnWords);
  const common = useWords(learnWords);
  const { detail, seed, language } = lab.state.value;
  const format = lab.format.value;
  // The second screen shows what was asked for, once it was guessed.
  const otherwise = step === 2 && isRevealed(detail) ? most : usual;
  const percent = step === 1 ? usual : chosenNumber(detail, "pauses", { min: 0, max: most, otherwise });
  const shown = useAnswer({ kind: "comingBack", pauseShare: percent / 100, seed });
  const none = useAnswer({ kind: "comingBack", pauseShare: 0, seed });
  const usually = useAnswer({ kind: "comingBack", pauseShare: usual / 100, seed });
  const half = useAnswer({ kind: "comingBack", pauseShare: most / 100, seed });
  const within = ({ answer }: typeof shown, years: number) =>
    format.percent(answer?.share[years - 1] ?? Number.NaN, 0);
  const withNone = step > 1 || isRevealed(detail);
  const lines = [
    { name: words.pauses(format.percent(percent / 100, 0)), found: shown },
    ...(withNone ? [{ name: words.none, found: none }] : []),
  ].flatMap(({ name, found }) => (found.answer === null ? [] : [{ name, found, share: found.answer.share }]));
  return (
    <PaperStep
      lesson="return"
      step={step}
      words={words.screens}
      pending={shown.pending || none.pending || half.pending}
      failure={shown.failure}
      outcomes={[
        {
          right: "fewer",
          told:
            none.answer === null || usually.answer === null
              ? null
              : words.told.one(within(none, 5), within(usually, 5)),
        },
        {
          right: "some",
          told: half.answer === null ? null : words.told.two(within(half, 1), within(half, 5)),
        },
        { right: "seven", told: words.told.three },
      ]}
      control={
        <Slider
          label={words.slider}
          value={percent}
          min={0}
          max={most}
          step={5}
          written={format.percent(percent / 100, 0)}
          explain={common.explain}
          explanation={words.sliderText}
          onInput={(value) => choose(lab, "pauses", String(value))}
        />
      }
    >
      {lines.length > 0 && (
        <FigureView
          headingLevel={2}
          figure={curve(
            { id: "learn-return", title: words.figure, language },
            {
              x: { label: words.time, format: "count", min: 0, max: 5 },
              y: { label: words.quantity, format: "percent", min: 0, max: 0.5 },
              series: lines.map(({ name, share }) => ({
                name,
                points: [{ x: 0, y: 0 }, ...share.map((y, at) => ({ x: at + 1, y }))],
              })),
              dots: true,
              summary: sentence(
                lines.map(({ name, found }) => words.summary(name, within(found, 1), within(found, 5))),
                language,
              ),
            },
          )}
        />
      )}
    </PaperStep>
  );
}
