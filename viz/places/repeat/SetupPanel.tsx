import { useId } from "preact/hooks";
import { useLab, useWords } from "../../state/lab.ts";
import { Choice } from "../../ui/Choice.tsx";
import { Slider } from "../../ui/Slider.tsx";
import { estimandMeaning } from "./estimandMeaning.ts";
import { estimandText } from "./estimandWords.ts";
import { fileWords } from "./fileWords.ts";
import { firms, hasManyYearsOfStart, methodsFor, offeredWorlds } from "./offered.ts";
import type { RepeatModel } from "./repeatModel.ts";
import { setupOf } from "./setup.ts";
import { repeatWords } from "./words.ts";

/** Which study: the watched world and a specification, or those of a file. */
export function SetupPanel({ model }: { readonly model: RepeatModel }) {
  const words = useWords(repeatWords);
  const study = model.study.value;
  return (
    <section class="panel stack" aria-labelledby="repeat-setup">
      <h2 id="repeat-setup">{words.setup}</h2>
      {study !== null && study.file !== null ? (
        <OfFile file={study.file} aim={study.plan.design.design.aim} />
      ) : (
        <OfWorld />
      )}
      <MethodAndEstimand model={model} />
    </section>
  );
}

function OfFile({ file, aim }: { readonly file: string; readonly aim: string }) {
  const lab = useLab();
  const words = useWords(fileWords);
  return (
    <>
      <p>{words.fileStudy(file)}</p>
      <blockquote class="muted">{aim}</blockquote>
      <button type="button" onClick={() => lab.update({ detail: {} }, "push")}>
        {words.backToWorld}
      </button>
    </>
  );
}

function OfWorld() {
  const lab = useLab();
  const words = useWords(repeatWords);
  const id = useId();
  const state = lab.state.value;
  const setup = setupOf(state);
  const names: Readonly<Record<string, string>> = words.worldNames;
  const worlds = [...new Set<string>([...offeredWorlds, setup.world])];
  const change = (some: Readonly<Record<string, string>>) =>
    lab.update({ detail: { ...withoutDot(lab.state.peek().detail), ...some } });
  const set = Object.entries(state.set).filter(([name]) => name !== "firms");
  return (
    <>
      <Choice
        label={words.world}
        value={setup.world}
        options={worlds.map((value) => ({ value, text: names[value] ?? value }))}
        explanation={words.worldWhy}
        explain={words.explain}
        onChange={(world) => lab.update({ world, set: {}, detail: withoutDot(lab.state.peek().detail) })}
      />
      {set.length > 0 && (
        <p class="muted">
          {words.changedParameters(
            set.map(([name, value]) => `${name} = ${JSON.stringify(value)}`).join(", "),
          )}
        </p>
      )}
      <Slider
        label={words.firms}
        value={setup.firms}
        min={firms.least}
        max={firms.most}
        step={firms.step}
        written={words.firmsValue(lab.format.value.count(setup.firms))}
        explanation={words.firmsWhy}
        explain={words.explain}
        onInput={(value) => change({ firms: String(value) })}
      />
      <Choice
        label={words.method}
        value={setup.method}
        options={methodsFor(setup.world).map((value) => ({ value, text: words.methodNames[value] }))}
        explanation={words.methodWhy}
        explain={words.explain}
        onChange={(method) => change({ method })}
      />
      {hasManyYearsOfStart(setup.world, setup.method) && (
        <p class="notice" role="status">
          {words.manyYearsOfStart}
        </p>
      )}
      <div class="control">
        <label for={id}>{words.seed}</label>
        <div class="row">
          <input
            id={id}
            type="text"
            class="seed"
            value={state.seed}
            maxLength={64}
            autoComplete="off"
            spellcheck={false}
            onChange={(event) => {
              const seed = event.currentTarget.value.trim();
              if (seed !== "") lab.update({ seed, detail: withoutDot(lab.state.peek().detail) });
            }}
          />
          <button
            type="button"
            onClick={() => lab.update({ seed: newSeed(), detail: withoutDot(lab.state.peek().detail) })}
          >
            {words.newSeed}
          </button>
        </div>
        <details>
          <summary>
            {words.explain}
            <span class="visually-hidden">: {words.seed}</span>
          </summary>
          <p>{words.seedWhy}</p>
        </details>
      </div>
    </>
  );
}

/** Methods of the cell where a file has several, and the estimands of the method. */
function MethodAndEstimand({ model }: { readonly model: RepeatModel }) {
  const lab = useLab();
  const words = useWords(repeatWords);
  const study = model.study.value;
  const chosen = model.chosen.value;
  if (study === null || chosen === null) return null;
  const { language, detail } = lab.state.value;
  const methodNames: Readonly<Record<string, string>> = words.methodNames;
  const methods = study.plan.cells[chosen.cell]?.methods ?? [];
  const estimands = methods.find(({ name }) => name === chosen.method)?.estimands ?? [];
  const kind = chosen.planned?.model ?? null;
  return (
    <>
      {study.file !== null && (
        <Choice
          label={words.method}
          value={chosen.method}
          options={methods.map(({ name }) => ({ value: name, text: methodNames[name] ?? name }))}
          explanation={methods.find(({ name }) => name === chosen.method)?.summary}
          explain={words.explain}
          onChange={(method) => lab.update({ detail: { ...detail, method } })}
        />
      )}
      <Choice
        label={words.estimand}
        value={chosen.estimand}
        options={estimands.map((value) => ({ value, text: estimandText(language, value, kind) }))}
        explanation={`${estimandMeaning(language, chosen.estimand, kind)} ${words.estimandWhy}`}
        explain={words.explain}
        onChange={(estimand) => lab.update({ detail: { ...detail, estimand } })}
      />
    </>
  );
}

/** Another study has other replications. */
function withoutDot(detail: Readonly<Record<string, string>>): Record<string, string> {
  const { replication: _, cell: __, ...rest } = detail;
  return rest;
}

/** Nine digits by chance: only which seed it is, never what it draws. */
function newSeed(): string {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(value % 1_000_000_000);
}
