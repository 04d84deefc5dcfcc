import { type Cause, causes } from "../../../scenarios/lab/lookAlikes.ts";
import type { EffectVerdict, PlaceboVerdict, Verdict } from "../../../study/verdict/verdict.ts";
import { methodsOf, SYMBOLS, shortName, verdictIn } from "../../../study/verdict/verdictWords.ts";
import { useLab, useWords } from "../../state/lab.ts";
import type { OpenCell } from "./linkDetail.ts";
import { letters, type Order } from "./order.ts";
import { studyWords } from "./studyWords.ts";
import { tellApartWords } from "./words.ts";

export interface VerdictTableProps {
  readonly verdict: Verdict;
  readonly caption: string;
  readonly table: OpenCell["table"];
  readonly order: Order;
  readonly open: OpenCell | null;
  /** null closes the one that is open. */
  readonly onOpen: (cell: OpenCell | null) => void;
}

/** Methods × worlds; a cell has its label in a sign and in words, the rate and its limits, and opens. */
export function VerdictTable({ verdict, caption, table, order, open, onOpen }: VerdictTableProps) {
  const words = useWords(studyWords);
  const { causes: causeNames, worldOf } = useWords(tellApartWords);
  const { fixed, count } = useLab().format.value;
  const groups = ["specifications", "tests", "placebos"] as const;
  return (
    <div>
      <p class="tell-apart-caption">
        <strong>{caption}</strong> {words.tableHint}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard (WCAG 2.1.1) */}
      <section class="table-scroll tell-apart-verdict" tabIndex={0} aria-label={caption}>
        <table>
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.method}</th>
              {causes.map((cause, cell) => {
                const truth = verdict.worlds[cell]?.truth ?? Number.NaN;
                return (
                  <th key={cause} scope="col">
                    {causeNames[cause]}
                    {table === "own" && ` (${worldOf(letters[order.indexOf(cause) as 0 | 1 | 2])})`}
                    <small>
                      {truth === 0
                        ? words.truthNone
                        : words.truth(fixed(1000 * truth, 2), count(verdict.replications))}
                    </small>
                  </th>
                );
              })}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group}>
              <tr>
                <th scope="colgroup" colSpan={1 + causes.length} class="tell-apart-group">
                  {words.groups[group]}
                </th>
              </tr>
              {methodsOf(verdict[group]).map((method) => (
                <tr key={method}>
                  <th scope="row">{methodName(words.methods, method)}</th>
                  {causes.map((cause, cell) => {
                    const here: OpenCell = { table, cause, method: shortName(method) };
                    const isOpen = open !== null && cellName(open) === cellName(here);
                    const found = verdictIn<EffectVerdict | PlaceboVerdict>(verdict[group], cell, method);
                    return (
                      <td key={cause} data-world={causeNames[cause]}>
                        {found !== undefined && (
                          <Cell
                            found={found}
                            name={cellName(here)}
                            open={isOpen}
                            onOpen={() => onOpen(isOpen ? null : here)}
                          />
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </div>
  );
}

function Cell(props: {
  readonly found: EffectVerdict | PlaceboVerdict;
  readonly name: string;
  readonly open: boolean;
  readonly onOpen: () => void;
}) {
  const { found, name, open, onOpen } = props;
  const words = useWords(studyWords);
  const format = useLab().format.value;
  const { rejection, label } = found;
  return (
    <button
      type="button"
      class={`tell-apart-cell ${label}`}
      data-cell={name}
      aria-expanded={open}
      onClick={onOpen}
    >
      <span class="tell-apart-verdict-label">
        <span aria-hidden="true">{SYMBOLS[label]}</span> {words.labels[label]}
      </span>
      {rejection !== null && Number.isFinite(rejection.value) && (
        <span class="tell-apart-rate">
          {words.rejected(
            format.percent(rejection.value, 0),
            format.count(100 * rejection.low),
            format.count(100 * rejection.high),
          )}
        </span>
      )}
    </button>
  );
}

function cellName({ table, cause, method }: OpenCell): string {
  return `${table} ${cause} ${method}`;
}

/** Gives the focus back to the button of a cell that was closed. */
export function focusCell(cell: OpenCell): void {
  document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cellName(cell))}"]`)?.focus();
}

/** What a method is called here; its own name where the place has no other. */
export function methodName(names: Readonly<Record<string, string>>, method: string): string {
  const short = shortName(method);
  return Object.hasOwn(names, short) ? (names[short] ?? short) : short;
}

/** The cell of a cause: worlds stand in the order of the causes. */
export function cellOfCause(cause: Cause): number {
  return causes.indexOf(cause);
}
