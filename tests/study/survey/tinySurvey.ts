import { encodeLabels } from "../../../panel/encodeLabels.ts";
import type { Table } from "../../../panel/table.ts";
import { tableFromColumns } from "../../../panel/tableFromColumns.ts";
import type { Family, SurveyItem } from "../../../scenarios/index.ts";

const NONE = Number.NaN;

/** Six firms: four at home, two abroad; the fourth and the sixth buy nothing and are not asked about suppliers. */
export const tiny: Table = tableFromColumns([
  encodeLabels("group", ["domestic", "domestic", "domestic", "domestic", "offshoring", "offshoring"]),
  { name: "suppliers", values: Float64Array.of(10, 20, 30, NONE, 50, NONE) },
  encodeLabels(
    "turnoverClass",
    ["small", "small", "large", "small", "large", "large"],
    ["small", "large", "huge"],
  ),
  { name: "ownBrands", values: Float64Array.of(0, 1, 0, 1, 1, 1) },
  { name: "emerging", values: Float64Array.of(NONE, NONE, NONE, NONE, 1, 0) },
  encodeLabels("stage", [null, null, null, null, "done", null]),
]);

/** The same with a fifth supplier more at every firm that has some. */
export const grown: Table = tableFromColumns([
  ...[...tiny.columns].map(([name, column]) =>
    column.kind === "category"
      ? { name, values: column.codes, levels: column.levels }
      : {
          name,
          values:
            name === "suppliers" ? Float64Array.from(column.values, (value) => 1.2 * value) : column.values,
        },
  ),
]);

const items: readonly SurveyItem[] = [
  { table: "tiny", row: "suppliers", of: { mean: "suppliers" }, test: "t" },
  {
    table: "tiny",
    row: "small",
    of: { share: [{ column: "turnoverClass", is: ["small"] }] },
    test: { categories: "turnoverClass" },
  },
  {
    table: "tiny",
    row: "large",
    of: { share: [{ column: "turnoverClass", is: ["large"] }] },
    test: { categories: "turnoverClass" },
  },
  { table: "tiny", row: "unseen", of: { notSimulated: "nobody knows" } },
];

/** A paper that printed four rows of it, one of them misprinted. */
export const family: Family = {
  name: "tiny",
  reference: "Nobody (2017)",
  presets: [],
  specifications: [],
  publishedVariables: {},
  survey: {
    items,
    measures: {
      abroad: { quantity: { share: [{ column: "group", is: ["offshoring"] }] } },
      gap: {
        quantity: { mean: "suppliers", among: [{ column: "group", is: ["offshoring"] }] },
        less: { mean: "suppliers", among: [{ column: "group", is: ["domestic"] }] },
      },
    },
  },
  publishedOddities: [{ table: "tiny", note: "n1", what: "estimate", models: ["all"], variable: "large" }],
  published: () => [
    {
      schemaVersion: 1,
      id: "tiny",
      kind: "survey",
      source: {
        key: "nobody2017",
        authors: ["Nobody"],
        year: 2017,
        title: "A paper of six firms",
        outlet: null,
        doi: null,
        status: "invented",
        table: "Table 1",
      },
      about: "Six firms.",
      unitOfObservation: "firm",
      sample: { domestic: 40, offshoring: 20, all: 60 },
      columns: ["domestic", "offshoring", "all"],
      variables: ["suppliers", "small", "large", "unseen"].map((name) => ({
        name,
        label: name,
        unit: "count",
      })),
      rows: [
        { name: "suppliers", values: [20, null, 30], sig: "***" },
        {
          name: "small",
          domestic: { count: 30, percent: 75 },
          offshoring: { count: 1, percent: 5 },
          all: { count: 31, percent: 51.7 },
          sig: "**",
        },
        {
          name: "large",
          domestic: { count: 10, percent: 25 },
          offshoring: { count: 19, percent: 95 },
          all: { count: 92, percent: 48.3 },
          sig: "**",
        },
        { name: "unseen", domestic: { count: 4 }, offshoring: { count: 2 }, all: { count: 6 } },
      ],
      notes: [{ id: "n1", what: "92 is a misprint.", evidence: "10 + 19 = 29.", handling: "Use 29." }],
    },
  ],
};
