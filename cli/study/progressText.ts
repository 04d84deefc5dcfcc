import { duration } from "../progressDisplay.ts";
import type { FailureCounts } from "./failureCounts.ts";

/** How far a study is. */
export interface StudyProgress {
  /** Replications that are there, whoever ran them. */
  readonly done: number;
  readonly total: number;
  /** Whether `total` is the most there can be, as where a rule ends the study. */
  readonly atMost: boolean;
  readonly cellsDone: number;
  /** 0 where they are not told. */
  readonly cells: number;
  readonly failures: Readonly<FailureCounts>;
  /** Replications that this process ran, in so many seconds. */
  readonly ran: number;
  readonly seconds: number;
}

/**
 * One line, e.g. `412/2000 replications · 1/4 cells · 3 failed (2 not-converged, 1 time-limit) · 8.2/s · 50s · 3m14s left`.
 * Where it would be longer than `columns` it does without, in this order: the time it took, the word for what is
 * counted, the pace, the rarer causes one by one, the cells, all causes. The time left is that of the whole study, at the pace of this process.
 */
export function progressText(progress: StudyProgress, columns: number): string {
  const { done, total, cellsDone, cells, failures, ran, seconds } = progress;
  const failed = `${failures.failed} failed`;
  const line = (counted: string, [failed, cells, rate, took]: readonly string[]) =>
    [counted, cells, failed, rate, took, leftText(progress)].filter((part) => part).join(" · ");
  const counted = `${done}/${total}`;
  const ofCells = cells > 1 ? `${cellsDone}/${cells} cells` : "";
  const parts = [failed + causesText(failures), ofCells, rateText(ran / seconds), duration(seconds)];
  const shorter = [
    line(`${counted} replications`, parts),
    line(`${counted} replications`, parts.slice(0, 3)),
    line(counted, parts.slice(0, 3)),
    ...fewerCauses(failures).map((causes) => line(counted, [failed + causes, ofCells])),
    ...fewerCauses(failures).map((causes) => line(counted, [failed + causes])),
    line(counted, [failed]),
  ];
  return shorter.find((line) => line.length <= columns) ?? shorter.at(-1) ?? "";
}

/** The most frequent first; those after the first `shown` together. */
function causesText({ causes }: Readonly<FailureCounts>, shown = causes.size): string {
  if (causes.size === 0) return "";
  const sorted = [...causes].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  const texts = sorted.slice(0, shown).map(([cause, count]) => `${count} ${cause}`);
  const others = sorted.slice(shown).reduce((sum, [, count]) => sum + count, 0);
  return ` (${[...texts, ...(others === 0 ? [] : [`${others} other`])].join(", ")})`;
}

/** All causes, all but one, and so on to the most frequent. */
function fewerCauses(failures: Readonly<FailureCounts>): string[] {
  const { size } = failures.causes;
  if (size === 0) return [""];
  return Array.from({ length: size }, (_, left) => causesText(failures, size - left));
}

/** Two digits, each second or, where that is little, each minute. */
function rateText(perSecond: number): string {
  if (!(perSecond > 0 && Number.isFinite(perSecond))) return "";
  const text = (rate: number) =>
    rate >= 10 ? String(Math.round(rate)) : String(Number(rate.toPrecision(2)));
  return perSecond >= 0.1 ? `${text(perSecond)}/s` : `${text(60 * perSecond)}/min`;
}

function leftText({ done, total, atMost, ran, seconds }: StudyProgress): string {
  if (done >= total) return "0s left";
  const left = ran === 0 ? "…" : duration(((total - done) * seconds) / ran);
  return `${atMost ? "at most " : ""}${left} left`;
}
