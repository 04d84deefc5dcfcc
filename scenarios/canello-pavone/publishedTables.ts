import { type DescriptiveLayout, type PublishedVariable, publishedTables } from "../published.ts";
import table1 from "./published/table1.json" with { type: "json" };
import table2 from "./published/table2.json" with { type: "json" };
import table3 from "./published/table3.json" with { type: "json" };

/** Tables 1 to 3 of Canello & Pavone (draft). */
export const published = publishedTables([table1, table2, table3]);

export const publishedModels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "canello-pavone-table2": { main: "canello-pavone/probit" },
  "canello-pavone-table3": { main: "canello-pavone/cox" },
};

export const publishedDescriptives: Readonly<Record<string, DescriptiveLayout>> = {
  "canello-pavone-table1": { kind: "profileByIndustry", years: { from: 2007, to: 2012 } },
};

/** Variables of Tables 2 and 3 that are not columns of the firm-level panel under their own names and in their own units. */
export const publishedVariables: Readonly<Record<string, Readonly<Record<string, PublishedVariable>>>> = {
  "canello-pavone-table2": {
    marketExtension: { notSimulated: "how far the firm's markets reach is not simulated" },
    valueAddedPerEmployee: { column: "labourProductivity" },
  },
  "canello-pavone-table3": {
    exportShare: { column: "atEntry(exportShare)" },
    wageCostPerEmployee: { notSimulated: "wages of single firms are not simulated" },
    migrantFirms: { notSimulated: "migrant firms are simulated as a share, not as a number" },
    mseOffshoreOutsourcingProvinceLag1: { column: "atEntry(mseOffshoreOutsourcingProvinceLag1)" },
  },
};

export const publishedDummies: Readonly<Record<string, readonly string[]>> = {
  industry: ["industry"],
  territorial: ["region"],
  cohort: ["year", "cohort"],
  province: ["province"],
};
