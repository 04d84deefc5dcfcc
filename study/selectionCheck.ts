import { fitSelectionDuration, type SelectionDurationFit } from "../estimators/index.ts";
import { gatherRows } from "../panel/gatherRows.ts";
import { spellRows } from "../panel/spells.ts";
import { column, numericValues, type Table } from "../panel/table.ts";
import type { SelectionCheckSpecification } from "../scenarios/index.ts";
import { modelMatrix } from "./modelColumns.ts";

/** Columns of the two equations. */
export type SelectionCheck = Pick<SelectionCheckSpecification, "selection" | "duration">;

/**
 * Who starts, and how long who started stays, in one likelihood (`fitSelectionDuration`). A row is a pair that was not active
 * when the panel opened. It is selected if a spell of it began in a recorded year but the last, so that at least a
 * year at risk was seen; its first such spell counts, in years of survey, right-censored where it runs at the end or the firm
 * leaves the panel. Columns of the selection are those of the pair's first row, columns of the duration those of
 * the spell's first year at risk.
 *
 * @param panel recorded, as surveyed.
 * @throws InvalidTable when the panel lacks a column.
 */
export function fitSelectionCheck(
  panel: Table,
  { selection, duration }: SelectionCheck,
  dependence: "fgm" | "gaussian" = "fgm",
): SelectionDurationFit {
  const pairs = selectablePairs(panel);
  const started = firstSpells(panel);
  const first = Int32Array.from(pairs, ({ row }) => row);
  const spells = pairs.map(({ pair }) => started.get(pair));
  const durationRows = Int32Array.from(spells, (spell, at) => spell?.panelRow ?? first[at] ?? 0);
  return fitSelectionDuration(
    modelMatrix(gatherRows(panel, first), selection, true),
    Uint8Array.from(spells, (spell) => (spell === undefined ? 0 : 1)),
    modelMatrix(gatherRows(panel, durationRows), duration, true),
    Float64Array.from(spells, (spell) => spell?.years ?? Number.NaN),
    Uint8Array.from(spells, (spell) => spell?.event ?? 0),
    { dependence, tests: false },
  );
}

/** Pairs that were not active in the first recorded year, with their first rows. */
function selectablePairs(panel: Table): { pair: number; row: number }[] {
  const pair = numericValues(column(panel, "pair"));
  const initial = numericValues(column(panel, "yInitial"));
  const found: { pair: number; row: number }[] = [];
  for (let row = 0; row < panel.rows; row++) {
    const of = pair[row] ?? 0;
    if (initial[row] === 0 && (row === 0 || of !== pair[row - 1])) found.push({ pair: of, row });
  }
  return found;
}

interface ObservedSpell {
  readonly panelRow: number;
  years: number;
  event: number;
}

/** Of each pair the first spell that was seen from its start. */
function firstSpells(panel: Table): Map<number, ObservedSpell> {
  const rows = spellRows(
    panel,
    { unit: "pair", period: "year", status: "active", statusBefore: "yLag", elapsed: "tenure" },
    "yearly",
  );
  const of = (name: string) => numericValues(column(rows, name));
  const [pair, spell, start, stop] = [of("pair"), of("spell"), of("start"), of("stop")];
  const [event, late, panelRow] = [of("event"), of("leftTruncated"), of("panelRow")];
  const found = new Map<number, ObservedSpell & { spell: number }>();
  for (let row = 0; row < rows.rows; row++) {
    if (late[row] === 1) continue;
    const known = found.get(pair[row] ?? 0);
    const years = stop[row] ?? Number.NaN;
    if (known === undefined && start[row] === 0) {
      found.set(pair[row] ?? 0, {
        panelRow: panelRow[row] ?? 0,
        spell: spell[row] ?? 0,
        years,
        event: event[row] ?? 0,
      });
    } else if (known !== undefined && known.spell === spell[row]) {
      known.years = years;
      known.event = event[row] ?? 0;
    }
  }
  return found;
}
