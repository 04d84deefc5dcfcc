import * as z from "zod/mini";
import { phrase } from "../phrase.ts";
import { destinationNames } from "./names.ts";
import { parameterNotes, whole } from "./parameter.ts";

const pioneerNote = { mechanism: "pioneers", source: "[A] an intervention: nobody decides it" };

/** Firms made to start (an intervention). */
export const pioneer = z.strictObject({
  year: z.int().register(parameterNotes, {
    ...pioneerNote,
    meaning: "Year in which they start. Must be given",
    unit: "calendar year",
    range: phrase`whole number`,
  }),
  province: z.optional(z.string()).register(parameterNotes, {
    ...pioneerNote,
    meaning: "Code of their province; the whole country when left out",
    unit: "category",
    range: phrase`the code of a province`,
  }),
  destination: z.enum(destinationNames).register(parameterNotes, {
    ...pioneerNote,
    meaning: "Where they start. Must be given",
    unit: "category",
    range: destinationNames.join(", "),
  }),
  firms: whole(1, 1, 1_000_000, {
    ...pioneerNote,
    meaning: "How many: the first of the province by their number; all of them where it has fewer",
    unit: "firms",
  }),
  firm: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))).register(parameterNotes, {
    ...pioneerNote,
    meaning: "One firm by its number, in place of a count of firms",
    unit: "number of a firm",
    range: phrase`whole number, 1 to 1000000`,
  }),
  industry: z.optional(z.string()).register(parameterNotes, {
    ...pioneerNote,
    meaning: "Restricts a count of firms to one industry; all of them when left out",
    unit: "category",
    range: phrase`the name of an industry of the world: clothing, footwear`,
  }),
  stay: whole(1, 1, 100, {
    ...pioneerNote,
    meaning:
      "Years at the end of which they are abroad whatever they would decide; from then on they decide themselves",
    unit: "years",
  }),
});

export const pioneerParameters = {
  pioneers: z._default(z.array(pioneer), []).register(parameterNotes, {
    mechanism: "pioneers",
    meaning: "Firms made to start somewhere in a given year, to see who follows; no draw changes",
    unit: "firms",
    range: phrase`a list of { year, province, destination, firms, firm, industry, stay }`,
    source: "[A]",
    neutral: [],
  }),
};
