import { useMemo } from "preact/hooks";
import type { LabFit } from "../../../study/lab/labFit.ts";
import type { Survey } from "../../../workers/lab/estimateJobs.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { Choice } from "../../ui/Choice.tsx";
import { coefficientFigure, effectFigure, hazardFigure, survivalFigure } from "./figures.ts";
import { LateFigure } from "./LateFigure.tsx";
import { termWords } from "./termWords.ts";
import { estimateWords } from "./words.ts";

const SHOWN = ["peers", "all"] as const;

/** Coefficients, hazard ratios, effects and survival, each beside what is true of it. */
export function FitFigures({ survey, fits }: { readonly survey: Survey; readonly fits: readonly LabFit[] }) {
  const lab = useLab();
  const words = useWords(estimateWords);
  const terms = useWords(termWords);
  const { language, detail } = lab.state.value;
  const format = lab.format.value;
  const which = SHOWN.find((each) => each === detail.terms) ?? "peers";
  const { coefficient, hazard, effect, survival } = useMemo(() => {
    const about = { language, words, terms, format };
    return {
      coefficient: coefficientFigure(fits, which, about),
      hazard: hazardFigure(fits, which, about),
      effect: effectFigure(fits, survey.truth, about),
      survival: survivalFigure(fits, about),
    };
  }, [fits, which, survey, language, words, terms, format]);
  const known = survey.truth.peerEffect.all;
  const noTruth = fits.every(({ terms }) => terms.every(({ truth }) => Number.isNaN(truth)));
  return (
    <section class="stack estimate-figures" aria-labelledby="estimate-figures">
      <h2 id="estimate-figures">{words.figures}</h2>
      {effect !== null && (
        <div class="panel">
          <LateFigure figure={effect} frames={0} />
          {Number.isFinite(known) && (
            <p>{words.effectSentence(format.number(known * 100), format.number(known * 1000, 2))}</p>
          )}
        </div>
      )}
      <Choice
        label={words.show}
        value={which}
        options={SHOWN.map((value) => ({ value, text: words.terms[value] }))}
        onChange={(value) => {
          const { terms: _, ...others } = lab.state.peek().detail;
          lab.update({ detail: value === "peers" ? others : { ...others, terms: value } });
        }}
      />
      {noTruth && <p class="muted">{words.noTruth}</p>}
      <div class="cards">
        {coefficient !== null && (
          <div class="panel">
            <LateFigure figure={coefficient} frames={2} />
          </div>
        )}
        {hazard !== null && (
          <div class="panel">
            <LateFigure figure={hazard} frames={4} />
          </div>
        )}
        {survival !== null && (
          <div class="panel">
            <LateFigure figure={survival.figure} frames={6} />
            <p class="muted">{words.survivalSays(survival.peers)}</p>
          </div>
        )}
      </div>
    </section>
  );
}
