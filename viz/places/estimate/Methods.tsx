import { specificationGroups } from "../../../scenarios/lab/estimateSpecifications.ts";
import { expectedSeconds } from "../../../study/lab/expectedSeconds.ts";
import { useLab, useWords } from "../../state/lab.ts";
import type { EstimateModel, FitState } from "./estimateModel.ts";
import { methodWords } from "./methodWords.ts";
import { shortName, writeSpecifications } from "./request.ts";
import { estimateWords } from "./words.ts";

/** On a narrow screen the results stand below a long list. */
function toResults(): void {
  const results = document.getElementById("estimate-results");
  results?.scrollIntoView();
  results?.focus({ preventScroll: true });
}

/** The specifications to choose from, and the button that fits them. */
export function Methods({ model }: { readonly model: EstimateModel }) {
  const lab = useLab();
  const words = useWords(estimateWords);
  const summaries = useWords(methodWords);
  const chosen = model.chosen.value;
  const running = model.running.value;
  const survey = model.survey.value;
  const left = chosen.filter((name) => model.fits.value.get(name)?.status !== "done");
  const format = lab.format.value;
  function choose(name: string, wanted: boolean): void {
    const next = wanted ? [...chosen, name] : chosen.filter((each) => each !== name);
    const methods = writeSpecifications(next);
    if (methods === null) lab.say("problem", words.tooMany);
    else lab.update({ detail: { ...lab.state.peek().detail, methods } });
  }
  const said = (state: FitState | undefined) => {
    if (state === undefined) return "";
    return state.status === "done"
      ? words.status.done(format.fixed(state.seconds, 1))
      : words.status[state.status];
  };
  return (
    <section class="stack" aria-labelledby="estimate-methods">
      <h2 id="estimate-methods">{words.methods}</h2>
      <div class="estimate-go">
        <div class="row">
          <button
            type="button"
            class={running || left.length === 0 ? undefined : "primary"}
            disabled={running || survey === null || left.length === 0}
            onClick={() => {
              lab.update({ detail: { ...lab.state.peek().detail, fitted: "1" } });
              void model.fitChosen();
            }}
          >
            {chosen.length > 0 && left.length === 0 ? words.fitted : words.fit}
          </button>
          {model.done.value.length > 0 && (
            <button type="button" class="estimate-to-results" onClick={toResults}>
              {words.toResults}
            </button>
          )}
          {running && (
            <button type="button" onClick={() => model.cancel()}>
              {words.cancel}
            </button>
          )}
        </div>
        {chosen.length === 0 && <p>{words.none}</p>}
        {survey !== null && left.length > 0 && (
          <p class="muted">{words.about(format.count(expectedSeconds(survey.facts.rows, left)))}</p>
        )}
      </div>
      {specificationGroups.map(({ id, names }) => (
        <details key={id} open={id === "canello-2022" || names.some((name) => chosen.includes(name))}>
          <summary>{words.groupNames[id]}</summary>
          <ul class="estimate-methods">
            {names.map((name) => (
              <li key={name}>
                <label class="check">
                  <input
                    type="checkbox"
                    checked={chosen.includes(name)}
                    disabled={running}
                    onChange={(event) => choose(name, event.currentTarget.checked)}
                  />
                  <span>
                    <strong>{shortName(name)}</strong>{" "}
                    <span class="muted">{said(model.fits.value.get(name))}</span>
                    <br />
                    <span class="muted">{summaries[name as keyof typeof summaries]}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
