import { column, lasting, note, type PanelColumn } from "./column.ts";

const table2 = "Canello (2022) Table 2";
const table3 = "Canello (2022) Table 3";

/** Characteristics of firm and province, as they stood at the end of t − 1. */
export const characteristicColumns: readonly PanelColumn[] = [
  lasting(
    "size",
    "number",
    "firm",
    ({ world }) => world.firms.size,
    note("Firm size", "employees", table2, 1),
  ),
  column(
    "labourProductivity",
    "number",
    "firm",
    ({ world }) => world.firms.labourProductivity,
    note("Value added per employee", "EUR thousand", table2, 1),
  ),
  lasting(
    "supplier",
    "indicator",
    "firm",
    ({ world }) => world.firms.supplier,
    note("Works as a supplier (subcontractor)", "0/1", table2, 1),
  ),
  lasting(
    "financialConstraints",
    "indicator",
    "firm",
    ({ world }) => world.firms.financialConstraints,
    note("HAS access to credit (the published name says the opposite)", "0/1", table2, 1),
  ),
  lasting(
    "capitalIntensiveTechnology",
    "indicator",
    "firm",
    ({ world }) => world.firms.capitalIntensiveTechnology,
    note("Capital-intensive technology", "0/1", table2, 1),
  ),
  column(
    "exportingExperience",
    "number",
    "firm",
    ({ world }) => world.firms.exportingExperience,
    note("Years of exporting", "years", table2, 1),
  ),
  lasting(
    "domesticOutsourcingExperience",
    "number",
    "firm",
    ({ world }) => world.firms.domesticOutsourcingExperience,
    note("Relative cost of domestic outsourcing", "mean 1", table2, 1),
  ),
  lasting(
    "mainClientRevenueShare",
    "number",
    "firm",
    ({ world }) => world.firms.mainClientRevenueShare,
    note("Main client's share of revenue", "percent", table3, 1),
  ),
  lasting(
    "government",
    "number",
    "province",
    ({ world }) => world.provinceCharacteristics.government,
    note("Local government effectiveness (synthetic)", "index", table2, 1),
  ),
  lasting(
    "corruption",
    "number",
    "province",
    ({ world }) => world.provinceCharacteristics.corruption,
    note("Corruption index (synthetic)", "index", table2, 1),
  ),
  lasting(
    "infrastructureQuality",
    "number",
    "province",
    ({ world }) => world.provinceCharacteristics.infrastructureQuality,
    note("Infrastructure (synthetic)", "index", table2, 1),
  ),
  lasting(
    "averageEmployeeWages",
    "number",
    "province",
    ({ world }) => world.provinceCharacteristics.averageEmployeeWages,
    note("Average wage (synthetic)", "EUR thousand", table2, 1),
  ),
  lasting(
    "population",
    "number",
    "province",
    ({ world }) => world.provinceCharacteristics.population,
    note("Population (synthetic)", "100,000 inhabitants", table2, 1),
  ),
  lasting(
    "migrantFirmShare",
    "number",
    "cell",
    ({ world }) => world.provinceCharacteristics.migrantFirmShare,
    note("Migrant-owned firms among those of province and industry (synthetic)", "percent", table2, 1),
  ),
];
