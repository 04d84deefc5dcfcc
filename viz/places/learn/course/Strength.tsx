import { timeSeries } from "../../../charts/timeSeries.ts";
import { FigureView } from "../../../figure/FigureView.tsx";
import { useLab, useWords } from "../../../state/lab.ts";
import { Slider } from "../../../ui/Slider.tsx";
import { isRevealed } from "../Guess.tsx";
import { guessGuide } from "../guessGuide.ts";
import { choose, chosenNumber } from "../place.ts";
import { StepFrame, type StepProps } from "../StepFrame.tsx";
import { useAnswer } from "../useAnswer.ts";
import { learnWords } from "../words.ts";
import { countryWords } from "./countryWords.ts";

/** Step 4: imitation from none to strong, and the same world without it. */
export function Strength(props: StepProps) {
  const lab = useLab();
  const words = useWords(countryWords).strength;
  const common = useWords(learnWords);
  const { detail, seed, language } = lab.state.value;
  const format = lab.format.value;
  const percent = Math.round(chosenNumber(detail, "imitation", { min: 0, max: 120, otherwise: 100 }));
  const { answer: country, ...state } = useAnswer({
    kind: "country",
    country: "imitators",
    strength: percent / 100,
    seed,
  });
  const revealed = isRevealed(detail);
  const end = (shares: readonly number[]) => shares.at(-1) ?? 0;
  const figure =
    country === null
      ? null
      : timeSeries(
          { id: "learn-strength", title: words.figure, language },
          {
            years: country.years,
            quantity: common.shareAbroad,
            format: "percent",
            series: [
              { name: words.with, values: country.shareWith },
              ...(revealed ? [{ name: words.without, values: country.shareWithout }] : []),
            ],
          },
        );
  return (
    <StepFrame
      {...props}
      {...state}
      words={words}
      guess={{
        kind: "number",
        ask: words.guess,
        label: words.guessLabel,
        min: 0,
        max: 30,
        step: 1,
        start: 15,
        written: (value) => format.percent(value / 100, 0),
        told:
          country === null
            ? null
            : words.told(format.percent(end(country.shareWithout)), format.percent(end(country.shareWith))),
      }}
      control={
        <Slider
          label={words.slider}
          value={percent}
          min={0}
          max={120}
          step={10}
          written={format.percent(percent / 100, 0)}
          explain={common.explain}
          explanation={words.sliderText}
          onInput={(value) => choose(lab, "imitation", String(value))}
        />
      }
    >
      {figure !== null && (
        <FigureView
          headingLevel={2}
          figure={{
            ...figure,
            // The axis stands still while the slider moves.
            y: { ...figure.y, min: 0, max: 0.35 },
            guides: [...figure.guides, ...guessGuide(detail, "y", common.guess.line, 0.01)],
          }}
        />
      )}
      {revealed && country !== null && (
        <p class="learn-now">
          {words.flipped(format.count(country.everFlipped), format.count(country.firms))}
        </p>
      )}
    </StepFrame>
  );
}
