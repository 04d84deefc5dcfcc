import type { ResolvedDesign } from "../cells.ts";
import { canonicalJson } from "./canonicalJson.ts";

/** What a design says differently from the one a study was begun with. */
export interface DesignChange {
  /** As in the design file, e.g. `seed`; for a cell its key. */
  readonly path: string;
  /** JSON text, or words. */
  readonly begun: string;
  readonly now: string;
}

/**
 * What keeps a study from going on under `now`: everything that differs but that it has more replications, or more
 * cells. Cells are known by their keys, so their order is free.
 */
export function designChanges(begun: ResolvedDesign, now: ResolvedDesign): DesignChange[] {
  const changes: DesignChange[] = [];
  const compare = (path: string, before: unknown, after: unknown) => {
    const [begunText, nowText] = [textOf(before), textOf(after)];
    if (begunText !== nowText) changes.push({ path, begun: begunText, now: nowText });
  };
  const names = new Set([...Object.keys(begun.design), ...Object.keys(now.design)]);
  for (const name of [...names].sort()) {
    if (name === "$schema" || name === "dataGenerating" || name === "replications") continue;
    compare(name, entryOf(begun.design, name), entryOf(now.design, name));
  }
  if (now.design.replications < begun.design.replications) {
    compare("replications", begun.design.replications, now.design.replications);
  }
  changes.push(...redrawnHypercubes(begun, now));
  const cells = new Map(now.cells.map((cell) => [cell.key, cell]));
  for (const before of begun.cells) {
    const after = cells.get(before.key);
    if (after === undefined) {
      changes.push({ path: `cell ${before.key}`, begun: "a cell of the study", now: "not there" });
      continue;
    }
    const path = (name: string) => `cell ${before.key}: ${name}`;
    const names = ({ methods }: typeof before) => methods.map(({ name }) => name);
    compare(path("methods"), names(before), names(after));
    compare(path("estimands"), before.estimands, after.estimands);
    for (const name of new Set([...Object.keys(before.scenario), ...Object.keys(after.scenario)])) {
      compare(path(name), entryOf(before.scenario, name), entryOf(after.scenario, name));
    }
  }
  return changes;
}

/** Why all cells of a world are others: those of a hypercube hang on how many there are. */
function redrawnHypercubes(begun: ResolvedDesign, now: ResolvedDesign): DesignChange[] {
  const pointsOf = ({ design: { dataGenerating } }: ResolvedDesign) =>
    [dataGenerating].flat().flatMap(({ name, scenario, sample }) => {
      const hypercube = sample?.design === "latinHypercube";
      return hypercube ? [[name ?? String(scenario), sample.points] as const] : [];
    });
  const points = new Map(pointsOf(now));
  return pointsOf(begun).flatMap(([world, before]) => {
    const after = points.get(world);
    if (after === undefined || after === before) return [];
    return [
      {
        path: `world ${world}: points of a Latin hypercube, which are drawn anew for each number of them (a sobol sample can be extended)`,
        begun: String(before),
        now: String(after),
      },
    ];
  });
}

function entryOf(of: object, name: string): unknown {
  return Object.hasOwn(of, name) ? (of as Readonly<Record<string, unknown>>)[name] : undefined;
}

function textOf(value: unknown): string {
  return value === undefined ? "nothing" : canonicalJson(value);
}
