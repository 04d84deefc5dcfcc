import { join } from "node:path";
import type { ResolvedDesign } from "../../study/cells.ts";
import { orderRows } from "../../study/orderRows.ts";
import type { RunStage } from "../../study/power/powerStudy.ts";
import { type ReplicationKey, replicationKeys } from "../../study/replicationKeys.ts";
import { type RowSource, rowsInMemory } from "../../study/rowSource.ts";
import type { EstimateRow } from "../../study/rows.ts";
import { Interrupted } from "../failure.ts";
import { refuseLargeCells } from "../study/givenDesign.ts";
import { runStudy } from "../study/replications.ts";
import { storedRows } from "../study/storedRows.ts";
import { openStudyFolder } from "../study/studyFolder.ts";

/** Where and how the stages of a power study run. */
export interface StageOptions {
  /** Each stage is a study in a folder of its name there, and goes on where it holds part of it. */
  readonly out: string | undefined;
  readonly workers: number;
  readonly signal: AbortSignal;
  /** For messages. */
  readonly designPath: string;
}

export function stageRunner({ out, workers, signal, designPath }: StageOptions): RunStage {
  return async (name, design) => {
    refuseLargeCells(design, workers, designPath);
    process.stderr.write(`${stageLine(name, design)}\n`);
    const started = performance.now();
    const rows: EstimateRow[] = [];
    const ran =
      out === undefined
        ? await inMemory(design, rows, workers, signal)
        : await inFolder(design, join(out, name), rows, workers, signal);
    const seconds = (performance.now() - started) / 1000;
    if (ran > 0) {
      const each = seconds / ran;
      process.stderr.write(`${ran} replications in ${seconds.toFixed(0)} s, ${each.toPrecision(2)} s each\n`);
    }
    return rowsInMemory(design, rows);
  };
}

function stageLine(name: string, { cells, design }: ResolvedDesign): string {
  const what = cells.map(({ world, values }) => {
    const varied = Object.entries(values).map(([parameter, value]) => `${parameter} = ${value}`);
    return varied.length === 0 ? world : varied.join(", ");
  });
  return `${name}: ${what.join("; ")} (${design.replications} replications each)`;
}

/** Returns how many replications ran. */
async function inMemory(
  design: ResolvedDesign,
  rows: EstimateRow[],
  workers: number,
  signal: AbortSignal,
): Promise<number> {
  const count = design.cells.length * design.design.replications;
  const keep = (_: unknown, found: readonly EstimateRow[]) => {
    rows.push(...found);
  };
  await runStudy(design, { keys: replicationKeys(design), count, keep, workers, signal });
  return count;
}

async function inFolder(
  design: ResolvedDesign,
  path: string,
  rows: EstimateRow[],
  workers: number,
  signal: AbortSignal,
): Promise<number> {
  const folder = await openStudyFolder(path, design);
  try {
    const { index } = folder.before;
    const keys: ReplicationKey[] = [];
    for (const key of replicationKeys(design)) if (!index.has(key.cell, key.replication)) keys.push(key);
    if (keys.length > 0)
      await runStudy(design, { keys, count: keys.length, keep: folder.keep, workers, signal });
    const source = storedRows(design, folder.logs());
    try {
      for (const { index: cell } of design.cells) rows.push(...rowsOf(source, design, cell));
    } finally {
      source.close();
    }
    return keys.length;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    throw new Interrupted("Interrupted: what was done is kept; the same command goes on with the rest.");
  } finally {
    folder.close();
  }
}

/** A folder may hold more replications than are asked for now. */
function rowsOf(source: RowSource, design: ResolvedDesign, cell: number): EstimateRow[] {
  const rows: EstimateRow[] = [];
  for (const { replication, rows: found } of source.replicationsOf(cell)) {
    if (replication <= design.design.replications) rows.push(...found);
  }
  return orderRows(design, rows);
}
