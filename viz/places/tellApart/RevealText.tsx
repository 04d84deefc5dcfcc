import type { Cause } from "../../../scenarios/lab/lookAlikes.ts";
import type { SeenWorld } from "../../../study/lookAlikes/seenWorld.ts";
import type { TrueWorld } from "../../../workers/lab/tellApartJobs.ts";
import { useLab, useWords } from "../../state/lab.ts";
import type { Guess } from "./score.ts";
import { tellApartWords } from "./words.ts";

/** What a world is, what is true of it, and what gave it away. */
export function RevealText(props: {
  readonly cause: Cause;
  readonly guess: Guess;
  readonly world: SeenWorld;
  readonly truth: TrueWorld;
}) {
  const { cause, guess, world, truth } = props;
  const words = useWords(tellApartWords);
  const { percent, fixed } = useLab().format.value;
  const name = words.causes[cause];
  const sure = percent(guess.sure / 100, 0);
  const effect = truth.peerEffect.all;
  const end = (each: SeenWorld) => percent(each.statistics.abroad, 1);
  const said =
    guess.cause === null
      ? words.youSaid.open(name)
      : guess.cause === cause
        ? words.youSaid.right(name, sure)
        : words.youSaid.other(words.causes[guess.cause], sure, name);
  return (
    <div class="tell-apart-truth">
      <p>
        <strong>{said}</strong> {words.causeMeanings[cause]}
      </p>
      <ul>
        <li>{effect === 0 ? words.effectNone : words.effectSome(fixed(1000 * effect, 2))}</li>
        <li>{cause === "imitation" ? words.fellTo(end(world), end(truth.noImitation)) : words.unchanged}</li>
        {cause !== "imitation" && <li>{words.causeOff(end(world), end(truth.noCause))}</li>}
        <li>
          {truth.givenAwayBy.length === 0
            ? words.notGivenAway
            : words.givenAway(truth.givenAwayBy.map((each) => words.statisticNames[each]).join(", "))}
        </li>
      </ul>
    </div>
  );
}
