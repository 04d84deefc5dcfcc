import { InvalidInput } from "../../scenarios/index.ts";
import type { ResolvedDesign } from "../../study/cells.ts";
import type { LogIndex } from "../../study/log/logIndex.ts";
import type { ReplicationKey } from "../../study/replicationKeys.ts";
import type { RowSource } from "../../study/rowSource.ts";
import { type UntilRounds, untilRounds } from "../../study/until/untilRounds.ts";
import type { NextRound } from "./replications.ts";

/** The rounds of a study that stops by a rule; null for one of a fixed number of replications. */
export function roundsOf(design: ResolvedDesign): UntilRounds | null {
  const { until } = design.design;
  return until === undefined ? null : untilRounds(design, until);
}

/**
 * Runs what is missing of each round, and looks at the end of it.
 *
 * @param rows all that is kept so far, to be closed after the look where it can be.
 * @param index what was there before; what is kept on the way belongs to rounds that are done.
 */
export function roundsWithLooks(
  { design }: ResolvedDesign,
  rounds: UntilRounds,
  rows: () => RowSource & { close?(): void },
  index?: LogIndex,
): NextRound {
  const began = performance.now();
  const hours = design.until?.hours ?? Number.POSITIVE_INFINITY;
  let begun = false;
  return () => {
    if (begun) look();
    begun = true;
    for (;;) {
      const round = rounds.round();
      if (round === null) return null;
      const missing = index === undefined ? round : [...missingOf(round, index)];
      if (missing.length > 0) return missing;
      look();
    }
  };

  function look(): void {
    const source = rows();
    try {
      for (const { cell, replications, stop } of rounds.look(
        source,
        performance.now() - began >= hours * 3_600_000,
      )) {
        if (stop !== null) process.stderr.write(`${cell}: ${replications} replications, ${STOPPED[stop]}\n`);
      }
    } finally {
      source.close?.();
    }
  }
}

const STOPPED = {
  mcse: "every error at or below its target",
  replications: "the most the design allows",
  hours: "time is up",
} as const;

export function* missingOf(
  keys: Iterable<ReplicationKey>,
  index: LogIndex,
): Generator<ReplicationKey, void, undefined> {
  for (const key of keys) if (!index.has(key.cell, key.replication)) yield key;
}

/** @throws InvalidInput for a study whose end is not known beforehand. */
export function refuseUntilInShards({ design }: ResolvedDesign, path: string): void {
  if (design.until === undefined) return;
  throw new InvalidInput({
    path: `${path}: until`,
    found: "a rule that looks at all replications of a cell on the way",
    expected:
      "a fixed number of replications in a study that is dealt out in shards; or bandwagon study run DESIGN --out DIR in one process",
  });
}
