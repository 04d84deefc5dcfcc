import { ANYWHERE } from "./statuses.ts";
import type { WorldTrack } from "./worldTrack.ts";
import { sum } from "./worldYear.ts";

/** Where two worlds differ at the end of a year. Counts are firms, by province and in all. */
export interface Difference {
  /** Active somewhere they would not be without imitation, or the reverse. */
  readonly flipped: Int32Array;
  /** Abroad, but at home without imitation. */
  readonly onlyWith: Int32Array;
  /** At home, but abroad without imitation. */
  readonly onlyWithout: Int32Array;
  readonly total: {
    readonly flipped: number;
    readonly onlyWith: number;
    readonly onlyWithout: number;
    /** Firm × destination. */
    readonly flippedPairs: number;
    /** Firms flipped in this year or one before it, and those of them flipped in a recorded year (`Counterfactual.flippedFirms`). */
    readonly everFlipped: number;
    readonly everFlippedRecorded: number;
  };
}

/** Bits of `everFlipped`. */
const ANY_YEAR = 1;
const RECORDED_YEAR = 2;

/**
 * @param everFlipped by firm, of the years before: bit 0 for any year, bit 1 for a recorded one; the flips of this year are added.
 * @param recorded whether the panel has rows for the year.
 */
export function differenceOf(
  factual: WorldTrack,
  beside: WorldTrack,
  everFlipped: Uint8Array,
  year: number,
  recorded: boolean,
): Difference {
  const flips = recorded ? ANY_YEAR | RECORDED_YEAR : ANY_YEAR;
  const { firms, bytes } = factual.statuses;
  const other = beside.statuses.bytes;
  const { province } = factual.world.firms;
  const count = factual.world.provinces.length;
  const flipped = new Int32Array(count);
  const onlyWith = new Int32Array(count);
  const onlyWithout = new Int32Array(count);
  let flippedPairs = 0;
  for (let firm = 0, at = year * firms; firm < firms; firm++, at++) {
    let differing = (bytes[at] ^ other[at]) & ANYWHERE;
    if (differing === 0) continue;
    everFlipped[firm] |= flips;
    flipped[province[firm]] += 1;
    if ((other[at] & ANYWHERE) === 0) onlyWith[province[firm]] += 1;
    if ((bytes[at] & ANYWHERE) === 0) onlyWithout[province[firm]] += 1;
    for (; differing !== 0; differing >>= 1) flippedPairs += differing & 1;
  }
  return {
    flipped,
    onlyWith,
    onlyWithout,
    total: {
      flipped: sum(flipped),
      onlyWith: sum(onlyWith),
      onlyWithout: sum(onlyWithout),
      flippedPairs,
      everFlipped: withBit(everFlipped, ANY_YEAR),
      everFlippedRecorded: withBit(everFlipped, RECORDED_YEAR),
    },
  };
}

function withBit(flags: Uint8Array, bit: number): number {
  let count = 0;
  for (let at = 0; at < flags.length; at++) if ((flags[at] & bit) !== 0) count += 1;
  return count;
}
