import type { PeerWorld } from "../../../../study/lesson/lessonWorlds.ts";
import { peerClasses } from "../../../../study/lesson/peerClasses.ts";
import type { StartRate } from "../../../../study/lesson/startRates.ts";
import { sentence } from "../../../charts/words.ts";
import { FigureView } from "../../../figure/FigureView.tsx";
import { useLab, useWords } from "../../../state/lab.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { curve } from "../curve.ts";
import { isRevealed } from "../Guess.tsx";
import { choose } from "../place.ts";
import type { StepProps } from "../StepFrame.tsx";
import { useAnswer } from "../useAnswer.ts";
import { herdingWords } from "./herdingWords.ts";
import { PaperStep } from "./PaperStep.tsx";

const worlds = ["imitation", "place", "nothing"] as const;

/** Canello (2022): starts by neighbours, in three worlds. */
export function Herding({ step }: StepProps) {
  const lab = useLab();
  const words = useWords(herdingWords);
  const { detail, seed, language } = lab.state.value;
  const format = lab.format.value;
  const answers = {
    imitation: useAnswer({ kind: "startRates", world: "imitation", seed }),
    nothing: useAnswer({ kind: "startRates", world: "nothing", seed }),
    place: useAnswer({ kind: "startRates", world: "place", seed }),
  };
  const chosen = worlds.find((each) => each === detail.cause) ?? "imitation";
  const revealed = isRevealed(detail);
  const write = (rate: number | undefined) => format.percent(rate ?? Number.NaN, 2);
  const ends = (world: PeerWorld): readonly [string, string] | null => {
    const { answer } = answers[world];
    return answer === null ? null : [write(answer[0]?.rate), write(answer.at(-1)?.rate)];
  };
  const shown: readonly PeerWorld[] =
    step === 3
      ? worlds
      : step === 2
        ? [...new Set([chosen, ...(revealed ? (["place"] as const) : [])])]
        : ["imitation", ...(revealed ? (["nothing"] as const) : [])];
  const told = (world: PeerWorld, say: (none: string, many: string) => string) => {
    const found = ends(world);
    return found === null ? null : say(...found);
  };
  const points = (rates: readonly StartRate[]) => rates.map(({ rate }, x) => ({ x, y: rate }));
  const ready = shown.flatMap((world) => {
    const { answer } = answers[world];
    return answer === null ? [] : [{ world, answer }];
  });
  return (
    <PaperStep
      lesson="herding"
      step={step}
      words={words.screens}
      pending={shown.some((world) => answers[world].pending)}
      failure={answers.imitation.failure ?? answers.nothing.failure ?? answers.place.failure}
      outcomes={[
        { right: "flat", told: told("nothing", words.told.one) },
        { right: "rises", told: told("place", words.told.two) },
        { right: "less", told: words.told.three },
      ]}
      control={
        // The last screen shows all three worlds: there is nothing left to choose.
        step === 3 ? null : (
          <Choice
            label={words.choice}
            value={chosen}
            options={worlds.map((value) => ({ value, text: words.worlds[value] }))}
            onChange={(value) => choose(lab, "cause", value)}
          />
        )
      }
    >
      {ready.length > 0 && (
        <FigureView
          headingLevel={2}
          figure={curve(
            { id: "learn-herding", title: words.figure, language },
            {
              x: {
                label: words.peers,
                format: "count",
                categories: peerClasses.map((from, at) =>
                  words.classes(
                    format.count(from),
                    peerClasses[at + 1] === undefined ? null : format.count(peerClasses[at + 1] ?? 0),
                  ),
                ),
              },
              y: { label: words.rate, format: "percent", includesZero: true },
              series: ready.map(({ world, answer }) => ({
                name: words.worlds[world],
                points: points(answer),
              })),
              dots: true,
              summary: sentence(
                ready.map(({ world }) => words.summary(words.worlds[world], ...(ends(world) ?? ["–", "–"]))),
                language,
              ),
            },
          )}
        />
      )}
    </PaperStep>
  );
}
