import { useLab, useWords } from "../../state/lab.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { measureRows } from "./meaning.ts";
import type { RepeatModel } from "./repeatModel.ts";
import { resultWords } from "./resultWords.ts";

/** Bias, standard errors, coverage and rejection, each with its Monte Carlo error and what it says; and what failed. */
export function Measures({ model }: { readonly model: RepeatModel }) {
  const lab = useLab();
  const words = useWords(resultWords);
  const look = model.study.value?.run.look.value ?? null;
  if (look === null || look.method === null) return null;
  const { count } = lab.format.value;
  const { causes, warned, firstWarning } = look.method;
  const rows = measureRows(look, model.chosen.value?.planned?.model ?? null, words, lab.format.value);
  return (
    <div class="panel stack measures">
      <h2>{words.measures}</h2>
      {rows.length > 0 && (
        <DataTable
          caption={words.measures}
          captionHidden
          columns={[
            { title: words.measure },
            { title: words.value, numeric: true },
            { title: words.error, numeric: true },
            { title: words.meaning },
          ]}
          rows={rows}
        />
      )}
      <details>
        <summary>{words.error}</summary>
        <p>{words.errorWhy}</p>
      </details>
      <h3>{words.failures}</h3>
      {causes.length === 0 ? (
        <p>{words.noFailures}</p>
      ) : (
        <DataTable
          caption={words.failures}
          captionHidden
          columns={[
            { title: words.cause },
            { title: words.count, numeric: true },
            { title: words.firstOne, numeric: true },
            { title: words.message },
          ]}
          rows={causes.map(({ status, count: failed, firstReplication, message }) => [
            words.causes[status] ?? status,
            count(failed),
            count(firstReplication),
            message,
          ])}
        />
      )}
      {warned > 0 && (
        <details>
          <summary>{words.warned(count(warned))}</summary>
          <p class="muted">
            {words.firstWarning} <span lang="en">{firstWarning}</span>
          </p>
        </details>
      )}
    </div>
  );
}
