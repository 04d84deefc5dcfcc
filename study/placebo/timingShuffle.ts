import { log1p } from "../../numerics/elementary.ts";
import type { Table } from "../../panel/table.ts";
import { codesIn, crossed, type PeerRows, peerRows } from "./markets.ts";
import {
  groupsOf,
  type PermutationResult,
  permutationResult,
  permutedWithin,
  type Uniforms,
} from "./permutation.ts";

/** Firm and destination until the firm's first entry there. */
interface Pairs {
  /** Province × industry × destination. */
  readonly market: Int32Array;
  /** What the risk sets are of, besides the year. */
  readonly pool: Int32Array;
  /** Years from 0 in which the pair is in the panel. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Year of the first entry; −1 where there was none. */
  readonly entry: Int32Array;
  /** 1 where the pair was active before the first row: a peer from the start, never at risk. */
  readonly initial: Uint8Array;
}

/**
 * The timing shuffle of Anagnostopoulos, Kumar & Mahdian (2008, KDD): who enters a destination is kept, the years in which
 * they do are permuted among those that enter. Where neighbours are merely alike, or a place merely good, *when* each enters
 * says nothing about when its neighbours do; where they imitate, entries follow entries.
 *
 * Their statistic is the coefficient a of log(1 + peers that entered before) in a logit of entering. Here it is the score
 * of that coefficient at 0, with the baseline of each risk set (year × pool) taken out, over its standard error under a = 0 (the
 * log-rank form): Z = Σ A (x − x̄) / √(Σ d (Σ n x² / n. − x̄²)), x = log(1 + peers), A entries of a market, n pairs at risk, d
 * entries and n. pairs of the risk set. Larger means that entries follow entries. Permuted among pairs of one pool that are in
 * the panel in the same years.
 *
 * @param within columns that make the pools; none for all that enter, as published; industry and destination keep what the
 * country does as a whole.
 * @throws InvalidTable when the panel lacks a column.
 */
export function timingShuffle(
  panel: Table,
  within: readonly string[],
  permutations: number,
  draw: Uniforms,
): PermutationResult {
  const rows = peerRows(panel, within);
  const pairs = pairsOf(rows);
  const pools = codesIn(pairs.pool);
  const markets = codesIn(pairs.market);
  const statistic = (entry: Int32Array) => scoreOf(pairs, entry, { markets, pools, years: rows.years });
  const observed = statistic(pairs.entry);
  const entered = [...pairs.entry.keys()].filter((pair) => (pairs.entry[pair] ?? -1) >= 0);
  const groups = groupsOf(
    entered.map((pair) => `${pairs.pool[pair]} ${pairs.first[pair]} ${pairs.last[pair]}`),
  ).map((members) => members.map((member) => entered[member] ?? 0));
  const permuted = Array.from({ length: permutations }, () =>
    statistic(permutedWithin(pairs.entry, groups, draw)),
  );
  return permutationResult(observed, permuted);
}

function pairsOf(rows: PeerRows): Pairs {
  const starts: number[] = [];
  for (let row = 0; row < rows.rows; row++) {
    if (row === 0 || rows.pair[row] !== rows.pair[row - 1]) starts.push(row);
  }
  const ends = starts.map((_, index) => (starts[index + 1] ?? rows.rows) - 1);
  const markets = crossed(rows.cell, rows.destination, codesIn(rows.destination));
  const at = (values: ArrayLike<number>, row: number) => values[row] ?? 0;
  const entryOf = (start: number, end: number) => {
    if (at(rows.activeBefore, start) === 1) return -1;
    for (let row = start; row <= end; row++) if (at(rows.active, row) === 1) return at(rows.year, row);
    return -1;
  };
  return {
    market: Int32Array.from(starts, (start) => at(markets, start)),
    pool: Int32Array.from(starts, (start) => at(rows.pool, start)),
    first: Int32Array.from(starts, (start) => at(rows.year, start)),
    last: Int32Array.from(ends, (end) => at(rows.year, end)),
    entry: Int32Array.from(starts, (start, index) => entryOf(start, ends[index] ?? start)),
    initial: Uint8Array.from(starts, (start) => at(rows.activeBefore, start)),
  };
}

/** The score over its standard error; NaN where no entry has peers that differ within its risk set. */
function scoreOf(
  { market, pool, first, last, initial }: Pairs,
  entry: Int32Array,
  { markets, pools, years }: { readonly markets: number; readonly pools: number; readonly years: number },
): number {
  // By market and year: pairs that come under risk less those that leave it, entries, and peers that are new.
  const change = new Float64Array(markets * (years + 1));
  const entries = new Float64Array(markets * years);
  const before = new Float64Array(markets);
  const poolOf = new Int32Array(markets);
  for (let pair = 0; pair < market.length; pair++) {
    const of = market[pair] ?? 0;
    poolOf[of] = pool[pair] ?? 0;
    if (initial[pair] === 1) {
      before[of] = (before[of] ?? 0) + 1;
      continue;
    }
    const year = entry[pair] ?? -1;
    const from = of * (years + 1) + (first[pair] ?? 0);
    const to = of * (years + 1) + (year < 0 ? (last[pair] ?? 0) : year) + 1;
    change[from] = (change[from] ?? 0) + 1;
    change[to] = (change[to] ?? 0) - 1;
    if (year >= 0) entries[of * years + year] = (entries[of * years + year] ?? 0) + 1;
  }
  const sets = pools * years;
  const atRisk = new Float64Array(sets);
  const entered = new Float64Array(sets);
  const sumX = new Float64Array(sets);
  const sumSquares = new Float64Array(sets);
  let score = 0;
  for (let of = 0; of < markets; of++) {
    let risk = 0;
    let peers = before[of] ?? 0;
    for (let year = 0; year < years; year++) {
      risk += change[of * (years + 1) + year] ?? 0;
      const now = entries[of * years + year] ?? 0;
      const x = log1p(peers);
      const set = (poolOf[of] ?? 0) * years + year;
      atRisk[set] = (atRisk[set] ?? 0) + risk;
      entered[set] = (entered[set] ?? 0) + now;
      sumX[set] = (sumX[set] ?? 0) + risk * x;
      sumSquares[set] = (sumSquares[set] ?? 0) + risk * x * x;
      score += now * x;
      peers += now;
    }
  }
  let variance = 0;
  for (let set = 0; set < sets; set++) {
    const risk = atRisk[set] ?? 0;
    if (risk === 0) continue;
    const mean = (sumX[set] ?? 0) / risk;
    score -= (entered[set] ?? 0) * mean;
    variance += (entered[set] ?? 0) * Math.max(0, (sumSquares[set] ?? 0) / risk - mean ** 2);
  }
  return variance > 0 ? score / Math.sqrt(variance) : Number.NaN;
}
