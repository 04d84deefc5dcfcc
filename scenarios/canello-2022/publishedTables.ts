import { type DescriptiveLayout, type PublishedVariable, publishedTables } from "../published.ts";
import table1 from "./published/table1.json" with { type: "json" };
import table2 from "./published/table2.json" with { type: "json" };
import table3 from "./published/table3.json" with { type: "json" };
import table4 from "./published/table4.json" with { type: "json" };

/** Tables 1 to 4 of Canello (2022). */
export const published = publishedTables([table1, table2, table3, table4]);

const named = (prefix: string, models: readonly string[]) =>
  Object.fromEntries(models.map((model) => [model, `canello-2022/${prefix}${model}`]));

export const publishedModels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "canello2022-table2": named("", ["A", "B", "C"]),
  "canello2022-table3": named("cox-", ["I", "II", "III", "IV"]),
  "canello2022-table4": named("", ["D", "E", "F", "G", "H", "I"]),
};

export const publishedDescriptives: Readonly<Record<string, DescriptiveLayout>> = {
  "canello2022-table1": { kind: "stocksByYear" },
};

/** Variables of Tables 2 to 4 that are not columns of the panel under their own names and in their own units. */
export const publishedVariables: Readonly<Record<string, Readonly<Record<string, PublishedVariable>>>> = {
  "canello2022-table3": {
    domesticOutsourcingCosts: { column: "domesticOutsourcingExperience" },
    exporterExperience: { column: "exportingExperience" },
    migrantFirmShare: { column: "migrantFirmShare", unit: 100 },
  },
};

/** Dummies of the year of observation in Tables 2 and 4, of the start in Table 3, are both called cohort. */
export const publishedDummies: Readonly<Record<string, readonly string[]>> = {
  industry: ["industry"],
  territorial: ["region"],
  domesticRegion: ["region"],
  cohort: ["year", "cohort"],
  industryByCohort: ["industry × year"],
  destination: ["destination"],
  province: ["province"],
};
