import type { Scenario } from "../../scenarios/index.ts";
import type { Decisions } from "../decisions/decide.ts";
import type { RecordedColumn } from "../run.ts";
import type { World } from "../world.ts";
import type { ColumnType, Level, YearView } from "./column.ts";
import { panelColumns } from "./panelColumns.ts";

/**
 * The panel as it fills, one row a pair and year, sorted by pair, then year: row = pair · years + year. The first
 * recorded year has no row; it is the initial state.
 */
export interface Recording {
  readonly years: number;
  /** By column, in the order of `panelColumns`. */
  readonly values: RecordedColumn["values"][];
  /** Whether the firm of a row was alive at the end of its year. */
  readonly present: Uint8Array;
  /** Flows over the recorded years, in pair-years and firm-years. */
  starts: number;
  notAbroad: number;
  returns: number;
  atRisk: number;
  activeFirmYears: number;
  firmYears: number;
}

export function emptyRecording(scenario: Scenario, pairs: number): Recording {
  const years = scenario.recordedYears - 1;
  const rows = pairs * years;
  return {
    years,
    values: panelColumns.map(({ type }) => emptyValues(type, rows)),
    present: new Uint8Array(rows),
    starts: 0,
    notAbroad: 0,
    returns: 0,
    atRisk: 0,
    activeFirmYears: 0,
    firmYears: 0,
  };
}

function emptyValues(type: ColumnType, rows: number): RecordedColumn["values"] {
  switch (type) {
    case "number":
      return new Float64Array(rows);
    case "integer":
      return new Int32Array(rows);
    case "indicator":
      return new Uint8Array(rows);
    case "category":
      return new Uint16Array(rows);
  }
}

/** Writes the columns taken at this end of the year. */
export function recordColumns(view: YearView, taken: "start" | "end"): void {
  const { recording, scenario } = view.world;
  const offset = view.year - scenario.firstYear - 1;
  panelColumns.forEach((column, at) => {
    if (column.taken !== taken) return;
    gather(recording.values[at], column.values(view), column.level, view.world, recording.years, offset);
  });
}

/** Spreads values over the pairs: out[pair · years + offset] = values[where the pair looks]. */
function gather(
  out: RecordedColumn["values"],
  values: ArrayLike<number>,
  level: Level,
  world: World,
  years: number,
  offset: number,
): void {
  const { firms, destinations } = world;
  for (let firm = 0, pair = 0, row = offset; firm < firms.count; firm++) {
    for (let destination = 0; destination < destinations; destination++, pair++, row += years) {
      switch (level) {
        case "pair":
          out[row] = values[pair];
          break;
        case "firm":
          out[row] = values[firm];
          break;
        case "province":
          out[row] = values[firms.province[firm]];
          break;
        case "cell":
          out[row] = values[firms.cell[firm]];
          break;
        case "industry":
          out[row] = values[firms.industry[firm]];
          break;
        case "destination":
          out[row] = values[destination];
          break;
        case "year":
          out[row] = values[0];
          break;
      }
    }
  }
}

/** Counts the year's flows, for the diagnostics, and marks the rows of firms alive at its end. */
export function recordFlows(
  world: World,
  activeBefore: Uint8Array,
  decisions: Decisions,
  year: number,
): void {
  const { recording, firms, destinations, scenario } = world;
  const offset = year - scenario.firstYear - 1;
  for (let firm = 0, pair = 0; firm < firms.count; firm++) {
    // A firm that closed this year leaves no row, so neither its moves nor its chances to move are counted.
    if (firms.alive[firm] === 0) {
      pair += destinations;
      continue;
    }
    let abroad = 0;
    for (let destination = 0; destination < destinations; destination++, pair++) {
      recording.present[pair * recording.years + offset] = 1;
      recording.starts += decisions.started[pair];
      recording.returns += decisions.returned[pair];
      recording.atRisk += activeBefore[pair];
      recording.notAbroad += 1 - activeBefore[pair];
      abroad |= decisions.active[pair];
    }
    recording.activeFirmYears += abroad;
    recording.firmYears += 1;
  }
}

/** The columns of the rows that the survey rule keeps. */
export function recordedColumns(world: World): { rows: number; columns: RecordedColumn[] } {
  const { recording } = world;
  const keep = keptRows(world);
  const columns = panelColumns.map((column, at): RecordedColumn => {
    const all = recording.values[at];
    const values = keep === null ? all : gatherValues(all, keep);
    const { name, note } = column;
    return column.levels === undefined
      ? { name, values, note }
      : { name, values, note, levels: column.levels(world) };
  });
  return { rows: keep === null ? recording.present.length : keep.length, columns };
}

/** null where every row is kept. */
function keptRows(world: World): Int32Array | null {
  const { recording, firms, destinations, scenario } = world;
  if (firms.alive.every((alive) => alive === 1)) return null;
  const rows: number[] = [];
  for (let row = 0; row < recording.present.length; row++) {
    const firm = Math.floor(row / (recording.years * destinations));
    const kept = scenario.surveyRule === "balanced" ? firms.alive[firm] : recording.present[row];
    if (kept === 1) rows.push(row);
  }
  return Int32Array.from(rows);
}

function gatherValues(values: RecordedColumn["values"], rows: Int32Array): RecordedColumn["values"] {
  const kept = new (values.constructor as new (length: number) => RecordedColumn["values"])(rows.length);
  for (let at = 0; at < rows.length; at++) kept[at] = values[rows[at]];
  return kept;
}
