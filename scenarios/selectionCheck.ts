/** Columns of one equation. */
export interface EquationColumns {
  /** Numeric columns of the panel. */
  readonly numeric: readonly string[];
  /** Columns entered as treatment-contrast dummies. */
  readonly factors: readonly string[];
}

/**
 * A paper's check that spells are seen only of firms that started: starting and the length of the spell in one likelihood
 * (Boehmke, Morey & Shannon 2006).
 */
export interface SelectionCheckSpecification {
  readonly name: string;
  readonly source: string;
  /** The published model of durations that it checks. */
  readonly of: { readonly table: string; readonly model: string };
  /** What the paper says came out. */
  readonly said: string;
  /** Who starts: the pair as it stood when the panel opened. */
  readonly selection: EquationColumns;
  /** How long it lasts: the spell in its first year at risk. */
  readonly duration: EquationColumns;
}
