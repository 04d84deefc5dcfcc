import { gatherRows } from "../../panel/gatherRows.ts";
import { column, numericValues, type Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { emptyPanelPhrase } from "../../scenarios/emptyPanel.ts";
import { InvalidInput, type Scenario } from "../../scenarios/index.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { advance, historyOf, startWorld, type Truth, withoutImitation, yearsOf } from "../../sim/index.ts";
import type { RunKey } from "../../sim/run.ts";
import { PAIR } from "../derivedColumns.ts";
import { INTERCEPT } from "../estimands.ts";

/** What a survey of a history sees, and what only the simulator knows of it. */
export interface SurveyedPanel {
  readonly panel: Table;
  readonly truth: Truth;
  readonly facts: PanelFacts;
}

/** What a reader should know of a panel before anything is fitted to it. */
export interface PanelFacts {
  readonly rows: number;
  /** Pairs of a firm and a destination. */
  readonly pairs: number;
  readonly firms: number;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Rows of firms that are abroad in the destination. */
  readonly activeRows: number;
  readonly starts: number;
  readonly returns: number;
  /** No firm of the world looks at another, in starting, staying or coming back, and no industry learns a destination as a whole. */
  readonly nobodyImitates: boolean;
}

export interface SurveyOptions {
  /** Last years of the panel that are surveyed, as the paper has six of them; 0 for every recorded year. */
  readonly years: number;
  /** Columns recorded, beside those that the facts are made of; all when left out. */
  readonly columns?: readonly string[];
}

const ALWAYS = ["firm", PAIR, "year", "active", "yLag", "yInitial"];

/**
 * Simulates a history and surveys its last years: rows of these years, and as initial status (`yInitial`) that of the year before them, as
 * a statistician has it who begins there. The interventional truth is that of the surveyed years, of all firms. History and draws are
 * those of `simulate`.
 *
 * @throws InvalidInput where the panel is empty, with what to do.
 */
export function surveyedPanel(scenario: Scenario, key: RunKey, options: SurveyOptions): SurveyedPanel {
  const { columns } = options;
  const world = startWorld(
    scenario,
    key,
    columns === undefined ? {} : { columns: [...new Set([...ALWAYS, ...columns])] },
  );
  const all = yearsOf(scenario);
  const surveyed = options.years === 0 ? scenario.recordedYears - 1 : options.years;
  const unseen = Math.max(all - surveyed, 0);
  advance(world, unseen, { recordTruth: false });
  advance(world, all - unseen);
  const { columns: recorded, truth } = historyOf(world);
  const whole = tableFromColumns(recorded);
  if (whole.rows === 0) throw nothingToFit(scenario);
  const panel = fromYear(whole, scenario.firstYear + scenario.recordedYears - surveyed);
  const cut = panel !== whole;
  const alone = JSON.stringify(withoutImitation(scenario));
  const nobodyImitates = alone === JSON.stringify(scenario) && scenario.destinationLearning === 0;
  return {
    panel,
    truth: cut ? { ...truth, coefficients: ofLaterStart(truth.coefficients) } : truth,
    facts: { ...factsOf(panel), nobodyImitates },
  };
}

/** Who begins to look later sees another initial status, and what stands beside it in the model means something else. */
function ofLaterStart(coefficients: Truth["coefficients"]): Truth["coefficients"] {
  const { yInitial, sigma, [INTERCEPT]: intercept, ...others } = coefficients;
  return others;
}

function nothingToFit(scenario: Scenario): InvalidInput {
  return new InvalidInput({
    path: "surveyRule",
    found: emptyPanelPhrase(scenario),
    expected: phrase`a panel with rows`,
  });
}

/** The rows from a year on; the initial status is that before the first of them. */
function fromYear(whole: Table, first: number): Table {
  const years = numericValues(column(whole, "year"));
  const kept: number[] = [];
  for (let row = 0; row < whole.rows; row++) if ((years[row] ?? 0) >= first) kept.push(row);
  if (kept.length === whole.rows) return whole;
  const panel = gatherRows(whole, kept);
  const pairs = codesOf(panel, PAIR);
  const before = numericValues(column(panel, "yLag"));
  const initial = new Uint8Array(panel.rows);
  for (let row = 0; row < panel.rows; row++) {
    const goesOn = row > 0 && pairs[row] === pairs[row - 1];
    initial[row] = goesOn ? (initial[row - 1] ?? 0) : (before[row] ?? 0);
  }
  const { note } = column(panel, "yInitial");
  const columns = new Map(panel.columns);
  columns.set("yInitial", { kind: "indicator", values: initial, ...(note === undefined ? {} : { note }) });
  return { rows: panel.rows, columns };
}

function codesOf(table: Table, name: string): ArrayLike<number> {
  const found = column(table, name);
  return found.kind === "category" ? found.codes : found.values;
}

function factsOf(panel: Table): Omit<PanelFacts, "nobodyImitates"> {
  const years = numericValues(column(panel, "year"));
  const active = numericValues(column(panel, "active"));
  const before = numericValues(column(panel, "yLag"));
  let [activeRows, starts, returns] = [0, 0, 0];
  let [firstYear, lastYear] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < panel.rows; row++) {
    const [now, was, year] = [active[row] ?? 0, before[row] ?? 0, years[row] ?? 0];
    activeRows += now;
    starts += now === 1 && was === 0 ? 1 : 0;
    returns += now === 0 && was === 1 ? 1 : 0;
    firstYear = Math.min(firstYear, year);
    lastYear = Math.max(lastYear, year);
  }
  return {
    rows: panel.rows,
    pairs: distinct(codesOf(panel, PAIR)),
    firms: distinct(codesOf(panel, "firm")),
    firstYear,
    lastYear,
    activeRows,
    starts,
    returns,
  };
}

function distinct(values: ArrayLike<number>): number {
  const seen = new Set<number>();
  for (let row = 0; row < values.length; row++) seen.add(values[row] ?? 0);
  return seen.size;
}
