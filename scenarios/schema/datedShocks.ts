import * as z from "zod/mini";
import { phrase } from "../phrase.ts";
import { destinationNames } from "./names.ts";
import { parameterNotes, real } from "./parameter.ts";

const A12 = { mechanism: "A12", source: "Canello (2022) Table 1 for the sizes in use; the form is [A]" };

/** One dated event (A12). All effects are zero unless given. */
export const datedShock = z.strictObject({
  year: z.int().register(parameterNotes, {
    ...A12,
    meaning: "Year in which it strikes; it is over the year after. Must be given",
    unit: "calendar year",
    range: phrase`whole number`,
  }),
  entry: real(0, -10, 10, { ...A12, meaning: "Added to the index of starting", unit: "probit", neutral: 0 }),
  exit: real(0, -10, 10, {
    ...A12,
    meaning: "Taken from the index of staying: +0.40 reproduces the returns of 2007",
    unit: "probit",
    neutral: 0,
  }),
  closure: real(0, 0, 1, {
    ...A12,
    meaning: "Firms that close at the end of the year",
    unit: "share of all firms",
    neutral: 0,
  }),
  destination: z.optional(z.enum(destinationNames)).register(parameterNotes, {
    ...A12,
    meaning: "Restricts entry and exit to one destination; all of them when left out",
    unit: "category",
    range: destinationNames.join(", "),
  }),
  province: z.optional(z.string()).register(parameterNotes, {
    ...A12,
    meaning: "Restricts all effects to the firms of one province, by its code; all provinces when left out",
    unit: "category",
    range: phrase`the code of a province`,
  }),
  firm: z.optional(z.int().check(z.minimum(1))).register(parameterNotes, {
    ...A12,
    meaning:
      "Restricts all effects to one firm, by its number: whichever has that place; all firms when left out",
    unit: "number",
    range: phrase`1 to the number of firms`,
  }),
});

export const datedShockParameters = {
  datedShocks: z._default(z.array(datedShock), []).register(parameterNotes, {
    mechanism: "A12",
    meaning: "Events with a date: policy, crisis, closure",
    unit: "probit; share of firms",
    range: phrase`a list of { year, entry, exit, closure, destination, province, firm }`,
    source: "Canello (2022) Table 1: exit +0.40 in 2007, closure 0.117 in 2009 (our arithmetic)",
    neutral: [],
  }),
};
