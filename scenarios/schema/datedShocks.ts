import * as z from "zod/mini";
import { parameterNotes } from "./parameter.ts";
import { destinationNames } from "./population.ts";

const effect = z._default(z.number().check(z.gte(-10), z.lte(10)), 0);

/** One dated event (A12). All effects are zero unless given. */
export const datedShock = z.strictObject({
  /** Calendar year in which it strikes; it is over the year after. */
  year: z.int(),
  /** Added to the index of starting (probit). */
  entry: effect,
  /** Taken from the index of staying (probit): +0.40 reproduces the returns of 2007. */
  exit: effect,
  /** Share of all firms that close at the end of the year, 0 to 1. */
  closure: z._default(z.number().check(z.gte(0), z.lte(1)), 0),
  /** Restricts entry and exit effects to one destination. */
  destination: z.optional(z.enum(destinationNames)),
});

export const datedShockParameters = {
  datedShocks: z._default(z.array(datedShock), []).register(parameterNotes, {
    mechanism: "A12",
    meaning: "Events with a date: policy, crisis, closure",
    unit: "probit; share of firms",
    range: "a list of { year, entry, exit, closure, destination }",
    source: "Canello (2022) Table 1: exit +0.40 in 2007, closure 0.117 in 2009 (our arithmetic)",
    neutral: [],
  }),
};
