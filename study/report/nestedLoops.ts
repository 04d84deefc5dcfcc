import type { ResolvedDesign } from "../cells.ts";
import type { PerformanceName } from "../design.ts";
import type { Measure, Share } from "../measuresOfMoments.ts";
import type { ReportEstimand } from "./shownEstimands.ts";

/** A parameter of the loop, the outermost first. */
export interface LoopParameter {
  readonly name: string;
  /** Numbers in ascending order, everything else as it first occurs. */
  readonly levels: readonly string[];
  /** Position of its level, for each cell of the loop; null for a cell that does not vary it. */
  readonly ofCell: readonly (number | null)[];
}

/** Performance over all combinations of several parameters (Rücker & Schwarzer 2014). */
export interface NestedLoop {
  readonly estimand: string;
  readonly parameters: readonly LoopParameter[];
  /** Cells from left to right. */
  readonly cells: readonly number[];
  /** One measure after the other, each a line a method. */
  readonly panels: readonly LoopPanel[];
}

export interface LoopPanel {
  readonly measure: PerformanceName;
  readonly lines: readonly LoopLine[];
}

export interface LoopLine {
  readonly method: string;
  /** By position in the loop; null where the method has no value. */
  readonly values: readonly (Measure | Share | null)[];
}

const MEASURES: readonly PerformanceName[] = ["bias", "relativeBias", "empiricalSe", "coverage", "rejection"];

/** Under a parameter of its own where worlds differ. */
export const WORLD_PARAMETER = "world";

/**
 * The loop of one estimand; null with fewer than two parameters or three cells. The cells need not be all combinations:
 * they are put in the order of their values, and a cell without a parameter comes after those that have it.
 */
export function nestedLoop(
  { design, cells }: ResolvedDesign,
  { estimand, groups }: ReportEstimand,
): NestedLoop | null {
  const found = cells.filter(({ index }) => groups.some(({ cell }) => cell === index));
  const worlds = new Set(found.map(({ world }) => world)).size > 1;
  const valuesOf = ({ world, values }: (typeof found)[number]): Readonly<Record<string, unknown>> =>
    worlds ? { [WORLD_PARAMETER]: world, ...values } : values;
  const names = [...new Set(found.flatMap((cell) => Object.keys(valuesOf(cell))))];
  const parameters = names
    .map((name) => ({ name, levels: levelsOf(found.map((cell) => valuesOf(cell)[name])) }))
    .filter(({ levels }) => levels.length > 1);
  if (parameters.length < 2 || found.length < 3) return null;
  const places = found.map((cell) => ({
    cell: cell.index,
    levels: parameters.map(({ name, levels }) => {
      const level = levels.indexOf(JSON.stringify(valuesOf(cell)[name]));
      return level < 0 ? null : level;
    }),
  }));
  places.sort((a, b) => {
    for (const [at, level] of a.levels.entries()) {
      const difference = (level ?? Number.MAX_SAFE_INTEGER) - (b.levels[at] ?? Number.MAX_SAFE_INTEGER);
      if (difference !== 0) return difference;
    }
    return a.cell - b.cell;
  });
  const methods = [...new Set(groups.map(({ method }) => method))];
  const panels = MEASURES.filter((measure) => design.performance.includes(measure)).map((measure) => ({
    measure,
    lines: methods.map((method) => ({
      method,
      values: places.map(({ cell }) => {
        const group = groups.find((each) => each.cell === cell && each.method === method);
        const value = group?.measures[measure];
        return value !== undefined && Number.isFinite(value.value) ? value : null;
      }),
    })),
  }));
  return {
    estimand,
    parameters: parameters.map(({ name, levels }, at) => ({
      name,
      levels,
      ofCell: places.map((place) => place.levels[at] ?? null),
    })),
    cells: places.map(({ cell }) => cell),
    panels: panels.filter(({ lines }) => lines.some(({ values }) => values.some((value) => value !== null))),
  };
}

/** As JSON text, each once. */
function levelsOf(values: readonly unknown[]): string[] {
  const given = [
    ...new Set(values.filter((value) => value !== undefined).map((value) => JSON.stringify(value))),
  ];
  const numbers = given.map(Number);
  if (numbers.some(Number.isNaN)) return given;
  return given.sort((a, b) => Number(a) - Number(b));
}
