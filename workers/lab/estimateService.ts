import type { Table } from "../../panel/table.ts";
import { InvalidInput } from "../../scenarios/index.ts";
import { specificationsToFit } from "../../scenarios/lab/estimateSpecifications.ts";
import { hypotheses } from "../../scenarios/lab/hypotheses.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { modelSpecification } from "../../scenarios/specificationCatalogue.ts";
import { watchedWorld } from "../../sim/index.ts";
import { labFit } from "../../study/lab/labFit.ts";
import { type SurveyedPanel, surveyedPanel } from "../../study/lab/surveyedPanel.ts";
import { trueAnswers } from "../../study/lab/trueAnswers.ts";
import { neededColumns } from "../../study/neededColumns.ts";
import type { JobService } from "../jobService.ts";
import { filesOf } from "./estimateFiles.ts";
import type { EstimateJob, EstimateRequest, EstimateResult, Survey, TermMeaning } from "./estimateJobs.ts";

/**
 * Surveys a history and fits specifications to what it sees. The last panel is kept for the next fit; an answer depends on the request
 * alone. A fit is one piece of work: who gives up waiting for it ends the thread.
 */
export const estimateService: JobService<null, EstimateJob, EstimateResult, never> = {
  prepare() {
    let kept: { readonly name: string; readonly survey: SurveyedPanel } | null = null;

    function surveyOf(request: EstimateRequest): SurveyedPanel {
      const name = JSON.stringify(request);
      if (kept?.name === name) return kept.survey;
      // Two panels of all Italy at once are more than a small machine has room for.
      kept = null;
      const { scenario, key } = watchedWorld(request.history);
      const columns = neededColumns(specificationsToFit.map(modelSpecification));
      const survey = surveyedPanel(scenario, key, { years: request.years, columns });
      kept = { name, survey };
      return survey;
    }

    return async (job): Promise<EstimateResult> => {
      switch (job.kind) {
        case "survey":
          return { kind: "survey", survey: describe(job.request, surveyOf(job.request)) };
        case "fit":
          return { kind: "fit", fit: labFit(surveyOf(job.request), specificationToFit(job.specification)) };
        case "file": {
          const { panel } = surveyOf(job.request);
          return { kind: "file", files: await filesOf(panel, job.file, specificationToFit) };
        }
      }
    };
  },
};

function specificationToFit(name: string) {
  const specification = modelSpecification(name);
  if (specificationsToFit.includes(name)) return specification;
  throw new InvalidInput({
    path: "specification",
    found: name,
    expected: phrase`one of ${specificationsToFit.join(", ")}`,
  });
}

function describe({ history }: EstimateRequest, { panel, truth, facts }: SurveyedPanel): Survey {
  const { scenario } = watchedWorld(history);
  return {
    facts,
    truth,
    answers: [...trueAnswers(hypotheses, scenario, truth)],
    meanings: meaningsOf(panel),
  };
}

function meaningsOf(panel: Table): TermMeaning[] {
  return [...panel.columns].flatMap(([name, { note }]) =>
    note === undefined ? [] : [{ name, meaning: note.meaning, unit: note.unit, source: note.source }],
  );
}
