import type { ShownResult } from "../../../workers/lab/dataJobs.ts";
import { useWording } from "../../i18n/wording.ts";
import { useWords } from "../../state/lab.ts";
import { resultWords } from "./resultWords.ts";
import { warningWords } from "./warningWords.ts";

/** What a fit says of itself, each with what to do. */
export function Warnings({ result }: { readonly result: ShownResult }) {
  const words = useWords(resultWords);
  const advice = useWords(warningWords);
  const word = useWording();
  const { warnings, converged } = result;
  if (warnings.length === 0 && converged) return <p class="muted">{words.noWarnings}</p>;
  return (
    <section class="stack" aria-labelledby="your-warnings">
      <h3 id="your-warnings">{words.warnings}</h3>
      {!converged && <p class="notice problem">{words.failed}</p>}
      <ul>
        {warnings.map(({ code, message, said }) => (
          <li key={code + message}>
            <strong>
              {converged ? words.noteWord : words.warningWord} ({code}):
            </strong>{" "}
            {word(said ?? message)}
            <br />
            <span class="muted">
              {words.todo}: {advice[code]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
