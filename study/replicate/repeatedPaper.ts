import type { Family, PublishedOddity } from "../../scenarios/index.ts";
import type { RepeatedSelection } from "./repeatedSelection.ts";
import type { ReplicatedDescriptives } from "./replicatedDescriptives.ts";
import type { ReplicatedModel } from "./replicatedModel.ts";

/** A paper's tables beside their repetition in one simulated history. */
export interface RepeatedPaper {
  readonly kind: "regressions";
  readonly paper: string;
  readonly reference: string;
  readonly scenario: string;
  /** Firms simulated, as a share of the family's. */
  readonly scale: number;
  readonly firms: number;
  readonly seed: string;
  readonly descriptives: ReplicatedDescriptives | null;
  readonly models: readonly ReplicatedModel[];
  /** Null where the paper has no such check, or it was not asked for. */
  readonly selection: RepeatedSelection | null;
  /** Notes on the tables that marked cells refer to. */
  readonly notes: readonly { readonly table: string; readonly id: string; readonly text: string }[];
}

/** The notes that marked cells refer to, in the paper's order. */
export function notesOfCells(family: Family, oddities: readonly PublishedOddity[]): RepeatedPaper["notes"] {
  const marked = new Set(oddities.map(({ table, note }) => `${table} ${note}`));
  return family
    .published()
    .flatMap(({ id: table, notes }) =>
      notes
        .filter(({ id }) => marked.has(`${table} ${id}`))
        .map(({ id, what, evidence, handling }) => ({ table, id, text: `${what} ${evidence} ${handling}` })),
    );
}
