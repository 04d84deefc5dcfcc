import type { CoxData } from "../estimators/index.ts";
import { gatherRows } from "../panel/gatherRows.ts";
import { type SpellColumns, spellRows } from "../panel/spells.ts";
import { column, numericValues, type Table } from "../panel/table.ts";
import type { CoxSpecification, ModelSpecification, ProbitSpecification } from "../scenarios/index.ts";
import { PAIR, withDerivedColumns } from "./derivedColumns.ts";
import { FIRM, firmLevelPanel } from "./firmLevelPanel.ts";
import { completeRows, groupCodes, modelMatrix, strataCodes } from "./modelColumns.ts";
import { type UnpredictedRows, unpredictedRows } from "./predictedRows.ts";
import { sampleRows } from "./sampleRows.ts";

/** From a recorded panel to the rows that a specification is fitted to. */

/** Where a recorded panel keeps its spells. */
export const SPELL_COLUMNS: SpellColumns = {
  unit: "pair",
  period: "year",
  status: "active",
  statusBefore: "yLag",
  elapsed: "tenure",
  endTime: "exitTime",
};

/** The column that names what a row of a specification's table is of. */
export function unitColumn({ unit }: ModelSpecification): string {
  return unit === "firm" ? FIRM : PAIR;
}

/** Where the spells of a specification's unit stand. */
export function spellColumns(specification: ModelSpecification): SpellColumns {
  return { ...SPELL_COLUMNS, unit: unitColumn(specification) };
}

/** At the level of the specification's unit, with its derived columns. */
export function tableOf(panel: Table, specification: ModelSpecification): Table {
  const rows = specification.unit === "firm" ? firmLevelPanel(panel) : panel;
  return withDerivedColumns(rows, specification.derived ?? [], unitColumn(specification));
}

/** The rows of a probit's sample without a missing cell, in the columns that it reads. */
export function completeProbitRows(table: Table, specification: ProbitSpecification): Table {
  const { outcome, numeric, factors, interactions = [], group, rows, cluster } = specification;
  const needed = [outcome, group, ...numeric, ...factors, ...interactions.flat(), ...listed(cluster)];
  return completeRows(onlyColumns(sampleRows(table, rows), needed), needed);
}

/**
 * The very rows that a probit or a Cox model is fitted to, with its derived columns; those of a Cox model are spells, with `start`, `stop`
 * and `event`.
 *
 * @throws InvalidTable when the panel lacks a column of the specification.
 */
export function fittedRows(panel: Table, specification: ProbitSpecification | CoxSpecification): Table {
  const table = tableOf(panel, specification);
  if (specification.model === "cox") return spellsOf(table, specification).sample.table;
  const complete = completeProbitRows(table, specification);
  return unpredictedRows(complete, specification.outcome, dummySets(specification), true).table;
}

/** The spells that a Cox specification is fitted to, as the estimators take them, e.g. for curves from its fit. */
export function coxDataOf(panel: Table, specification: CoxSpecification): CoxData {
  return spellsOf(tableOf(panel, specification), specification).data;
}

/** The spells of a Cox specification, as a table and as its estimator takes them. */
export function spellsOf(
  panel: Table,
  specification: CoxSpecification,
): { readonly data: CoxData; readonly sample: UnpredictedRows } {
  const { clock, numeric, factors, interactions = [], strata, rows, cluster } = specification;
  const spells = spellRows(panel, spellColumns(specification), clock);
  const covariates = gatherRows(panel, numericValues(column(spells, "panelRow")));
  const joined: Table = {
    rows: spells.rows,
    columns: new Map([...covariates.columns, ...spells.columns]),
  };
  const chosen = sampleRows(joined, rows);
  const needed = [...numeric, ...factors, ...interactions.flat(), ...strata, ...listed(cluster)];
  const complete = completeRows(chosen, needed);
  const sample = unpredictedRows(complete, "event", dummySets(specification), false);
  const { table } = sample;
  const times = (name: string) => Float64Array.from(numericValues(column(table, name), name));
  const data: CoxData = {
    matrix: modelMatrix(table, specification, false),
    start: times("start"),
    stop: times("stop"),
    event: Uint8Array.from(numericValues(column(table, "event"))),
    ...(strata.length === 0 ? {} : { strata: strataCodes(table, strata) }),
    ...(cluster === undefined ? {} : { cluster: groupCodes(table, cluster) }),
  };
  return { data, sample };
}

/** Columns of each set of dummies: one for a factor, several for an interaction. */
export function dummySets({ factors, interactions }: ModelSpecification): (readonly string[])[] {
  return [...factors.map((factor) => [factor]), ...(interactions ?? [])];
}

export function listed(name: string | undefined): string[] {
  return name === undefined ? [] : [name];
}

export function onlyColumns(table: Table, names: readonly string[]): Table {
  return { rows: table.rows, columns: new Map(names.map((name) => [name, column(table, name)])) };
}
