import { useState } from "preact/hooks";
import type { LabFit } from "../../../study/lab/labFit.ts";
import { regressionTable } from "../../../study/lab/regressionTable.ts";
import type { Survey } from "../../../workers/lab/estimateJobs.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { TermDialog } from "./TermDialog.tsx";
import { tableWords } from "./tableWords.ts";
import { termWords } from "./termWords.ts";
import { estimateWords } from "./words.ts";

/** Specifications side by side, as journals print them; every term opens its meaning. */
export function RegressionTable({
  survey,
  fits,
}: {
  readonly survey: Survey;
  readonly fits: readonly LabFit[];
}) {
  const lab = useLab();
  const words = useWords(estimateWords);
  const terms = useWords(termWords);
  const [opened, setOpened] = useState<string | null>(null);
  const state = lab.state.value;
  const format = lab.format.value;
  const published = state.detail.published === "1";
  const table = regressionTable(
    fits,
    {
      ...tableWords(state, words, terms, published),
      // The rows keep their machine names here: each is a button with the name people read.
      labelOf: (term) => term,
      fixed: format.fixed,
      count: format.count,
    },
    { published },
  );
  return (
    <section class="stack" aria-labelledby="estimate-table">
      <h2 id="estimate-table">{words.table}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={published}
          onChange={(event) => {
            const { published: _, ...others } = lab.state.peek().detail;
            lab.update({ detail: event.currentTarget.checked ? { ...others, published: "1" } : others });
          }}
        />
        {words.published}
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard (WCAG 2.1.1) */}
      <section class="table-scroll" tabIndex={0} aria-label={table.caption}>
        <table class="estimate-table">
          <caption>{table.caption}</caption>
          <thead>
            <tr>
              <td />
              {table.outcomes.map((name, at) => (
                <th key={name} scope="col">
                  {name}
                  <br />
                  <span class="muted">{table.models[at]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.terms.map(({ label, cells, errors }) => (
              <tr key={label}>
                <th scope="row">
                  <button type="button" class="quiet estimate-term" onClick={() => setOpened(label)}>
                    {tableWords(state, words, terms, published).labelOf(label)}
                  </button>
                </th>
                {cells.map(({ text, stars }, at) => (
                  <td key={table.outcomes[at]} class="numeric">
                    {text}
                    {stars > 0 && <sup>{"*".repeat(stars)}</sup>}
                    <br />
                    <span class="muted">{errors?.[at]}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tbody>
            {table.statistics.map(({ label, cells, errors }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {cells.map(({ text }, at) => (
                  <td key={table.outcomes[at]} class="numeric">
                    {text}
                    {errors !== null && (
                      <>
                        <br />
                        <span class="muted">{errors[at]}</span>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {table.notes.map((note) => (
        <p key={note} class="muted">
          {note}
        </p>
      ))}
      <details>
        <summary>{words.below}</summary>
        <dl>
          {words.belowRows.map(([name, meaning]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
      <TermDialog term={opened} survey={survey} fits={fits} onClose={() => setOpened(null)} />
    </section>
  );
}
