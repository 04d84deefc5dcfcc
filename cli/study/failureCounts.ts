/** Replications that failed: those in which some method gave no estimate. */
export interface FailureCounts {
  failed: number;
  /** How many have each cause; one whose methods failed for different causes counts under each. */
  readonly causes: Map<string, number>;
}

export function noFailures(): FailureCounts {
  return { failed: 0, causes: new Map() };
}

/** @param rows of one replication. */
export function countFailures(counts: FailureCounts, rows: readonly { readonly status: string }[]): void {
  const causes = new Set(rows.map(({ status }) => status));
  causes.delete("ok");
  if (causes.size > 0) counts.failed++;
  for (const cause of causes) counts.causes.set(cause, (counts.causes.get(cause) ?? 0) + 1);
}
