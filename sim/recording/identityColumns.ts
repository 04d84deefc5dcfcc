import { partOfCountry } from "../geography/province.ts";
import { firmNumber } from "../mechanisms/births.ts";
import { column, labels, lasting, note, type PanelColumn } from "./column.ts";

const table2 = "Canello (2022) Table 2";
const simulator = "simulator";

/** Who, where and when. */
export const identityColumns: readonly PanelColumn[] = [
  lasting(
    "pair",
    "integer",
    "pair",
    ({ world }) =>
      Int32Array.from(world.pairs.active, (_, pair) => {
        const place = Math.floor(pair / world.destinations);
        return (firmNumber(world, place) - 1) * world.destinations + (pair % world.destinations) + 1;
      }),
    note("Firm × destination, the unit of the random effect", "identifier", simulator, null),
  ),
  lasting(
    "firm",
    "integer",
    "firm",
    ({ world }) => Int32Array.from(world.firms.alive, (_, place) => firmNumber(world, place)),
    note("Firm", "identifier", simulator, null),
  ),
  labels(
    "destination",
    "destination",
    ({ world }) => world.destinationNames.map((_, at) => at),
    (world) => world.destinationNames,
    note("Destination", "label", table2, null),
  ),
  labels(
    "province",
    "province",
    ({ world }) => world.provinces.map((_, at) => at),
    (world) => world.provinces.map(({ code }) => code),
    note("Province, plate code; NA is Napoli, not a missing value", "label", "ISTAT", null),
  ),
  labels(
    "region",
    "province",
    ({ world }) => codesOf(world.provinces.map(({ region }) => region)),
    (world) => distinct(world.provinces.map(({ region }) => region)),
    note("Region", "label", "ISTAT", null),
  ),
  labels(
    "partOfCountry",
    "province",
    ({ world }) => codesOf(world.provinces.map(partOfCountry)),
    (world) => distinct(world.provinces.map(partOfCountry)),
    note("Macro-area, South and Islands together", "label", "ISTAT", null),
  ),
  labels(
    "industry",
    "industry",
    ({ world }) => world.industryNames.map((_, at) => at),
    (world) => world.industryNames,
    note("Industry", "label", table2, null),
  ),
  column("year", "integer", "year", ({ year }) => [year], note("Year t", "calendar year", table2, 0)),
];

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

function codesOf(names: readonly string[]): number[] {
  const levels = distinct(names);
  return names.map((name) => levels.indexOf(name));
}
