import { describeScenario, InvalidInput, scenarioNames, showFound } from "../scenarios/index.ts";
import { stream } from "../sim/random/streams.ts";
import type { World } from "./design.ts";
import type { Sample } from "./designParts.ts";
import { latinHypercube } from "./sampling/latinHypercube.ts";
import { MOST_SOBOL_DIMENSIONS, sobolPoints } from "./sampling/sobol.ts";

/** The varied parameters of one cell and their values. */
export type CellValues = Readonly<Record<string, unknown>>;

/** How a world says which cells it has; null for one cell. */
export type CellSource = "vary" | "cells" | "sample";

/** @throws InvalidInput for a world that says it in two ways. */
export function cellSourceOf(world: World, path: string): CellSource | null {
  const given = (["vary", "cells", "sample"] as const).filter((name) => world[name] !== undefined);
  const [first, second] = given;
  if (second === undefined) return first ?? null;
  throw new InvalidInput({
    path: `${path}.${second}`,
    found: `${second} beside ${first}`,
    expected: "one of vary, cells and sample in a world",
  });
}

/** How many cells a world has, before any is laid out. */
export function countOfCells({ vary, cells, sample }: World): number {
  if (cells !== undefined) return cells.length;
  if (sample !== undefined) return sample.points;
  return Object.values(vary ?? {}).reduce((product, { length }) => product * length, 1);
}

/** Where in the design the values of a cell stand. */
export function placeOfCell(source: CellSource | null, path: string, index: number): string {
  return source === "cells" ? `${path}.cells[${index}]` : `${path}.${source ?? "vary"}`;
}

/**
 * The cells of a world in their order: of `vary` the full factorial, the last parameter fastest; of `cells` as listed, each
 * with its parameters in the order in which the list first names them; of `sample` the points.
 *
 * @param seed of the design, and `name` of the world: what a Latin hypercube is drawn from.
 */
export function valuesOfCells(world: World, name: string, seed: string): CellValues[] {
  if (world.sample !== undefined) return sampledCells(world.scenario, world.sample, name, seed);
  if (world.cells === undefined) return combinations(world.vary ?? {});
  const names = [...new Set(world.cells.flatMap((cell) => Object.keys(cell)))];
  return world.cells.map((cell) =>
    Object.fromEntries(names.filter((each) => Object.hasOwn(cell, each)).map((each) => [each, cell[each]])),
  );
}

/** Every combination of one value a parameter, the last parameter fastest. */
export function combinations(vary: Readonly<Record<string, readonly unknown[]>>): Record<string, unknown>[] {
  let found: Record<string, unknown>[] = [{}];
  for (const [parameter, values] of Object.entries(vary)) {
    found = found.flatMap((combination) => values.map((value) => ({ ...combination, [parameter]: value })));
  }
  return found;
}

/** @throws InvalidInput for a range that is none, and for more parameters than the sequence has dimensions. */
export function refuseSample({ design, ranges }: Sample, path: string): void {
  const count = Object.keys(ranges).length;
  const most = design === "sobol" ? MOST_SOBOL_DIMENSIONS : Number.POSITIVE_INFINITY;
  if (count === 0 || count > most) {
    throw new InvalidInput({
      path: `${path}.ranges`,
      found: `${count} parameters`,
      expected: design === "sobol" ? `1 to ${most} of them in a Sobol design` : "at least one of them",
    });
  }
  for (const [parameter, [low, high]] of Object.entries(ranges)) {
    if (low < high) continue;
    throw new InvalidInput({
      path: `${path}.ranges.${parameter}`,
      found: showFound([low, high]),
      expected: "[low, high] with low below high",
    });
  }
}

const DIGITS = 6;

function sampledCells(scenario: string, { design, points, ranges }: Sample, name: string, seed: string) {
  const parameters = Object.entries(ranges);
  const whole = wholeParameters(scenario);
  // A stream for each parameter by its name, so that one more leaves the coordinates of the others as they are.
  const streams = parameters.map(([parameter]) =>
    stream({ seed, condition: `${name} {${parameter}}`, replication: 0 }, "sampledCells"),
  );
  const coordinates =
    design === "sobol" ? sobolPoints(points, parameters.length) : latinHypercube(points, streams);
  return coordinates.map((point) =>
    Object.fromEntries(
      parameters.map(([parameter, range], dimension): [string, number] => {
        const at = point[dimension] ?? 0;
        return [parameter, whole.has(parameter) ? wholeNumberAt(at, range) : numberAt(at, range)];
      }),
    ),
  );
}

/** Parameters of a scenario that are whole numbers. */
export function wholeParameters(scenario: string): ReadonlySet<string> {
  if (!scenarioNames().includes(scenario)) return new Set();
  const rows = describeScenario(scenario).filter(({ range }) => range.startsWith("whole number"));
  return new Set(rows.map(({ path }) => path));
}

/** Each whole number of the range has the same share of [0, 1). */
function wholeNumberAt(at: number, [low, high]: readonly [number, number]): number {
  return Math.min(high, low + Math.floor(at * (high - low + 1)));
}

/** Six digits: enough for any study, and few enough to be read in a table. */
function numberAt(at: number, [low, high]: readonly [number, number]): number {
  const value = Number((low + at * (high - low)).toPrecision(DIGITS));
  return Math.min(high, Math.max(low, value));
}
