import { timeSeries } from "../../../charts/timeSeries.ts";
import { FigureView } from "../../../figure/FigureView.tsx";
import { useLab, useWords } from "../../../state/lab.ts";
import { Slider } from "../../../ui/Slider.tsx";
import { isRevealed } from "../Guess.tsx";
import { choose, chosenNumber } from "../place.ts";
import type { StepProps } from "../StepFrame.tsx";
import { useAnswer } from "../useAnswer.ts";
import { learnWords } from "../words.ts";
import { districtsWords } from "./districtsWords.ts";
import { PaperStep } from "./PaperStep.tsx";

const usual = 0.8;
const strong = 2;

/** Bettiol et al. (2017): firms that their suppliers hold in the district. */
export function Districts({ step }: StepProps) {
  const lab = useLab();
  const words = useWords(districtsWords);
  const common = useWords(learnWords);
  const { detail, seed, language } = lab.state.value;
  const format = lab.format.value;
  // The second screen shows what was asked for, once it was guessed.
  const otherwise = step === 2 && isRevealed(detail) ? strong : usual;
  const ties = step === 1 ? usual : chosenNumber(detail, "ties", { min: 0, max: strong, otherwise });
  const shown = useAnswer({ kind: "districts", embeddedness: ties, seed });
  const held = useAnswer({ kind: "districts", embeddedness: usual, seed });
  const free = useAnswer({ kind: "districts", embeddedness: 0, seed });
  const most = useAnswer({ kind: "districts", embeddedness: strong, seed });
  const end = ({ answer }: typeof shown) => format.percent(answer?.shares.at(-1) ?? Number.NaN, 0);
  const withFree = step > 1 || isRevealed(detail);
  return (
    <PaperStep
      lesson="districts"
      step={step}
      words={words.screens}
      pending={shown.pending || free.pending || most.pending}
      failure={shown.failure}
      outcomes={[
        {
          right: "twice",
          told: free.answer === null || held.answer === null ? null : words.told.one(end(free), end(held)),
        },
        {
          right: "third",
          told: most.answer === null || held.answer === null ? null : words.told.two(end(most), end(held)),
        },
        { right: "five", told: words.told.three },
      ]}
      control={
        <Slider
          label={words.slider}
          value={ties}
          min={0}
          max={strong}
          step={0.2}
          written={words.unit(format.number(ties, 2))}
          explain={common.explain}
          explanation={words.sliderText}
          onInput={(value) => choose(lab, "ties", String(value))}
        />
      }
    >
      {shown.answer !== null && (
        <FigureView
          headingLevel={2}
          figure={timeSeries(
            { id: "learn-districts", title: words.figure, language },
            {
              years: shown.answer.years,
              quantity: common.shareAbroad,
              format: "percent",
              series: [
                { name: words.held(words.unit(format.number(ties, 2))), values: shown.answer.shares },
                ...(withFree && free.answer !== null
                  ? [{ name: words.free, values: free.answer.shares }]
                  : []),
              ],
            },
          )}
        />
      )}
    </PaperStep>
  );
}
