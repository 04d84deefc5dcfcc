import { expectedSecondsOfR } from "../../../study/lab/expectedSeconds.ts";
import type { LabFit } from "../../../study/lab/labFit.ts";
import type { EstimateFile } from "../../../workers/lab/estimateJobs.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { writeLink } from "../../state/urlState.ts";
import { Choice } from "../../ui/Choice.tsx";
import { offeredMethods } from "../repeat/offered.ts";
import { shortName } from "./request.ts";
import { estimateWords } from "./words.ts";

/** Of one specification: its script, and the way to the same fit of a hundred histories. */
export function OneFit({
  fits,
  busy,
  onFile,
}: {
  readonly fits: readonly LabFit[];
  readonly busy: boolean;
  readonly onFile: (file: EstimateFile) => void;
}) {
  const lab = useLab();
  const words = useWords(estimateWords);
  const state = lab.state.value;
  const names = fits.map(({ specification }) => specification);
  const specification =
    names.find((name) => name === state.detail.one || shortName(name) === state.detail.one) ??
    names.find((name) => name === "canello-2022/C") ??
    names[0] ??
    "";
  const fit = fits.find((each) => each.specification === specification);
  const repeated = offeredMethods.some((name) => name === specification);
  const there = { place: "repeat", step: null, detail: { method: specification } } as const;
  return (
    <div class="stack estimate-one">
      <Choice
        label={words.scriptOf}
        value={specification}
        options={names.map((value) => ({ value, text: shortName(value) }))}
        explanation={words.scriptWhy}
        explain={words.explain}
        onChange={(one) => lab.update({ detail: { ...lab.state.peek().detail, one } })}
      />
      <div class="row">
        <button type="button" disabled={busy} onClick={() => onFile({ kind: "r", specification })}>
          {words.scriptR}
        </button>
        <button type="button" disabled={busy} onClick={() => onFile({ kind: "stata", specification })}>
          {words.scriptStata}
        </button>
        {repeated && (
          <a
            class="button"
            href={writeLink({ ...state, ...there })}
            onClick={(event) => {
              event.preventDefault();
              lab.update(there, "push");
            }}
          >
            {words.repeat}
          </a>
        )}
      </div>
      {fit !== undefined && fit.sigma !== null && (
        <p class="muted">{words.scriptTakes(lab.format.value.count(expectedSecondsOfR(fit.observations)))}</p>
      )}
      <p class="muted">
        {repeated ? words.repeatWhy : words.repeatOthers(offeredMethods.map(shortName).join(", "))}
      </p>
    </div>
  );
}
