import type { Scenario } from "../../scenarios/index.ts";
import type { Decisions } from "../decisions/decide.ts";
import type { RecordedColumn } from "../run.ts";
import type { RecordedPanel } from "../survey/survey.ts";
import type { World } from "../world.ts";
import type { ColumnType, Level, PanelColumn, YearView } from "./column.ts";
import { inOrder, rowsByFirm } from "./newFirms.ts";
import { columnsOf, panelColumns } from "./panelColumns.ts";
import { requestedColumns } from "./requestedColumns.ts";

/**
 * The panel as it fills, one row a pair and year, sorted by pair, then year: row = pair · years + year. The first
 * recorded year has no row; it is the initial state.
 */
export interface Recording {
  readonly years: number;
  /** Names of the columns asked for; null for all. */
  readonly requested: readonly string[] | null;
  /** By column, in the order of `columnsOf`; none before the first recorded year. */
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

/** @throws InvalidInput for a column asked for that no panel has. */
export function emptyRecording(
  scenario: Scenario,
  pairs: number,
  columns: readonly string[] | undefined,
): Recording {
  const years = scenario.recordedYears - 1;
  const rows = pairs * years;
  return {
    years,
    requested: columns === undefined ? null : requestedColumns(columns, panelColumns),
    values: [],
    present: new Uint8Array(rows),
    starts: 0,
    notAbroad: 0,
    returns: 0,
    atRisk: 0,
    activeFirmYears: 0,
    firmYears: 0,
  };
}

/** The columns are made when they are first asked for: through its warm-up a world is light to hold and to copy. */
function panelValues(world: World): RecordedColumn["values"][] {
  const { values, present } = world.recording;
  if (values.length === 0)
    for (const { type } of columnsOf(world)) values.push(emptyValues(type, present.length));
  return values;
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

/** Writes the columns taken at this end of the year; those taken once into the rows of all years. */
export function recordColumns(view: YearView, taken: PanelColumn["taken"]): void {
  const { recording, scenario } = view.world;
  const values = panelValues(view.world);
  const offset = view.year - scenario.firstYear - 1;
  columnsOf(view.world).forEach((column, at) => {
    if (column.taken !== taken) return;
    if (taken === "once") gather(values[at], column, view, 0, recording.years);
    else gather(values[at], column, view, offset, offset + 1);
  });
}

/** Spreads values over the pairs: out[pair · years + year] = values[where the pair looks], for years from … to − 1. */
function gather(
  out: RecordedColumn["values"],
  column: PanelColumn,
  view: YearView,
  from: number,
  to: number,
): void {
  const { firms, destinations, recording } = view.world;
  // One kind of array to read from keeps the loop fast.
  const taken = column.values(view);
  const values = taken instanceof Float64Array ? taken : new Float64Array(taken);
  const { codes, perCode, perDestination } = placeOf(column.level, view.world);
  for (let firm = 0, row = 0; firm < firms.count; firm++) {
    let at = perCode * (codes === null ? firm : codes[firm]);
    for (let destination = 0; destination < destinations; destination++) {
      const value = values[at];
      for (let year = from; year < to; year++) out[row + year] = value;
      at += perDestination;
      row += recording.years;
    }
  }
}

/** A pair finds its value at perCode · code of its firm + perDestination · destination. */
interface Place {
  /** By firm; null where the firm itself is the code. */
  readonly codes: Uint8Array | Uint16Array | Int32Array | null;
  readonly perCode: number;
  readonly perDestination: number;
}

function placeOf(level: Level, { firms, destinations }: World): Place {
  switch (level) {
    case "pair":
      return { codes: null, perCode: destinations, perDestination: 1 };
    case "market":
      return { codes: firms.cell, perCode: destinations, perDestination: 1 };
    case "firm":
      return { codes: null, perCode: 1, perDestination: 0 };
    case "province":
      return { codes: firms.province, perCode: 1, perDestination: 0 };
    case "cell":
      return { codes: firms.cell, perCode: 1, perDestination: 0 };
    case "industry":
      return { codes: firms.industry, perCode: 1, perDestination: 0 };
    case "destination":
      return { codes: null, perCode: 0, perDestination: 1 };
    case "year":
      return { codes: null, perCode: 0, perDestination: 0 };
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

/** All that was recorded, for the survey to choose rows from. */
export function recordedPanel(world: World): RecordedPanel {
  const order = rowsByFirm(world);
  const present = inOrder(world.recording.present, order);
  const columns = columnsOf(world).map((column, at): RecordedColumn => {
    const values = inOrder(panelValues(world)[at], order);
    const { name, note } = column;
    return column.levels === undefined
      ? { name, values, note }
      : { name, values, note, levels: column.levels(world) };
  });
  const rowsPerFirm = world.destinations * world.recording.years;
  return { rows: present.length, columns, present, rowsPerFirm };
}
