import { type CountryName, worldNames } from "../../../../study/lesson/lessonWorlds.ts";
import { useLab, useWords } from "../../../state/lab.ts";
import type { LabState } from "../../../state/labState.ts";
import { writeLink } from "../../../state/urlState.ts";
import { Choice } from "../../../ui/Choice.tsx";
import recorded from "../../tellApart/recordedVerdict.json";
import { choose } from "../place.ts";
import { StepFrame, type StepProps } from "../StepFrame.tsx";
import { sandboxWords } from "./sandboxWords.ts";

/** Column C in the recorded world of good places, in which nobody imitates; a test holds the record against its study. */
const wrong = rejectionsOf("W3", "canello-2022/C");

const places = ["watch", "estimate", "repeat", "tell-apart"] as const;

/** The state of a place that opens with a country of the course; Tell apart has worlds of its own. */
export function stateWith(state: LabState, place: (typeof places)[number], country: CountryName): LabState {
  return {
    ...state,
    place,
    world: place === "tell-apart" ? "" : worldNames[country],
    set: {},
    step: null,
    detail: {},
  };
}

/** Step 7: the whole lab, with the country of the course. */
export function Sandbox(props: StepProps) {
  const lab = useLab();
  const words = useWords(sandboxWords);
  const state = lab.state.value;
  const write = lab.format.value.count;
  const histories = write(wrong.of);
  const country: CountryName = state.detail.country === "good-location" ? "good-location" : "imitators";
  return (
    <StepFrame
      {...props}
      words={words}
      guess={{
        kind: "number",
        ask: words.guess(histories),
        label: words.guessLabel,
        min: 0,
        max: wrong.of,
        step: 1,
        start: wrong.of / 2,
        written: (value) => words.guessUnit(write(value), histories),
        told: words.told(write(wrong.count), histories),
      }}
      control={
        <Choice
          label={words.choice}
          value={country}
          options={(["imitators", "good-location"] as const).map((value) => ({
            value,
            text: words.countries[value],
          }))}
          onChange={(value) => choose(lab, "country", value)}
        />
      }
    >
      <ul class="cards learn-places">
        {places.map((place) => {
          const next = stateWith(state, place, country);
          const [name, about] = words.places[place];
          return (
            <li key={place} class="panel">
              <h2>{name}</h2>
              <p>{about}</p>
              <a
                class="button"
                href={writeLink(next)}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  lab.update(next, "push");
                }}
              >
                {words.open(name ?? "")}
              </a>
            </li>
          );
        })}
      </ul>
    </StepFrame>
  );
}

/** In how many of the recorded histories of a world a specification rejects "no imitation". */
function rejectionsOf(world: string, method: string): { readonly count: number; readonly of: number } {
  const cell = recorded.worlds.find((each) => each.world === world)?.cell;
  const found = recorded.specifications.find((each) => each.cell === cell && each.method === method);
  return { count: found?.rejection?.count ?? Number.NaN, of: found?.rejection?.of ?? 0 };
}
