import type { Scenario } from "../../scenarios/index.ts";
import type { Observation } from "../phases/observePeers.ts";
import type { RecordedColumn } from "../run.ts";
import type { World } from "../world.ts";

/** What is at hand when a year is written. */
export interface YearView {
  readonly world: World;
  readonly observation: Observation;
  readonly year: number;
}

export type ColumnType = "number" | "integer" | "indicator" | "category";

/** What the index of a column's values counts; every pair has one of each. */
export type Level = "pair" | "market" | "firm" | "province" | "cell" | "industry" | "destination" | "year";

/** A column of the panel: its codebook entry, its type, and where its values of a year stand. */
export interface PanelColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly level: Level;
  /**
   * Taken at the start of year t, when the world still is as t − 1 left it: that is how lagged columns are lagged.
   * Outcomes are taken at the end. What never changes is taken once, for all years.
   */
  readonly taken: "start" | "end" | "once";
  readonly values: (view: YearView) => ArrayLike<number>;
  readonly levels?: (world: World) => readonly string[];
  /** Whether worlds of a scenario have the column; not given where all have it. */
  readonly recordedIf?: (scenario: Scenario) => boolean;
  readonly note: RecordedColumn["note"];
}

export type Note = RecordedColumn["note"];

/** @param lag in years; 0 is year t itself, null where the variable has no time. */
export function note(meaning: string, unit: string, source: string, lag: number | null): Note {
  return { meaning, unit, source, lag };
}

/** A column taken at the start of the year. */
export function column(
  name: string,
  type: ColumnType,
  level: Level,
  values: PanelColumn["values"],
  about: Note,
): PanelColumn {
  return { name, type, level, taken: "start", values, note: about };
}

/** A column that is the same in every recorded year. */
export function lasting(
  name: string,
  type: ColumnType,
  level: Level,
  values: PanelColumn["values"],
  about: Note,
): PanelColumn {
  return { name, type, level, taken: "once", values, note: about };
}

/** A lasting column of labels; `values` are codes into `levels`. */
export function labels(
  name: string,
  level: Level,
  values: PanelColumn["values"],
  levels: (world: World) => readonly string[],
  about: Note,
): PanelColumn {
  return { name, type: "category", level, taken: "once", values, levels, note: about };
}

/** A column taken at the end of the year. */
export function outcome(
  name: string,
  type: ColumnType,
  values: PanelColumn["values"],
  about: Note,
): PanelColumn {
  return { name, type, level: "pair", taken: "end", values, note: about };
}
