import type { Signal } from "@preact/signals";
import type { WorldToWatch } from "../../../workers/lab/watchJobs.ts";
import { useWords } from "../../state/lab.ts";
import { Choice } from "../../ui/Choice.tsx";
import { provinceWords } from "./provinceWords.ts";
import { watchWords } from "./words.ts";

/** Where pioneers are sent. */
export function DestinationChoice(props: {
  readonly world: WorldToWatch;
  readonly destination: Signal<string>;
}) {
  const { world, destination } = props;
  const { intervene: words } = useWords(provinceWords);
  const names: Readonly<Record<string, string>> = useWords(watchWords).destinations;
  return (
    <Choice
      label={words.destination}
      value={destination.value}
      options={world.destinations.map((name) => ({ value: name, text: names[name] ?? name }))}
      onChange={(next) => {
        destination.value = next;
      }}
    />
  );
}
