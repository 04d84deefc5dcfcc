import { type ClusterStrategy, clusterStrategies } from "../../../../study/lesson/lessonWorlds.ts";
import { sentence } from "../../../charts/words.ts";
import { FigureView } from "../../../figure/FigureView.tsx";
import { useLab, useWords } from "../../../state/lab.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { curve } from "../curve.ts";
import { isRevealed } from "../Guess.tsx";
import { choose } from "../place.ts";
import type { StepProps } from "../StepFrame.tsx";
import { useAnswer } from "../useAnswer.ts";
import { clustersWords } from "./clustersWords.ts";
import { PaperStep } from "./PaperStep.tsx";

/** Gancarczyk & Gancarczyk (2017): what strategies do to core competence and lock-in. */
export function Clusters({ step }: StepProps) {
  const lab = useLab();
  const words = useWords(clustersWords);
  const { detail, seed, language } = lab.state.value;
  const format = lab.format.value;
  const answers = {
    selective: useAnswer({ kind: "clusters", strategy: "selective", seed }),
    replicative: useAnswer({ kind: "clusters", strategy: "replicative", seed }),
    exportOnly: useAnswer({ kind: "clusters", strategy: "exportOnly", seed }),
  };
  // The second screen shows what was asked for, once it was guessed.
  const otherwise = step === 2 && isRevealed(detail) ? "exportOnly" : "selective";
  const chosen = clusterStrategies.find((each) => each === detail.strategy) ?? otherwise;
  const end = (strategy: ClusterStrategy, what: "core" | "lockIn") =>
    format.fixed(answers[strategy].answer?.[what].at(-1) ?? Number.NaN, 2);
  const all = clusterStrategies.every((each) => answers[each].answer !== null);
  const path = answers[chosen].answer;
  const other = answers.replicative.answer;
  const first = answers.selective.answer;
  const series =
    step === 1
      ? [
          ...(first === null ? [] : [{ name: words.coreOf(words.strategies.selective), values: first.core }]),
          ...(isRevealed(detail) && other !== null
            ? [{ name: words.coreOf(words.strategies.replicative), values: other.core }]
            : []),
        ]
      : path === null
        ? []
        : [
            { name: words.core, values: path.core },
            { name: words.lockIn, values: path.lockIn },
          ];
  return (
    <PaperStep
      lesson="clusters"
      step={step}
      words={words.screens}
      pending={answers[chosen].pending}
      failure={answers[chosen].failure}
      outcomes={[
        {
          right: "lower",
          told: all ? words.told.one(end("replicative", "core"), end("selective", "core")) : null,
        },
        {
          right: "highest",
          told: all
            ? words.told.two(
                end("exportOnly", "lockIn"),
                end("selective", "lockIn"),
                end("replicative", "lockIn"),
              )
            : null,
        },
        { right: "review", told: words.told.three },
      ]}
      control={
        <Choice
          label={words.choice}
          value={chosen}
          options={clusterStrategies.map((value) => ({ value, text: words.strategies[value] }))}
          onChange={(value) => choose(lab, "strategy", value)}
        />
      }
    >
      {series[0] !== undefined && (
        <FigureView
          headingLevel={2}
          figure={curve(
            { id: "learn-clusters", title: words.figure, language },
            {
              x: { label: words.year, format: "count", min: 1, max: series[0].values.length },
              y: {
                label: step === 1 ? words.coreQuantity : words.quantity,
                format: "number",
                includesZero: true,
              },
              series: series.map(({ name, values }) => ({
                name,
                points: values.map((y, at) => ({ x: at + 1, y })),
              })),
              summary: sentence(
                series.map(({ name, values }) =>
                  words.ends(name, format.fixed(values.at(-1) ?? Number.NaN, 2)),
                ),
                language,
              ),
            },
          )}
        />
      )}
    </PaperStep>
  );
}
