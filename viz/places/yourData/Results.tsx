import { useMemo } from "preact/hooks";
import { FigureView } from "../../figure/FigureView.tsx";
import { useLab, useWords } from "../../state/lab.ts";
import { DataTable, type DataTableProps } from "../../ui/DataTable.tsx";
import { Exports } from "./Exports.tsx";
import { coefficientFigure, effectFigure, survivalFigure } from "./fitFigures.ts";
import { fitInWords } from "./fitInWords.ts";
import type { DataModel, Fitted } from "./model.ts";
import { restsOn } from "./restsOn.ts";
import { coefficientTable, effectTable, hazardTable, MOST_LINES, ratioTable } from "./resultTables.ts";
import { resultWords } from "./resultWords.ts";
import { Staged } from "./Staged.tsx";
import { Warnings } from "./Warnings.tsx";
import { yourDataWords } from "./words.ts";

interface ResultsProps {
  readonly model: DataModel;
  readonly fitted: Fitted;
}

/** A fit as a person reads it: what to beware of, tables, figures, what it rests on, and what to take along. */
export function Results({ model, fitted }: ResultsProps) {
  const words = useWords(resultWords);
  const page = useWords(yourDataWords);
  const { format, state } = useLab();
  const { language } = state.value;
  const { result, curves, severalTerms } = fitted.answer;
  const write = format.value;
  const level = write.percent(result.confidenceLevel, 0);
  const figures = useMemo(
    () => ({
      coefficients: coefficientFigure(result, words, language, level),
      effects: effectFigure(result, words, language),
      survival: survivalFigure(curves, words, language),
    }),
    [result, curves, words, language, level],
  );
  const changed = JSON.stringify(fitted.request) !== JSON.stringify(model.request.value);
  const sentences = fitInWords(result, words, write);
  const table = (
    title: string,
    why: string,
    content: Pick<DataTableProps, "columns" | "rows">,
    all = content.rows.length,
  ) =>
    content.rows.length > 0 && (
      <section class="stack">
        <h3>{title}</h3>
        <DataTable caption={title} captionHidden {...content} />
        {all > MOST_LINES && (
          <small class="muted">{words.cut(write.count(MOST_LINES), write.count(all))}</small>
        )}
        <Meaning title={title} text={why} />
      </section>
    );
  return (
    <section class="panel stack" aria-labelledby="your-results">
      <h2 id="your-results" tabIndex={-1}>
        {words.heading}
      </h2>
      <pre class="data-code">{result.formula}</pre>
      {changed && <p class="notice">{page.changed}</p>}
      <Warnings result={result} />
      <Staged
        parts={[
          sentences.length > 0 && (
            <section>
              <h3>{words.inWords}</h3>
              <p>{words.oneMore}</p>
              <ul>
                {sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </section>
          ),
          table(
            words.coefficients,
            words.explain.coefficients,
            coefficientTable(result, words, write),
            result.terms.length,
          ),
          figures.coefficients !== null && <FigureView figure={figures.coefficients} />,
          table(words.ratios, words.explain.ratios, ratioTable(result, words, write)),
          table(words.effects, words.explain.effects, effectTable(result, words, write)),
          severalTerms.length > 0 && <p class="muted">{words.several(severalTerms.join(", "))}</p>,
          figures.effects !== null && <FigureView figure={figures.effects} live={false} />,
          figures.survival !== null && (
            <section class="stack">
              <FigureView figure={figures.survival} live={false} />
              <Meaning title={words.survival} text={words.explain.survival} />
            </section>
          ),
          table(words.hazards, words.explain.hazards, hazardTable(result, words, write)),
          <section key="numbers">
            <h3>{words.numbers}</h3>
            <p class="muted">{words.openNames}</p>
            <dl>
              {restsOn(result, words, write).map(({ name, text, why }) => (
                <div key={name} class="data-number">
                  <dt>
                    <details>
                      <summary>{name}</summary>
                      <p class="data-why">{why}</p>
                    </details>
                  </dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </section>,
          <Exports key="files" model={model} fitted={fitted} />,
        ]}
      />
    </section>
  );
}

/** The meaning of a number, one click away. */
function Meaning({ title, text }: { readonly title: string; readonly text: string }) {
  const words = useWords(resultWords);
  return (
    <details class="data-why">
      <summary>
        {words.meaning}
        <span class="visually-hidden">: {title}</span>
      </summary>
      <p>{text}</p>
    </details>
  );
}
