import { recorded } from "./checks/outcomes.ts";
import { statusNames } from "./recording/clusterColumns.ts";
import type { ClusterHistory } from "./simulateClusters.ts";

/** What happened in a history of clusters, in a few numbers. */
export interface ClusterSummary {
  readonly firms: number;
  readonly clusters: number;
  readonly years: number;
  /** Firms by where they are at the end. */
  readonly status: Readonly<Record<(typeof statusNames)[number], number>>;
  /** Open firms by governance mode at the end; modes that none has are left out. */
  readonly modes: Readonly<Record<string, number>>;
  /** Over all years: times that a firm moved more of its work abroad, and that one brought it home. */
  readonly movesAbroad: number;
  readonly returns: number;
  /** Employees in the clusters, at the end of the first year and of the last. */
  readonly employment: { readonly first: number; readonly last: number };
  /** Means over the open firms at the end; NaN where none is open. */
  readonly lockIn: number;
  readonly core: number;
}

/** @param history as `simulateClusters` gives it. */
export function clusterSummary(history: ClusterHistory): ClusterSummary {
  const { rows, years } = history;
  const values = (name: string) => recorded(history, name).values;
  const [status, mode, moved, returned] = ["status", "mode", "movedAbroad", "cameHome"].map(values);
  const closed = statusNames.indexOf("closed");
  const modeLabels = recorded(history, "mode").levels ?? [];
  const counts = statusNames.map(() => 0);
  const modes = new Map<string, number>();
  let [movesAbroad, returns] = [0, 0];
  for (let row = 0; row < rows; row++) {
    movesAbroad += moved?.[row] ?? 0;
    returns += returned?.[row] ?? 0;
    if (row % years !== years - 1) continue;
    const at = status?.[row] ?? closed;
    counts[at] = (counts[at] ?? 0) + 1;
    const label = modeLabels[mode?.[row] ?? 0] ?? "";
    if (at !== closed) modes.set(label, (modes.get(label) ?? 0) + 1);
  }
  const atYear = (name: string, year: number) => {
    const column = values(name);
    return Float64Array.from({ length: rows / years }, (_, firm) => column[firm * years + year - 1] ?? 0);
  };
  const sum = (of: Float64Array) => of.reduce((total, value) => total + value, 0);
  const mean = (of: Float64Array) => {
    const known = of.filter((value) => !Number.isNaN(value));
    return sum(known) / known.length;
  };
  const [home = 0, abroad = 0, following = 0, closedFirms = 0] = counts;
  return {
    firms: rows / years,
    clusters: values("cluster").at(-1) ?? 0,
    years,
    status: { home, abroad, following, closed: closedFirms },
    modes: Object.fromEntries([...modes].sort(([, a], [, b]) => b - a)),
    movesAbroad,
    returns,
    employment: { first: sum(atYear("localEmployment", 1)), last: sum(atYear("localEmployment", years)) },
    lockIn: mean(atYear("lockIn", years)),
    core: mean(atYear("core", years)),
  };
}
