import type { LabFit } from "../../../study/lab/labFit.ts";
import type { Survey } from "../../../workers/lab/estimateJobs.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { labelOf, meaningOf } from "./terms.ts";
import { termWords } from "./termWords.ts";
import { estimateWords } from "./words.ts";

/** What a term means: in the reader's words, and by the panel's codebook. */
export function TermDialog({
  term,
  survey,
  fits,
  onClose,
}: {
  readonly term: string | null;
  readonly survey: Survey;
  readonly fits: readonly LabFit[];
  readonly onClose: () => void;
}) {
  const words = useWords(estimateWords);
  const terms = useWords(termWords);
  const format = useLab().format.value;
  const name = term ?? "";
  const label = labelOf(name, terms);
  const codebook = survey.meanings.find((each) => each.name === name);
  const truth = fits.flatMap(({ terms: all }) => all).find((each) => each.term === name)?.truth;
  return (
    <Dialog open={term !== null} title={label} closeWord={words.close} onClose={onClose}>
      <p>{meaningOf(name, terms)}</p>
      <dl>
        <dt>{words.machineName}</dt>
        <dd>
          <code>{name}</code>
        </dd>
        {truth !== undefined && Number.isFinite(truth) && (
          <>
            <dt>{words.trueValue}</dt>
            <dd>{format.number(truth)}</dd>
          </>
        )}
        {codebook !== undefined && (
          <>
            <dt>{words.unit}</dt>
            <dd lang="en">{codebook.unit}</dd>
            <dt>{words.codebook}</dt>
            <dd lang="en">
              {codebook.meaning} ({codebook.source})
            </dd>
          </>
        )}
      </dl>
    </Dialog>
  );
}
