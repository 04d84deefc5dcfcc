import type { RecordedColumn } from "../run.ts";
import type { World } from "../world.ts";
import type { YearView } from "./column.ts";
import { columnsOf } from "./panelColumns.ts";

/**
 * What never changes is written once for all years; where a firm is born it is written again, for its place and from its first
 * year on. Province and industry stay those of the place.
 */
export function recordNewFirms(view: YearView): void {
  const { births, recording, scenario, destinations } = view.world;
  if (births === null || births.born.length === 0) return;
  const from = view.year - scenario.firstYear - 1;
  columnsOf(view.world).forEach(({ taken, level, values }, at) => {
    if (taken !== "once" || (level !== "pair" && level !== "firm")) return;
    const now = values(view);
    const out = recording.values[at];
    for (const place of births.born) {
      for (let pair = place * destinations; pair < (place + 1) * destinations; pair++) {
        const row = pair * recording.years;
        out.fill(now[level === "pair" ? pair : place], row + from, row + recording.years);
      }
    }
  });
}

/**
 * Rows in the order firm, destination, year, where places have had several firms: all first ones, then all second ones, and so on.
 * null where no firm was born.
 */
export function rowsByFirm({ births, firms, destinations, recording }: World): Int32Array | null {
  if (births === null || births.recorded.every((generation) => generation === 0)) return null;
  const { years } = recording;
  const rows = new Int32Array(recording.present.length);
  const last = births.recorded.reduce((most, generation) => Math.max(most, generation), 0);
  let count = 0;
  for (let generation = 0; generation <= last; generation++) {
    for (let place = 0; place < firms.count; place++) {
      for (let pair = place * destinations; pair < (place + 1) * destinations; pair++) {
        for (let year = 0; year < years; year++)
          if (births.recorded[place * years + year] === generation) rows[count++] = pair * years + year;
      }
    }
  }
  return rows;
}

export function inOrder<Values extends RecordedColumn["values"]>(
  values: Values,
  rows: Int32Array | null,
): Values {
  if (rows === null) return values;
  // A copy of the same kind, filled anew.
  const ordered = values.slice() as Values;
  for (let row = 0; row < rows.length; row++) ordered[row] = values[rows[row]];
  return ordered;
}
