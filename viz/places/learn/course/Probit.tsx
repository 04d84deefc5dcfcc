import { type CountryName, trueImitation } from "../../../../study/lesson/lessonWorlds.ts";
import { tallyVerdicts } from "../../../../study/lesson/tally.ts";
import { distribution } from "../../../charts/distribution.ts";
import { FigureView } from "../../../figure/FigureView.tsx";
import { useLab, useWords } from "../../../state/lab.ts";
import { isRevealed } from "../Guess.tsx";
import { choose, chosenNumber } from "../place.ts";
import { StepFrame, type StepProps } from "../StepFrame.tsx";
import { impostorWords } from "./impostorWords.ts";
import { useProbits } from "./useProbits.ts";

const counts = [1, 10, 100] as const;
const countries: readonly CountryName[] = ["imitators", "good-location"];

/** Step 6: what a probit says of the two countries, over 1, 10 and 100 histories. */
export function Probit(props: StepProps) {
  const lab = useLab();
  const all = useWords(impostorWords);
  const words = all.probit;
  const { detail, seed, language } = lab.state.value;
  const format = lab.format.value;
  const asked = chosenNumber(detail, "histories", { min: 1, max: 100, otherwise: 1 });
  const count = counts.find((each) => each === asked) ?? 1;
  const revealed = isRevealed(detail);
  const a = useProbits("imitators", seed, count);
  const b = useProbits("good-location", seed, revealed ? count : 0);
  const found = { imitators: a, "good-location": b };
  const tallies = { imitators: tallyVerdicts(a.verdicts), "good-location": tallyVerdicts(b.verdicts) };
  const done = a.verdicts.length + b.verdicts.length;
  const wanted = revealed ? 2 * count : count;
  const share = (name: CountryName) =>
    words.of(format.count(tallies[name].significant), format.count(tallies[name].estimated));
  return (
    <StepFrame
      {...props}
      words={words}
      pending={done < wanted}
      failure={a.failure ?? b.failure}
      guess={{
        kind: "choice",
        ask: words.guess,
        options: words.options,
        right: "both",
        told: b.verdicts.length === 0 ? null : words.told(share("imitators"), share("good-location")),
      }}
      control={
        <fieldset>
          <legend>{words.control}</legend>
          <div class="row">
            {counts.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === count}
                onClick={() => choose(lab, "histories", String(each))}
              >
                {words.histories(format.count(each))}
              </button>
            ))}
          </div>
          <progress max={wanted} value={done} aria-label={words.control} />
          <p class="muted">{words.progress(format.count(done), format.count(wanted))}</p>
        </fieldset>
      }
    >
      <div class="cards">
        {countries
          .filter((name) => revealed || name === "imitators")
          .map((name) => {
            const tally = tallies[name];
            const figure = distribution(
              { id: `learn-probit-${name}`, title: words.figure(all.countries[name]), language },
              {
                values: found[name].verdicts.map(({ estimate }) => estimate),
                replications: found[name].verdicts.map(({ replication }) => replication),
                quantity: words.quantity,
                truth: trueImitation[name],
                ...(tally.estimated > 1
                  ? {
                      mean: tally.mean,
                      remarks: [
                        words.significant(share(name)),
                        words.mean(format.number(tally.monteCarloError, 1)),
                      ],
                    }
                  : {}),
              },
            );
            return (
              <FigureView
                key={name}
                headingLevel={2}
                live={done >= wanted}
                // Both figures on one axis, so that they can be compared by eye.
                figure={{ ...figure, x: { ...figure.x, min: -0.1, max: 0.45 } }}
              />
            );
          })}
      </div>
      {revealed && <p class="muted">{words.truth}</p>}
    </StepFrame>
  );
}
