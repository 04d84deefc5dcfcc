import { complaintOf, useWording } from "../../i18n/wording.ts";
import { useWords } from "../../state/lab.ts";
import type { Problem } from "./model.ts";
import { type YourDataWords, yourDataWords } from "./words.ts";

/** More of a list of names than this helps nobody. */
const MOST_CHARACTERS = 400;

/** What was found where, and what would be accepted; with the field of the page where the command names a flag. */
export function ProblemView({ problem }: { readonly problem: Problem }) {
  const words = useWords(yourDataWords);
  const word = useWording();
  const { code, message, details = {} } = problem.failure;
  const complaint = complaintOf(problem.failure);
  const { suggestion } = complaint;
  const [path, found, expected] = [complaint.path, complaint.found, complaint.expected].map((part) =>
    cut(word(part)),
  );
  const mark = markedFormula(details);
  const flags = fieldsOf(message, words);
  return (
    <div class="notice problem data-problem" role="alert">
      <div>
        <strong>{words.problems[problem.about]}</strong>
        {code === "worker-died" ? (
          <p>{words.died}</p>
        ) : expected === "" ? (
          <p>{found}</p>
        ) : (
          <dl class="data-pairs">
            {path !== "" && <dt>{words.where}</dt>}
            {path !== "" && <dd>{path}</dd>}
            <dt>{words.found}</dt>
            <dd>{found}</dd>
            <dt>{words.expected}</dt>
            <dd>{expected}</dd>
          </dl>
        )}
        {suggestion !== "" && <p>{words.suggestion(suggestion)}</p>}
        {mark !== null && <pre class="data-code">{mark}</pre>}
        {flags.map(([flag, field]) => (
          <p key={flag} class="muted">
            {words.flags(flag, field)}
          </p>
        ))}
      </div>
    </div>
  );
}

function cut(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)} …` : text;
}

/** The formula with a caret below the place that is to blame; null where there is none. */
function markedFormula({ source, position }: Readonly<Record<string, unknown>>): string | null {
  if (typeof source !== "object" || source === null || !("text" in source) || typeof position !== "number") {
    return null;
  }
  const line = String(source.text).replace(/\s/g, " ");
  return `${line}\n${" ".repeat([...line.slice(0, position)].length)}^`;
}

/** Flags of the command that a message names, as fields of this page. */
function fieldsOf(text: string, words: YourDataWords): [flag: string, field: string][] {
  const fields: Readonly<Record<string, string>> = {
    "--na": words.missing,
    "--decimal": words.decimal,
    "--panel": `${words.unit}, ${words.period}`,
    "--model": words.family,
    "--cluster": words.cluster,
    "--weights": words.weights,
    "--subset": words.subset,
    "--ties": words.ties,
    "--penalty": words.penalty,
    "--effects": words.effects,
    "--at": words.at,
  };
  return Object.entries(fields).filter(([flag]) => new RegExp(`${flag}(?![\\w-])`).test(text));
}
