import { useLab, useWords } from "../../state/lab.ts";
import { Choice } from "../../ui/Choice.tsx";
import { controlWords } from "./controlWords.ts";
import { withoutKey, worldNamed } from "./request.ts";
import { watchWords } from "./words.ts";
import { type OfferedWorld, offeredWorlds } from "./worlds.ts";
import { worldWords } from "./worldWords.ts";

/** Which world is watched, the question it answers, and what to look for. */
export function WorldChoice() {
  const lab = useLab();
  const words = useWords(worldWords);
  const { world: label } = useWords(controlWords);
  const { lookFor } = useWords(watchWords);
  const { id } = worldNamed(lab.state.value.world);
  const known: readonly string[] = offeredWorlds;
  const offered = known.includes(id) ? words[id as OfferedWorld] : null;
  return (
    <div class="watch-world">
      <Choice
        label={label}
        value={id}
        options={[
          ...offeredWorlds.map((value) => ({ value, text: words[value].name })),
          ...(offered === null ? [{ value: id, text: id }] : []),
        ]}
        onChange={(world) =>
          lab.update({ world, set: {}, detail: withoutKey(lab.state.peek().detail) }, "push")
        }
      />
      {offered !== null && (
        <div>
          <p class="watch-question">{offered.question}</p>
          <details>
            <summary>{lookFor}</summary>
            <p>{offered.lesson}</p>
          </details>
        </div>
      )}
    </div>
  );
}
