import { complaintText, useWording } from "../../i18n/wording.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { Conclusions } from "./Conclusions.tsx";
import type { EstimateModel } from "./estimateModel.ts";
import { FitFigures } from "./FitFigures.tsx";
import { RegressionTable } from "./RegressionTable.tsx";
import { shortName } from "./request.ts";
import { TakeAway } from "./TakeAway.tsx";
import { Warnings } from "./Warnings.tsx";
import { estimateWords } from "./words.ts";

/** Below so many starts or returns little can be told. */
const FEW = 30;

/** What was surveyed, how the fits get on, and what came of them. */
export function Results({ model }: { readonly model: EstimateModel }) {
  const words = useWords(estimateWords);
  const word = useWording();
  const { language } = useLab().state.value;
  const survey = model.survey.value;
  const failure = model.failure.value;
  const fits = model.done.value;
  return (
    <section id="estimate-results" tabIndex={-1} class="stack" aria-label={words.results}>
      <div>
        <SurveyFacts model={model} />
        <Progress model={model} />
      </div>
      {failure !== null && (
        <p class="notice problem" role="alert">
          <span>{words.failed(complaintText(failure, word, language))}</span>
          <button type="button" onClick={() => model.retry()}>
            {words.retry}
          </button>
        </p>
      )}
      {survey !== null && fits.length === 0 && !model.running.value && (
        <p class="panel estimate-start">{words.start}</p>
      )}
      {survey !== null && fits.length > 0 && (
        <>
          <Conclusions survey={survey} fits={fits} />
          <FitFigures survey={survey} fits={fits} />
          <RegressionTable survey={survey} fits={fits} />
        </>
      )}
      <Warnings model={model} />
      {survey !== null && <TakeAway model={model} />}
    </section>
  );
}

function SurveyFacts({ model }: { readonly model: EstimateModel }) {
  const words = useWords(estimateWords);
  const format = useLab().format.value;
  const survey = model.survey.value;
  if (survey === null) {
    return model.failure.value === null ? (
      <p role="status" class="muted">
        {words.simulating}
      </p>
    ) : null;
  }
  const { rows, firms, firstYear, lastYear, activeRows, starts, returns } = survey.facts;
  return (
    <div role="status">
      <p>
        {words.facts(format.count(rows), format.count(firms), String(firstYear), String(lastYear))}{" "}
        {words.flows(format.percent(activeRows / rows), format.count(starts), format.count(returns))}
      </p>
      {(starts < FEW || returns < FEW) && <p class="notice problem">{words.few}</p>}
    </div>
  );
}

function Progress({ model }: { readonly model: EstimateModel }) {
  const words = useWords(estimateWords);
  const format = useLab().format.value;
  const states = [...model.fits.value];
  const over = states.filter(([, { status }]) => status === "done" || status === "failed").length;
  const current = states.find(([, { status }]) => status === "running")?.[0];
  return (
    <div role="status">
      {current !== undefined && (
        <p>
          <label>
            {words.progress(shortName(current), format.count(over + 1), format.count(states.length))}
            <progress value={over} max={states.length} />
          </label>
        </p>
      )}
      {current === undefined && over > 0 && (
        <p class="visually-hidden">{words.finished(format.count(model.done.value.length))}</p>
      )}
    </div>
  );
}
