import { useWords } from "../../state/lab.ts";
import type { EstimateModel } from "./estimateModel.ts";
import { shortName } from "./request.ts";
import { estimateWords } from "./words.ts";

/** What fits say of themselves, and what to do; the estimators' own words, which are English. */
export function Warnings({ model }: { readonly model: EstimateModel }) {
  const words = useWords(estimateWords);
  const states = [...model.fits.value].filter(([name]) => model.chosen.value.includes(name));
  const said = states.flatMap(([name, state]) => {
    if (state.status === "failed") return [{ name, worse: true, message: state.failure.message }];
    if (state.status !== "done") return [];
    return state.fit.warnings.map(({ message }) => ({ name, worse: !state.fit.converged, message }));
  });
  if (said.length === 0) return null;
  return (
    <details class="panel" open={said.some(({ worse }) => worse)}>
      <summary>{words.warnings}</summary>
      <ul>
        {said.map(({ name, worse, message }) => (
          <li key={`${name}${message}`}>
            <strong>{shortName(name)}</strong>
            {worse && ` (${words.status.failed})`}: <span lang="en">{message}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
