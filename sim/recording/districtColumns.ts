import type { RegisterFirms } from "../firms/registerFirms.ts";
import { considerations } from "../mechanisms/consideration.ts";
import { hasReviews } from "../mechanisms/moverStayer.ts";
import { offshoringEffects, type Portfolio, portfolioOf, setUps } from "../mechanisms/supplierPortfolio.ts";
import type { World } from "../world.ts";
import { lasting, type Note, note, outcome, type PanelColumn, type YearView } from "./column.ts";

const table1 = "Bettiol et al. (2017) Table 1";
const table2 = "Bettiol et al. (2017) Table 2";
const table3 = "Bettiol et al. (2017) Table 3";
const table4 = "Bettiol et al. (2017) Table 4";

/** What a register knows of its firms; only where firms are register firms. */
const registerColumns = [
  ofRegister("foundingYear", "integer", "Year of foundation", "calendar year", table2),
  ofRegister("consumerGoods", "indicator", "Finished consumer products", "0/1", table1),
  ofRegister("research", "indicator", "R&D department", "0/1", table2),
  ofRegister("marketing", "indicator", "Marketing department", "0/1", table2),
  ofRegister("ownBrands", "indicator", "Own brands", "0/1", table2),
].map((each) => ({
  ...each,
  recordedIf: (scenario: World["scenario"]) => scenario.firmPopulation === "register",
}));

/** Where suppliers are and what became of the set-up abroad; only where firms have supplier portfolios (C1). */
const portfolioColumns = [
  ofFirm(
    "outsources",
    "indicator",
    (world) => portfoliosOf(world).outsources,
    "Outsources at least some work",
    "0/1",
    table3,
  ),
  ofPortfolio(
    "suppliersDistrictPct",
    (portfolio) => 100 * portfolio.district,
    "Suppliers in the district",
    "percent",
  ),
  ofPortfolio(
    "suppliersRegionPct",
    (portfolio) => 100 * portfolio.region,
    "Suppliers in the region",
    "percent",
  ),
  ofPortfolio(
    "suppliersItalyPct",
    (portfolio) => 100 * portfolio.italy,
    "Suppliers elsewhere in Italy",
    "percent",
  ),
  ofPortfolio("suppliersAbroadPct", (portfolio) => 100 * portfolio.abroad, "Suppliers abroad", "percent"),
  ofPortfolio("suppliers", (portfolio) => portfolio.suppliers, "Suppliers at home and abroad", "count"),
  ofPortfolio(
    "outsourcedActivitiesPct",
    (portfolio) => portfolio.outsourcedActivities,
    "Activities outsourced at home and abroad",
    "percent",
  ),
  {
    ...ofFirm(
      "offshoringEffect",
      "category",
      (world) => portfoliosOf(world).effect,
      "What the firm's last set-up abroad did to its work at home; none for firms that never had one",
      "label",
      table4,
    ),
    levels: () => offshoringEffects,
  },
  ofFirm(
    "firstStartYear",
    "integer",
    (world) => portfoliosOf(world).startYear,
    "Year of the firm's first start abroad, also before the recorded years; 0 for none",
    "calendar year",
    table4,
  ),
  {
    ...ofFirm(
      "setUp",
      "category",
      (world) => portfoliosOf(world).setUp,
      "Last change of the set-up since the firm last started from home: extended (a further destination, more volume) or reduced (less of either, or a move)",
      "label",
      "Bettiol et al. (2017), text",
    ),
    levels: () => setUps,
  },
  ofFirm(
    "partialReturnYear",
    "integer",
    (world) => portfoliosOf(world).returnYear,
    "Last recorded year in which the firm brought work home and stayed abroad with the rest; 0 for none",
    "calendar year",
    table4,
  ),
].map((each) => ({
  ...each,
  recordedIf: (scenario: World["scenario"]) => scenario.supplierPortfolio === "drawn",
}));

/** Firms and suppliers of industrial districts. */
export const districtColumns: readonly PanelColumn[] = [
  ...registerColumns,
  ...portfolioColumns,
  {
    ...outcome(
      "considers",
      "category",
      ({ world }) => reviewsOf(world).considers,
      note(
        "Whether the firm considers to bring its work home or to move it nearer, which decides nothing; only where set-ups are reviewed now and then (C3)",
        "label",
        table4,
        0,
      ),
    ),
    levels: () => considerations,
    recordedIf: hasReviews,
  },
];

function ofRegister(
  name: keyof RegisterFirms,
  type: "integer" | "indicator",
  meaning: string,
  unit: string,
  source: string,
): PanelColumn {
  return lasting(
    name,
    type,
    "firm",
    ({ world }) => registerOf(world)[name],
    note(meaning, unit, source, null),
  );
}

function ofFirm(
  name: string,
  type: PanelColumn["type"],
  values: (world: World) => ArrayLike<number>,
  meaning: string,
  unit: string,
  source: string,
): PanelColumn {
  const about: Note = note(meaning, unit, source, 0);
  return { ...outcome(name, type, ({ world }) => values(world), about), level: "firm" };
}

function ofPortfolio(
  name: string,
  value: (portfolio: Portfolio) => number,
  meaning: string,
  unit: string,
): PanelColumn {
  const values = (world: World) =>
    Float64Array.from({ length: world.firms.count }, (_, firm) =>
      value(portfolioOf(world, portfoliosOf(world), firm)),
    );
  return ofFirm(name, "number", values, meaning, unit, table3);
}

// The columns are recorded only in worlds that have the state; `recordedIf` sees to that.
function registerOf({ register }: World): RegisterFirms {
  if (register === null) throw new RangeError("a world of micro firms has no register to record");
  return register;
}

function portfoliosOf({ portfolios }: YearView["world"]): NonNullable<World["portfolios"]> {
  if (portfolios === null) throw new RangeError("a world without supplier portfolios has none to record");
  return portfolios;
}

function reviewsOf({ reviews }: World): NonNullable<World["reviews"]> {
  if (reviews === null) throw new RangeError("a world without reviews has none to record");
  return reviews;
}
