import type { Said } from "../../../scenarios/phrase.ts";
import { complaintText, useWording } from "../../i18n/wording.ts";
import { useLab, useWords } from "../../state/lab.ts";
import type { EstimateModel } from "./estimateModel.ts";
import { shortName } from "./request.ts";
import { estimateWords } from "./words.ts";

/** What fits say of themselves, and what to do. */
export function Warnings({ model }: { readonly model: EstimateModel }) {
  const words = useWords(estimateWords);
  const word = useWording();
  const { language } = useLab().state.value;
  const states = [...model.fits.value].filter(([name]) => model.chosen.value.includes(name));
  const said = states.flatMap(([name, state]): { name: string; worse: boolean; message: Said }[] => {
    if (state.status === "failed") {
      return [{ name, worse: true, message: complaintText(state.failure, word, language) }];
    }
    if (state.status !== "done") return [];
    return state.fit.warnings.map(({ message, said }) => ({
      name,
      worse: !state.fit.converged,
      message: said ?? message,
    }));
  });
  if (said.length === 0) return null;
  return (
    <details class="panel" open={said.some(({ worse }) => worse)}>
      <summary>{words.warnings}</summary>
      <ul>
        {said.map(({ name, worse, message }) => (
          <li key={`${name}${word(message)}`}>
            <strong>{shortName(name)}</strong>
            {worse && ` (${words.status.failed})`}: {word(message)}
          </li>
        ))}
      </ul>
    </details>
  );
}
