import { useSignal } from "@preact/signals";
import type { Cause } from "../../../scenarios/lab/lookAlikes.ts";
import type { SeenWorld } from "../../../study/lookAlikes/seenWorld.ts";
import type { TrueWorld } from "../../../workers/lab/tellApartJobs.ts";
import { FigureView } from "../../figure/FigureView.tsx";
import { useLab, useWords } from "../../state/lab.ts";
import { Choice } from "../../ui/Choice.tsx";
import { GuessForm } from "./GuessForm.tsx";
import type { Letter } from "./order.ts";
import { RevealText } from "./RevealText.tsx";
import { Statistics } from "./Statistics.tsx";
import { shareSeries } from "./shareSeries.ts";
import type { TellApartPlace } from "./usePlace.ts";
import { WorldMap } from "./WorldMap.tsx";
import { tellApartWords } from "./words.ts";

export interface WorldCardProps {
  readonly place: TellApartPlace;
  readonly at: 0 | 1 | 2;
  readonly cause: Cause;
  readonly letter: Letter;
  readonly world: SeenWorld;
  /** End of the axis of the shares, the same for all worlds. */
  readonly most: number;
  /** False while only its map is drawn. */
  readonly whole: boolean;
  /** null until it is revealed. */
  readonly truth: TrueWorld | null;
}

/** One of the three worlds: its map, its years, what can be counted; then the guess, or what it is. */
export function WorldCard({ place, at, cause, letter, world, most, whole, truth }: WorldCardProps) {
  const words = useWords(tellApartWords);
  const { language } = useLab().state.value;
  const beside = useSignal<"noImitation" | "noCause">("noImitation");
  const name = words.worldOf(letter);
  const title = truth === null ? name : words.worldIs(letter, words.causes[cause]);
  return (
    <section class="panel tell-apart-world" data-revealed={truth !== null} aria-label={title}>
      <h2>{title}</h2>
      {truth !== null && (
        <RevealText cause={cause} guess={place.detail.guesses[at]} world={world} truth={truth} />
      )}
      <div class="tell-apart-maps">
        <WorldMap
          world={world}
          name={truth === null ? name : `${name}: ${words.asItIs}`}
          heading={truth === null ? null : words.asItIs}
        />
        {truth !== null && (
          <WorldMap
            world={truth[beside.value]}
            name={`${name}: ${words[beside.value]}`}
            heading={words[beside.value]}
          />
        )}
      </div>
      {truth !== null && cause !== "imitation" && (
        <Choice
          label={words.besides(letter)}
          value={beside.value}
          options={[
            { value: "noImitation", text: words.noImitation },
            { value: "noCause", text: words.noCause },
          ]}
          onChange={(chosen) => {
            beside.value = chosen;
          }}
        />
      )}
      {whole && (
        <>
          <FigureView figure={shareSeries(letter, world, truth, cause, most, language, words)} live={false} />
          <Statistics world={world} />
          {!place.detail.revealed && <GuessForm place={place} at={at} letter={letter} />}
        </>
      )}
    </section>
  );
}
