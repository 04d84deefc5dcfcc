import type { Cell, ResolvedDesign } from "../cells.ts";

/** A few cells of a study and a few replications of each, run beforehand. */
export interface PilotDesign {
  /** Its cells are numbered anew. */
  readonly design: ResolvedDesign;
  /** Their indices in the study. */
  readonly cells: readonly number[];
}

/**
 * The pilot of a study: the largest cell of as many worlds as there is room for, then cells evenly spread over the others.
 * It has draws of its own, so that what it shows is not what the study will find.
 *
 * @param cells most, and `replications` of each.
 */
export function pilotDesign(study: ResolvedDesign, cells: number, replications: number): PilotDesign {
  const largest = new Map<string, Cell>();
  for (const cell of study.cells) {
    const known = largest.get(cell.world);
    if (known === undefined || sizeOf(cell) > sizeOf(known)) largest.set(cell.world, cell);
  }
  const first = evenly([...largest.values()], cells);
  const others = study.cells.filter((cell) => !first.includes(cell));
  const chosen = [...first, ...evenly(others, cells - first.length)].sort((a, b) => a.index - b.index);
  const { until, secondsPerReplication, ...design } = study.design;
  return {
    design: {
      design: { ...design, seed: `${design.seed} · pilot`, replications },
      cells: chosen.map((cell, index) => ({ ...cell, index })),
    },
    cells: chosen.map(({ index }) => index),
  };
}

/** What the work of a history grows with. */
export function sizeOf({ scenario }: Cell): number {
  return scenario.firms * scenario.recordedYears;
}

function evenly<Value>(values: readonly Value[], count: number): Value[] {
  if (values.length <= count) return [...values];
  return values.filter(
    (_, at) => Math.floor((at * count) / values.length) !== Math.floor(((at - 1) * count) / values.length),
  );
}
