import { count, fixed } from "../../study/journal/journalNumbers.ts";
import type { Spread } from "../../study/replicate/spread.ts";
import type {
  SpreadModel,
  SpreadOverSeeds,
  SpreadRow,
  SpreadTerm,
} from "../../study/replicate/spreadOverSeeds.ts";
import type { SpreadSelection, SpreadSelectionTerm } from "../../study/replicate/spreadSelection.ts";
import {
  type DescriptiveGrid,
  type DescriptiveGridRow,
  decimalsOf,
  labelWithUnit,
  numberText,
} from "./descriptivesText.ts";
import {
  asPrinted,
  cellOf,
  DIFFERS,
  EMPTY,
  ODD,
  type PairedCell,
  type PairedRow,
  type PairedTable,
  readable,
} from "./replicationCells.ts";

/** The models of one published table over several histories: theirs, the mean of ours, and in how many the two differ. */
export function spreadTable(models: readonly SpreadModel[], decimals: number): PairedTable {
  const variables = new Map(
    models.flatMap(({ terms }) => terms.map((term) => [term.variable, term.label] as const)),
  );
  const terms = [...variables].map(([name, label]) => ({
    name,
    label,
    cells: models.flatMap((model) => {
      const term = model.terms.find(({ variable }) => variable === name);
      return term === undefined ? [EMPTY, EMPTY, EMPTY] : termCells(term, decimals);
    }),
  }));
  const row = (name: string, cells: (model: SpreadModel) => [PairedCell, PairedCell]): PairedRow => ({
    name,
    label: name,
    cells: models.flatMap((model) => [...cells(model), EMPTY]),
  });
  const printed = (value: number | null) => ({ ...EMPTY, estimate: value === null ? "" : count(value) });
  const statistics = [
    row("observations", (model) => [
      { ...printed(model.published.observations), mark: model.oddities.length > 0 ? ODD : "" },
      spreadCell(model.observations, 0),
    ]),
    row("events", ({ events }) => [EMPTY, events === null ? EMPTY : spreadCell(events, 0)]),
    row("sd of the random effect", ({ sigma }) => [EMPTY, sigma === null ? EMPTY : spreadCell(sigma, 3)]),
    row("histories fitted", ({ converged }) => [EMPTY, { ...EMPTY, estimate: String(converged) }]),
  ];
  return {
    models: models.map(({ model }) => ({ name: model, sides: ["paper", "mean [sd]", "differ"] })),
    terms,
    statistics: statistics.filter(({ cells }) => cells.some(({ estimate }) => estimate !== "")),
  };
}

function termCells(term: SpreadTerm, decimals: number): PairedCell[] {
  const { published, differing, outside, oddities } = term;
  const theirs = cellOf(published, (value) => asPrinted(value, decimals));
  return [
    { ...theirs, mark: oddities.length > 0 ? ODD : "" },
    {
      ...spreadCell(term, decimals),
      mark: outside === true ? DIFFERS : "",
    },
    { ...EMPTY, estimate: differing === null ? "" : `${differing.histories}/${differing.of}` },
  ];
}

/** The mean, and the standard deviation over histories in square brackets: errors of fits stand in round ones. */
function spreadCell(
  { mean, sd, hazardRatio = null }: Spread & { readonly hazardRatio?: number | null },
  decimals: number,
): PairedCell {
  const shown = hazardRatio ?? mean;
  const text = (value: number) =>
    decimals === 0 && Number.isFinite(value) ? count(Math.round(value)) : readable(value, decimals);
  return {
    ...EMPTY,
    estimate: text(shown),
    error: Number.isNaN(sd) ? "" : `[${text(sd)}]`,
  };
}

/** The two-stage check over several histories. */
export function spreadSelectionTable(selection: SpreadSelection, decimals: number): PairedTable {
  const { starting, staying, of } = selection;
  const theirs = (term: SpreadSelectionTerm | undefined) =>
    term?.published == null ? EMPTY : cellOf(term.published, (value) => asPrinted(value, decimals));
  const ours = (term: SpreadSelectionTerm | undefined) =>
    term === undefined ? EMPTY : spreadCell(term, decimals);
  const labels = new Map([...starting, ...staying].map(({ variable, label }) => [variable, label] as const));
  return {
    models: [
      { name: "starting", sides: ["mean [sd]"] },
      { name: of.model, sides: ["paper", "two-stage mean [sd]"] },
    ],
    terms: [...labels].map(([name, label]) => {
      const stay = staying.find(({ variable }) => variable === name);
      const start = starting.find(({ variable }) => variable === name);
      return { name, label, cells: [ours(start), theirs(stay), ours(stay)] };
    }),
    statistics: [
      {
        name: "pairs",
        label: "pairs",
        cells: [spreadCell(selection.pairs, 0), EMPTY, spreadCell(selection.started, 0)],
      },
      {
        name: "events",
        label: "events",
        cells: [spreadCell(selection.started, 0), EMPTY, spreadCell(selection.cameBack, 0)],
      },
    ],
  };
}

export function spreadSelectionLines({
  correlation,
  dependent,
  converged,
  shape,
}: SpreadSelection): string[] {
  const { mean, sd, bound, atBound } = correlation;
  return [
    `Correlation of starting with staying: ${fixed(mean, 3)} on average [${fixed(sd, 3)}], of at most ±${bound} that can be expressed, which ${atBound} of ${correlation.histories} histories reach; independence is rejected at 5 % in ${dependent} of ${converged} histories that were fitted. Shape of the Weibull ${fixed(shape.mean, 3)} [${fixed(shape.sd, 3)}].`,
  ];
}

/** Table 1 over several histories: theirs, the mean of ours, and the standard deviation below it. */
export function spreadGrid(
  title: string,
  { columns, years, rows }: NonNullable<SpreadOverSeeds["descriptives"]>,
): DescriptiveGrid {
  return {
    title: `${title} Ours: means over histories, their standard deviations below.`,
    columns: [...columns, ...(years.length === 0 ? [] : ["average"])],
    rows: rows.map((row) => gridRow(row, years.length > 0)),
  };
}

function gridRow(row: SpreadRow, hasAverage: boolean): DescriptiveGridRow {
  const { name, label, unit, published, ours, notSimulated, oddities } = row;
  const decimals = decimalsOf(published.values);
  const average = <Value>(value: Value) => (hasAverage ? [value] : []);
  const shared = {
    name,
    label: labelWithUnit(label, unit),
    mark: oddities.length > 0 ? ODD : "",
    theirs: [...published.values, ...average(published.average)].map((value) =>
      numberText(value, unit, decimals),
    ),
  };
  if (ours === null) return { ...shared, ours: notSimulated ?? "not simulated" };
  const all = [...ours.values, ...average(ours.average)];
  return {
    ...shared,
    ours: all.map(({ mean }) => numberText(mean, unit, decimals)),
    spread: all.map(({ sd }) => numberText(sd, unit, decimals)),
  };
}
