import { useSignal } from "@preact/signals";
import { locales } from "../../i18n/format.ts";
import type { Translation } from "../../i18n/words.ts";
import { labVersion } from "../../shell/labVersion.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { readLink } from "../../state/urlState.ts";
import { type KeptStudy, studyKey } from "../../store/studyStore.ts";
import { fileWords } from "./fileWords.ts";
import type { RepeatModel } from "./repeatModel.ts";
import { setupOf } from "./setup.ts";
import { repeatWords } from "./words.ts";

/** What this browser keeps: open it again, or delete it. */
export function KeptStudies({ model }: { readonly model: RepeatModel }) {
  const words = useWords(fileWords);
  const kept = model.kept.value;
  return (
    <section class="panel stack" aria-labelledby="repeat-kept">
      <h2 id="repeat-kept">{words.kept}</h2>
      {kept.length === 0 ? (
        <p>{words.noneKept}</p>
      ) : (
        <ul class="kept">
          {kept.map((study) => (
            <Kept key={study.key} study={study} model={model} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Kept({ study, model }: { readonly study: KeptStudy; readonly model: RepeatModel }) {
  const lab = useLab();
  const words = useWords(fileWords);
  const asking = useSignal(false);
  const problem = useSignal("");
  const { format, state } = lab;
  const open = model.study.value;
  const current = open !== null && studyKey(open.plan.name, labVersion) === study.key;
  const setupWords = useWords(repeatWords);
  const title =
    study.round === undefined ? titleOf(study, setupWords, format.value.count) : words.ofRound(study.round);
  const named = <span class="visually-hidden">: {title}</span>;
  const changed = new Intl.DateTimeFormat(locales[state.value.language], {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(study.changed);
  const remove = async () => {
    problem.value = (await model.remove(study)) ? "" : words.notRemoved;
    asking.value = false;
  };
  return (
    <li>
      <div>
        <strong>{title}</strong>
        <br />
        <span class="muted">
          {words.keptCount(format.value.count(study.kept), format.value.count(study.target * study.cells))}
          {" · "}
          {changed}
          {study.version !== labVersion && ` · ${words.ofVersion(study.version)}`}
        </span>
      </div>
      <div class="row">
        {current ? (
          <span class="muted">{words.current}</span>
        ) : (
          <button type="button" disabled={study.version !== labVersion} onClick={() => model.openKept(study)}>
            {words.goOn}
            {named}
          </button>
        )}
        {asking.value ? (
          <>
            <button type="button" onClick={() => void remove()}>
              {words.really}
              {named}
            </button>
            <button
              type="button"
              onClick={() => {
                asking.value = false;
              }}
            >
              {words.keep}
              {named}
            </button>
          </>
        ) : (
          <button
            type="button"
            onClick={() => {
              asking.value = true;
            }}
          >
            {words.remove}
            {named}
          </button>
        )}
      </div>
      <p role="status">{problem.value}</p>
    </li>
  );
}

/** Of a watched world its name, specification, firms and seed, in the reader's language; else the name of the file. */
function titleOf(
  { title, link }: KeptStudy,
  words: Translation<(typeof repeatWords)["en"]>,
  count: (value: number) => string,
): string {
  const { state } = readLink(link);
  const { world, method, firms, study } = setupOf(state);
  if (study !== "") return title;
  const names: Readonly<Record<string, string>> = words.worldNames;
  return [
    names[world] ?? world,
    words.methodNames[method],
    words.firmsValue(count(firms)),
    `${words.seed}: ${state.seed}`,
  ].join(" · ");
}
