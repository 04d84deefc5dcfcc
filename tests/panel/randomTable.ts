import fc from "fast-check";
import { MISSING_CODE, type Table } from "../../panel/table.ts";
import { type NamedValues, tableFromColumns } from "../../panel/tableFromColumns.ts";

const awkwardLabels = [
  "NA",
  "",
  " ",
  " x ",
  "ü",
  "Forlì-Cesena",
  '"',
  '""',
  "a,b",
  "a;b",
  "\n",
  "\r\n",
  "\r",
  "\t",
  "|",
  "#",
  "-0",
  "1e5",
  "TRUE",
  "007",
  "__proto__",
  "constructor",
];
const awkwardNumbers = [
  0,
  -0,
  Number.NaN,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  1e308,
  -Number.MAX_VALUE,
  Infinity,
  -Infinity,
  1e21,
  123456789012345680000,
  0.1 + 0.2,
  2 ** 53,
  2 ** 31,
];

const label = fc.oneof(fc.constantFrom(...awkwardLabels), fc.string({ unit: "grapheme" }));
const number = fc.oneof(fc.constantFrom(...awkwardNumbers), fc.double());
const integer = fc.oneof(fc.constantFrom(0, 1, -(2 ** 31), 2 ** 31 - 1), fc.integer());
const lag = fc.option(fc.integer({ min: -3, max: 10 }));
const note = fc.record({ meaning: label, unit: label, source: label, lag }, { noNullPrototype: true });

function values(rows: number): fc.Arbitrary<Omit<NamedValues, "name" | "note">> {
  const cells = <Cell>(cell: fc.Arbitrary<Cell>) => fc.array(cell, { minLength: rows, maxLength: rows });
  const category = fc.uniqueArray(label, { minLength: 1, maxLength: 8 }).chain((levels) =>
    cells(fc.oneof(fc.nat({ max: levels.length - 1 }), fc.constant(MISSING_CODE))).map((codes) => ({
      values: Uint16Array.from(codes),
      levels,
    })),
  );
  return fc.oneof(
    cells(number).map((list) => ({ values: Float64Array.from(list) })),
    cells(integer).map((list) => ({ values: Int32Array.from(list) })),
    cells(fc.nat({ max: 1 })).map((list) => ({ values: Uint8Array.from(list) })),
    category,
  );
}

/** Tables of 1 to 6 columns with the names, labels and numbers that break readers. */
export const randomTable: fc.Arbitrary<Table> = fc
  .tuple(
    fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 40 })),
    fc.uniqueArray(
      label.filter((name) => name !== ""),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .chain(([rows, names]) =>
    fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), values(rows), fc.option(note)))),
  )
  .map((columns) =>
    tableFromColumns(
      columns.map(([name, cells, about]) => ({ name, ...cells, ...(about === null ? {} : { note: about }) })),
    ),
  );
