import { useEffect, useRef } from "preact/hooks";
import type { CellEstimates } from "../../../study/lookAlikes/cellEstimates.ts";
import type { Verdict } from "../../../study/verdict/verdict.ts";
import { SYMBOLS } from "../../../study/verdict/verdictWords.ts";
import { distribution } from "../../charts/distribution.ts";
import { FigureView } from "../../figure/FigureView.tsx";
import { useLab, useWords } from "../../state/lab.ts";
import { type OpenCell, wholeName } from "./linkDetail.ts";
import { ruleOf } from "./rules.ts";
import { studyWords } from "./studyWords.ts";
import { cellOfCause, focusCell, methodName } from "./VerdictTable.tsx";
import { tellApartWords } from "./words.ts";

export interface CellViewProps {
  readonly open: OpenCell;
  readonly verdict: Verdict;
  /** null where they are not there. */
  readonly estimates: readonly CellEstimates[] | null;
  readonly onClose: () => void;
}

/** An opened cell: its label with the numbers and the rule behind it, and the estimates themselves. */
export function CellView({ open, verdict, estimates, onClose }: CellViewProps) {
  const words = useWords(studyWords);
  const { causes } = useWords(tellApartWords);
  const lab = useLab();
  const { language } = lab.state.value;
  const { count, percent, fixed } = lab.format.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const cell = cellOfCause(open.cause);
  const method = wholeName(open.method);
  const isThis = (each: { readonly cell: number; readonly method: string }) =>
    each.cell === cell && each.method === method;
  const effect = [...verdict.specifications, ...verdict.tests].find(isThis);
  const found = effect ?? verdict.placebos.find(isThis);
  const own = estimates?.find(isThis);
  if (found === undefined) return null;
  const name = words.cellHeading(methodName(words.methods, method), causes[open.cause]);
  const share = (value: number) => percent(value, 0);
  const { rejection } = found;
  const misses = effect?.misses ?? null;
  const bias = effect?.bias ?? null;
  return (
    <section class="tell-apart-opened" aria-label={name}>
      <div class="dialog-head">
        <h3 ref={heading} tabIndex={-1}>
          {name}: <span aria-hidden="true">{SYMBOLS[found.label]}</span> {words.labels[found.label]}
        </h3>
        <button
          type="button"
          onClick={() => {
            focusCell(open);
            onClose();
          }}
        >
          {words.close}
        </button>
      </div>
      <p>{ruleOf(found, verdict, words.rules)}</p>
      <ul>
        <li>
          {rejection === null
            ? words.noRejection
            : words.rejectedIn(
                count(rejection.count),
                count(rejection.of),
                share(rejection.low),
                share(rejection.high),
              )}
        </li>
        {misses !== null && (
          <li>
            {words.missedIn(count(misses.count), count(misses.of), share(misses.low), share(misses.high))}
          </li>
        )}
        {bias !== null && Number.isFinite(bias.value) && (
          <li>{words.biasIs(fixed(1000 * bias.value, 2), fixed(1000 * bias.mcse, 2))}</li>
        )}
        {found.valid < found.replications && (
          <li>{words.invalid(count(found.valid), count(found.replications))}</li>
        )}
      </ul>
      {own === undefined ? (
        <p class="muted">{words.noDistribution}</p>
      ) : (
        <FigureView
          headingLevel={4}
          figure={distribution(
            { id: "tell-apart-cell", title: words.distribution, language },
            {
              values: own.values,
              replications: own.replications,
              quantity: words.quantities[own.quantity],
              ...(Number.isNaN(own.truth) ? {} : { truth: own.truth }),
              remarks: own.quantity === "pValue" ? [words.pValueRemark] : [],
            },
          )}
        />
      )}
      <p class="muted">{words.ruleSource}</p>
    </section>
  );
}
