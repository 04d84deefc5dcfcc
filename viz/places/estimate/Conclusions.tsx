import { hypotheses } from "../../../scenarios/lab/hypotheses.ts";
import { type Conclusion, conclusions } from "../../../study/lab/conclusions.ts";
import type { LabFit } from "../../../study/lab/labFit.ts";
import type { Survey } from "../../../workers/lab/estimateJobs.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { shortName } from "./request.ts";
import { estimateWords } from "./words.ts";

/** A mark beside the word, so that neither colour nor the word stands alone. */
const MARKS = { right: "✓", "false-alarm": "✗", missed: "✗", reversed: "✗", unknown: "?" } as const;

/** Claim by claim: what the paper would have said, and what is true. */
export function Conclusions({ survey, fits }: { readonly survey: Survey; readonly fits: readonly LabFit[] }) {
  const words = useWords(estimateWords);
  const found = conclusions(fits, hypotheses, new Map(survey.answers));
  if (found.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="estimate-conclude">
      <h2 id="estimate-conclude">{words.conclude}</h2>
      <Headline survey={survey} found={found} />
      <div class="cards">
        {found.map((each) => (
          <Claim key={each.hypothesis} conclusion={each} />
        ))}
      </div>
      <p class="muted">{words.rule}</p>
    </section>
  );
}

/** Herding first: what the paper would have reported, and what is so. */
function Headline({ survey, found }: { readonly survey: Survey; readonly found: readonly Conclusion[] }) {
  const words = useWords(estimateWords);
  const herding = found.find(({ hypothesis }) => hypothesis === "same");
  const { nobodyImitates } = survey.facts;
  if (herding === undefined) return nobodyImitates ? <p class="estimate-headline">{words.nobody}</p> : null;
  const holds = herding.truth.holds ? words.somebody : words.notStarting;
  return (
    <p class="estimate-headline">
      {words.headline[herding.decisive.finding]} {nobodyImitates ? words.nobody : holds}
    </p>
  );
}

function Claim({ conclusion }: { readonly conclusion: Conclusion }) {
  const words = useWords(estimateWords);
  const format = useLab().format.value;
  const { hypothesis, findings, decisive, verdict, source } = conclusion;
  const claim = words.hypotheses[hypothesis as keyof typeof words.hypotheses];
  const supporting = findings.filter(({ finding }) => finding === "supported").length;
  return (
    <article class={`panel estimate-claim ${verdict}`}>
      <h3>{claim.claim}</h3>
      <p class="estimate-verdict">
        <span aria-hidden="true">{MARKS[verdict]}</span> {words.verdict[verdict]}
      </p>
      <dl>
        <dt>{words.paperSays}</dt>
        <dd>
          {claim[decisive.finding]}{" "}
          <span class="muted">
            {words.decisive(
              shortName(decisive.specification),
              format.number(decisive.estimate),
              format.pValue(decisive.pValue),
            )}
            {". "}
            {words.inColumns(format.count(supporting), format.count(findings.length))}.
          </span>
        </dd>
        <dt>{words.truthIs}</dt>
        <dd>
          <Truth conclusion={conclusion} />
        </dd>
      </dl>
      <p class="muted estimate-source">{words.source(source)}</p>
    </article>
  );
}

function Truth({ conclusion: { truth } }: { readonly conclusion: Conclusion }) {
  const words = useWords(estimateWords);
  const format = useLab().format.value;
  const { effect, causes } = truth;
  if (effect !== null) {
    const points = format.number(Math.abs(effect) * 100, 2);
    if (effect === 0) return words.effectNone;
    return effect > 0 ? words.effectTrue(points) : words.effectNegative(points);
  }
  return causes.length > 0 ? words.causes(causes.join(", ")) : words.noCause;
}
