import { totalmem } from "node:os";
import { destinationNames, InvalidInput, type Scenario } from "../scenarios/index.ts";
import { panelColumns } from "../sim/recording/panelColumns.ts";
import { WorkFailed } from "./failure.ts";

/** Of a cell, by the type of its column. */
export const BYTES_OF = { number: 8, integer: 4, indicator: 1, category: 2 } as const;

/** Bytes of one row of the recorded panel, with the mark that its firm was alive. */
function bytesPerRow(scenario: Scenario): number {
  const recorded = panelColumns.filter(({ recordedIf }) => recordedIf === undefined || recordedIf(scenario));
  return recorded.reduce((sum, { type }) => sum + BYTES_OF[type], 1);
}

/**
 * Bytes of the recorded panel, one row a firm × destination and year; twice that where firms may close, since the
 * rows that stay are then copied. The world itself, which does not grow with the years, comes on top.
 */
export function panelBytes(scenario: Scenario): number {
  const { firms, recordedYears, datedShocks, closureRate } = scenario;
  const rows = firms * destinationNames.length * (recordedYears - 1);
  return (
    rows * bytesPerRow(scenario) * (closureRate > 0 || datedShocks.some(({ closure }) => closure > 0) ? 2 : 1)
  );
}

/**
 * Bytes the panels may take: four fifths of the machine's memory, or of the limit a container sets. The rest is for
 * the world itself and for whatever else runs.
 */
export function memoryLimit(): number {
  const limit = process.constrainedMemory();
  return 0.8 * (limit !== undefined && limit > 0 ? Math.min(limit, totalmem()) : totalmem());
}

/**
 * Refuses a world whose panels cannot fit into memory, before any of it is simulated.
 *
 * @param path where the world was asked for.
 * @param panels how many are held at once.
 * @param limit in bytes.
 * @throws InvalidInput with the bytes it would take and the most firms that fit.
 */
export function refuseTooLarge(scenario: Scenario, path: string, panels: number, limit: number): void {
  const needed = panels * panelBytes(scenario);
  if (needed <= limit) return;
  const { firms, recordedYears } = scenario;
  const fitting = roundedDown((firms * limit) / needed);
  const held = panels === 1 ? "a panel" : `${panels} panels at once`;
  throw new InvalidInput({
    path,
    found: `firms = ${firms} with recordedYears = ${recordedYears}: ${held} of ${gigabytes(needed)} in all`,
    expected:
      `what fits into ${gigabytes(limit)} of memory: ` +
      (fitting >= 1 ? `at most ${fitting} firms with these years, or fewer recordedYears` : "fewer of both"),
  });
}

/** Two digits are as good as the estimate. */
export function roundedDown(count: number): number {
  const digits = Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  const unit = 10 ** digits;
  return Math.floor(count / unit) * unit;
}

export function gigabytes(bytes: number): string {
  return `${Number((bytes / 1e9).toPrecision(2))} GB`;
}

/**
 * Does work whose arrays grow with the world.
 *
 * @throws WorkFailed when one of them cannot be had; whatever else `work` throws.
 */
export function withinMemory<Result>(
  { firms, recordedYears }: Scenario,
  work: () => Promise<Result>,
): Promise<Result> {
  return workWithinMemory(
    `with firms = ${firms} and recordedYears = ${recordedYears}; fewer of either take less`,
    work,
  );
}

/**
 * @param advice what would take less, for the message.
 * @throws WorkFailed when an array cannot be had; whatever else `work` throws.
 */
export async function workWithinMemory<Result>(advice: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RangeError && OUT_OF_MEMORY.test(error.message))) throw error;
    throw new WorkFailed(`out of memory ${advice}`);
  }
}

/** What the engine says; a negative length, which it words alike, would be a fault of ours. */
const OUT_OF_MEMORY = /^(Array buffer allocation failed|Invalid (typed )?array length(?!: -))/;
