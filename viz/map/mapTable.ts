import { classText } from "./legend.ts";
import { type MapMarks, markNames } from "./marks.ts";
import { classOf, type MapScale } from "./scale.ts";
import type { MapWords } from "./words.ts";

export interface MapTable {
  /** Heads of the columns, in the order of the cells. */
  readonly columns: readonly string[];
  readonly rows: readonly MapTableRow[];
}

export interface MapTableRow {
  readonly code: string;
  /** The number itself, for a file; null where there is none. */
  readonly value: number | null;
  /** Code, province, region, value, class and marks, as written on the page. */
  readonly cells: readonly string[];
}

/** A map as a table: one row a province, in the order of `provinces`. */
export function mapTable(map: {
  readonly provinces: readonly { readonly code: string; readonly name: string; readonly region: string }[];
  readonly values: ReadonlyMap<string, number | null>;
  readonly scale: MapScale;
  readonly marks?: MapMarks | undefined;
  /** Writes a value and a limit of a class. */
  readonly format: (value: number) => string;
  readonly words: MapWords;
}): MapTable {
  const { scale, words, format, marks } = map;
  const { code, name, region, value, level, marks: marked } = words.columns;
  return {
    columns: [code, name, region, value, level, marked],
    rows: map.provinces.map((province) => {
      const known = map.values.get(province.code);
      const shown = known === undefined || known === null || Number.isNaN(known) ? null : known;
      return {
        code: province.code,
        value: shown,
        cells: [
          province.code,
          province.name,
          province.region,
          shown === null ? words.noValue : format(shown),
          classText(scale, classOf(scale, shown), words, format),
          markNames(marks, province.code, words).join(", "),
        ],
      };
    }),
  };
}
