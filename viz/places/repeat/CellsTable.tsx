import { useLab, useWords } from "../../state/lab.ts";
import type { RepeatModel } from "./repeatModel.ts";
import { resultWords } from "./resultWords.ts";

/** A measure, and of a share its 95 % limits. */
interface Measured {
  readonly value: number;
  readonly mcse: number;
  readonly low?: number;
  readonly high?: number;
}

/** The cells of a design with several: what each came to, and a button that shows its distribution. */
export function CellsTable({ model }: { readonly model: RepeatModel }) {
  const lab = useLab();
  const words = useWords(resultWords);
  const study = model.study.value;
  const chosen = model.chosen.value;
  if (study === null || chosen === null || study.plan.cells.length < 2) return null;
  const look = study.run.look.value;
  const target = look?.at.replications ?? 0;
  const { number, percent, count } = lab.format.value;
  // The error of a share of 0 or 1 is 0 by its formula, and says nothing.
  const errorText = ({ mcse, low, high }: Measured, write: (value: number) => string) =>
    mcse === 0 && low !== undefined && high !== undefined ? words.from(write(low), write(high)) : write(mcse);
  const choose = (cell: number) => {
    const { replication: _, ...detail } = lab.state.peek().detail;
    lab.update({ detail: { ...detail, cell: String(cell) } });
  };
  const titles = [words.truth, words.mean, words.bias, words.coverage, words.rejection, words.failures];
  return (
    <div class="panel stack">
      <h2>{words.cells}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard (WCAG 2.1.1) */}
      <section class="table-scroll" tabIndex={0} aria-label={words.cells}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.cell}</th>
              <th scope="col">{words.choose}</th>
              <th scope="col" class="numeric">
                {words.done}
              </th>
              {titles.map((title) => (
                <th key={title} scope="col" class="numeric">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {study.plan.cells.map(({ label }, cell) => {
              const found = look?.cells[cell];
              const of = found?.estimand ?? null;
              const { bias, coverage, rejection } = of?.measures ?? {};
              const withError = (measure: Measured | undefined, write: (value: number) => string) =>
                measure === undefined || !Number.isFinite(measure.value)
                  ? "–"
                  : `${write(measure.value)} (${errorText(measure, write)})`;
              return (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>
                    <button type="button" aria-pressed={cell === chosen.cell} onClick={() => choose(cell)}>
                      {cell === chosen.cell ? words.chosen : words.choose}
                      <span class="visually-hidden">: {label}</span>
                    </button>
                  </td>
                  <td class="numeric">{`${count(look?.counts[cell] ?? 0)} / ${count(target)}`}</td>
                  {found === null && look !== null && look.cells.length > 0 ? (
                    <td colSpan={titles.length}>{words.noMethod}</td>
                  ) : (
                    [
                      of === null ? "–" : number(of.truth),
                      of === null ? "–" : number(of.estimate.value),
                      withError(bias, number),
                      withError(coverage, percent),
                      withError(rejection, percent),
                      found?.method == null ? "–" : count(found.method.failed),
                    ].map((text, at) => (
                      <td key={titles[at]} class="numeric">
                        {text}
                      </td>
                    ))
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <p class="muted">{words.errorWhy}</p>
    </div>
  );
}
