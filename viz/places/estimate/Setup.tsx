import { useLab, useWords } from "../../state/lab.ts";
import { writeLink } from "../../state/urlState.ts";
import { Choice } from "../../ui/Choice.tsx";
import type { EstimateModel } from "./estimateModel.ts";
import { Methods } from "./Methods.tsx";
import { offeredWorlds, provincesOf, provincesOffered, worldOf, yearsOf, yearsOffered } from "./request.ts";
import { estimateWords } from "./words.ts";

/** Which world is surveyed, how, and what is fitted. */
export function Setup({ model }: { readonly model: EstimateModel }) {
  const lab = useLab();
  const words = useWords(estimateWords);
  const state = lab.state.value;
  const world = worldOf(state);
  const known: readonly string[] = offeredWorlds;
  const changed = Object.keys(state.set).length;
  const detail = (name: string, value: string, first: string) => {
    const { [name]: _, ...others } = state.detail;
    lab.update({ detail: value === first ? others : { ...others, [name]: value } });
  };
  return (
    <aside class="panel stack" aria-label={words.survey}>
      <Choice
        label={words.world}
        value={world}
        options={[
          ...offeredWorlds.map((value) => ({ value: value as string, text: words.worlds[value] })),
          ...(known.includes(world) ? [] : [{ value: world, text: world }]),
        ]}
        explanation={words.worldWhy}
        explain={words.explain}
        onChange={(next) => lab.update({ world: next, set: {} }, "push")}
      />
      {changed > 0 && <p class="muted">{words.changed(lab.format.value.count(changed))}</p>}
      <div class="row">
        <label class="estimate-seed">
          {words.seed}
          <input
            type="text"
            value={state.seed}
            maxLength={64}
            onChange={(event) => {
              const seed = event.currentTarget.value.replaceAll(/\p{Cc}/gu, "");
              if (seed.trim() !== "") lab.update({ seed });
            }}
          />
        </label>
        <button type="button" onClick={() => lab.update({ seed: nextSeed(state.seed) })}>
          {words.newSeed}
        </button>
        <a
          class="button"
          href={writeLink({ ...state, place: "watch", detail: {}, step: null })}
          onClick={(event) => {
            event.preventDefault();
            lab.update({ place: "watch", detail: {}, step: null }, "push");
          }}
        >
          {words.watchIt}
        </a>
      </div>
      <Choice
        label={words.years}
        value={yearsOf(state)}
        options={yearsOffered.map((value) => ({ value, text: words.yearsOf[value] }))}
        explanation={words.yearsWhy}
        explain={words.explain}
        onChange={(value) => detail("years", value, "6")}
      />
      <Choice
        label={words.provinces}
        value={provincesOf(state)}
        options={provincesOffered.map((value) => ({ value, text: words.provincesOf[value] }))}
        explanation={words.provincesWhy}
        explain={words.explain}
        onChange={(value) => detail("provinces", value, "all")}
      />
      <Methods model={model} />
    </aside>
  );
}

/** The next of the seeds that are counted; the first of them after a word. */
function nextSeed(seed: string): string {
  return /^\d{1,9}$/.test(seed) ? String(Number(seed) + 1) : "1";
}
