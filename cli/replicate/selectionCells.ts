import { count, fixed } from "../../study/journal/journalNumbers.ts";
import type { RepeatedPaper } from "../../study/replicate/repeatedPaper.ts";
import type { RepeatedSelection, StayingTerm } from "../../study/replicate/repeatedSelection.ts";
import type { ReplicatedEstimate } from "../../study/replicate/replicatedModel.ts";
import { asPrinted, cellOf, EMPTY, type PairedCell, type PairedTable, readable } from "./replicationCells.ts";

/** The heading of the two-stage check, in one history or several. */
export function selectionTitle({ said }: { readonly said: string }): string {
  return `Selection and duration in two stages (Boehmke, Morey & Shannon 2006), in the paper ${said}.`;
}

/** The two-stage check, laid out: who starts, and who comes back, beside the model without selection that it checks. */
export function selectionTable(
  selection: RepeatedSelection,
  models: RepeatedPaper["models"],
  decimals: number,
): PairedTable {
  const { of, starting, staying } = selection;
  const checked = models.find(({ table, model }) => table === of.table && model === of.model);
  const cox = (name: string | null) => checked?.terms.find(({ variable }) => variable === name)?.ours ?? null;
  const ours = (estimate: ReplicatedEstimate | null) =>
    estimate === null ? EMPTY : cellOf(estimate, (value) => readable(value, decimals));
  const theirs = (estimate: ReplicatedEstimate | null) =>
    estimate === null ? EMPTY : cellOf(estimate, (value) => asPrinted(value, decimals));
  const variables = new Map(
    [...starting, ...staying].map(({ variable, label }) => [variable, label] as const),
  );
  const terms = [...variables].map(([name, label]) => {
    const start = starting.find(({ variable }) => variable === name);
    const stay = staying.find(({ variable }) => variable === name);
    return {
      name,
      label: stay?.label ?? label,
      cells: [
        ours(start?.ours ?? null),
        theirs(stay?.published ?? null),
        ...(checked === undefined ? [] : [stay === undefined ? EMPTY : ours(cox(stay.publishedAs))]),
        ours(stay?.ours ?? null),
        stay === undefined ? EMPTY : timeRatioCell(stay.acceleration, decimals),
      ],
    };
  });
  const whole = (name: string, cells: readonly (number | null)[]) => {
    const [start = null, stay = null] = cells;
    const cell = (value: number | null) => ({ ...EMPTY, estimate: value === null ? "" : count(value) });
    const between = Array.from({ length: checked === undefined ? 1 : 2 }, () => EMPTY);
    return { name, label: name, cells: [cell(start), ...between, cell(stay), EMPTY] };
  };
  return {
    models: [
      { name: "starting", sides: ["ours"] },
      {
        name: of.model,
        sides: ["paper", ...(checked === undefined ? [] : ["ours"]), "two-stage", "time ratio"],
      },
    ],
    terms,
    statistics: [
      whole("pairs", [selection.pairs, selection.started]),
      whole("events", [selection.started, selection.cameBack]),
    ],
  };
}

/** By how much one unit stretches a spell; the error is that of its logarithm. */
function timeRatioCell({ timeRatio, stdError }: StayingTerm["acceleration"], decimals: number): PairedCell {
  return { ...EMPTY, estimate: readable(timeRatio, decimals), error: `(${fixed(stdError, decimals)})` };
}

/** What the check has one of, and how to read it. */
export function selectionLines(selection: RepeatedSelection): string[] {
  const { of, shape, correlation, logLikelihood, logLikelihoodApart, independence } = selection;
  const error = (value: number) => `(${fixed(value, 3)})`;
  const bound = `at most ±${correlation.bound} can be expressed`;
  return [
    `Correlation of starting with staying: ${fixed(correlation.estimate, 3)} ${correlation.atBound ? "at the bound, so without an error" : error(correlation.stdError)}; ${bound}. Below 0, who starts for reasons that are not among the columns comes back sooner.`,
    `Log-likelihood ${fixed(logLikelihood, 2)}, of the two equations apart ${fixed(logLikelihoodApart, 2)}${independence === null ? "" : `; independence has p = ${pText(independence.pValue)}`}. Shape of the Weibull ${fixed(shape.estimate, 3)} ${error(shape.stdError)}: above 1 the hazard rises with the years abroad.`,
    `Starting: coefficients of Pr = exp(−exp(−index)), one row a pair not active when the panel opened, an event if it starts. ${of.model}: hazard ratios of coming back, in print and (ours) without the selection, and in the two-stage model; time ratio: by how much one unit stretches a spell there. Errors are those of the logarithms. Which columns the paper's check had is our reading, so nothing is marked.`,
    ...selection.warnings.map(({ message }) => message),
  ];
}

function pText(value: number): string {
  return value < 0.001 ? "below 0.001" : fixed(value, 3);
}
