import { survivalCurves } from "../../../charts/survivalCurves.ts";
import { FigureView } from "../../../figure/FigureView.tsx";
import { useLab, useWords } from "../../../state/lab.ts";
import { Slider } from "../../../ui/Slider.tsx";
import { isRevealed } from "../Guess.tsx";
import { choose, chosenNumber } from "../place.ts";
import type { StepProps } from "../StepFrame.tsx";
import { useAnswer } from "../useAnswer.ts";
import { learnWords } from "../words.ts";
import { learningWords } from "./learningWords.ts";
import { PaperStep } from "./PaperStep.tsx";

/** What the paper's world has, and what is strong. */
const usual = 0.05;
const strong = 0.2;

/** Canello & Pavone: how long firms stay, by how many were abroad before they started. */
export function Learning({ step }: StepProps) {
  const lab = useLab();
  const words = useWords(learningWords);
  const common = useWords(learnWords);
  const { detail, seed, language } = lab.state.value;
  const format = lab.format.value;
  const revealed = isRevealed(detail);
  // The second screen shows what was asked for, once it was guessed.
  const otherwise = step === 2 && revealed ? strong : usual;
  const gain = step === 1 ? usual : chosenNumber(detail, "gain", { min: 0, max: strong, otherwise });
  const shown = useAnswer({ kind: "survival", gain, seed });
  const none = useAnswer({ kind: "survival", gain: 0, seed });
  const most = useAnswer({ kind: "survival", gain: strong, seed });
  const after = (survival: readonly number[] | undefined, years: number) =>
    format.percent(survival?.[years - 1] ?? Number.NaN, 0);
  const curvesOf = (answer: typeof shown.answer, name: (group: string) => string) =>
    answer === null
      ? []
      : ([answer.few, answer.many] as const).map((group, at) => ({
          name: name(at === 0 ? words.few(format.count(group.most)) : words.many(format.count(group.fewest))),
          times: group.survival.map((_, year) => year + 1),
          survival: group.survival,
        }));
  return (
    <PaperStep
      lesson="learning"
      step={step}
      words={words.screens}
      pending={shown.pending || none.pending || most.pending}
      failure={shown.failure ?? none.failure}
      outcomes={[
        {
          right: "remains",
          told:
            none.answer === null
              ? null
              : words.told.one(
                  [after(none.answer.few.survival, 2), after(none.answer.many.survival, 2)],
                  [after(shown.answer?.few.survival, 2), after(shown.answer?.many.survival, 2)],
                ),
        },
        {
          right: "more",
          told:
            none.answer === null || most.answer === null
              ? null
              : words.told.two(after(most.answer.many.survival, 6), after(none.answer.many.survival, 6)),
        },
        { right: "small", told: words.told.three },
      ]}
      control={
        <Slider
          label={words.slider}
          value={gain}
          min={0}
          max={strong}
          step={0.05}
          written={words.sliderValue(format.number(gain, 2))}
          explain={common.explain}
          explanation={words.sliderText}
          onInput={(value) => choose(lab, "gain", String(value))}
        />
      }
    >
      {shown.answer !== null && (
        <FigureView
          headingLevel={2}
          figure={survivalCurves(
            { id: "learn-learning", title: words.figure, language },
            {
              groups: [
                ...curvesOf(shown.answer, (group) => group),
                ...(step < 3 && revealed ? curvesOf(none.answer, words.nobodyLearns).slice(step - 1) : []),
              ],
              time: words.time,
              quantity: words.quantity,
            },
          )}
        />
      )}
    </PaperStep>
  );
}
