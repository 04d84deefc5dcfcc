import * as z from "zod/mini";
import { phrase } from "../phrase.ts";
import { choice, parameterNotes, real, whole } from "./parameter.ts";

const paper = "Bettiol et al. (2017)";

function numbers(values: readonly number[], note: { mechanism: string; meaning: string; source: string }) {
  const one = z.number().check(z.gte(-5), z.lte(5));
  const schema = z._default(z.array(one).check(z.length(values.length)), [...values]);
  return schema.register(parameterNotes, {
    ...note,
    unit: "probit",
    range:
      values.length === 3 ? phrase`three numbers, each -5 to 5` : phrase`four numbers, each ${-5} to ${5}`,
    neutral: values,
  });
}

/** Industrial districts: places, firms, supplier portfolios, and set-ups abroad that hardly move (C1 to C4, C6, C7). */
export const districtParameters = {
  geography: choice(["italy", "districts"], "italy", {
    mechanism: "core",
    meaning:
      "Places and industries: the provinces of Italy with clothing and footwear, or eight industrial districts of Veneto and Friuli-Venezia Giulia, each of one industry (furniture, mechanics or fashion)",
    unit: "category",
    source: `${paper}, section on the sample`,
    neutral: "italy",
  }),
  firmPopulation: choice(["micro", "register"], "micro", {
    mechanism: "core",
    meaning:
      "Firms: micro and small ones, or those of a register with their year of foundation, turnover and lasting traits",
    unit: "category",
    source: `${paper}, Tables 1 and 2`,
    neutral: "micro",
  }),
  turnoverClassEffect: numbers([0, 0, 0, 0], {
    mechanism: "C1",
    meaning:
      "Added to the index of starting by turnover: below EUR 5 million, 5 to 10, 10 to 50, above; register firms only",
    source: `${paper}, Table 2: 19, 17, 47 and 89 % offshore`,
  }),
  districtIndustryEffect: numbers([0, 0, 0], {
    mechanism: "C1",
    meaning: "Added to the index of starting in furniture, mechanics and fashion; districts only",
    source: `${paper}, Table 2: 16, 33 and 30 % offshore`,
  }),
  supplierPortfolio: choice(["none", "drawn"], "none", {
    mechanism: "C1",
    meaning:
      "Whether firms have suppliers in the district, the region and Italy, to whom those abroad are added",
    unit: "category",
    source: paper,
    neutral: "none",
  }),
  embeddednessCost: real(0.8, 0, 5, {
    mechanism: "C1",
    meaning:
      "Taken from the index of starting, times the district's share of the firm's suppliers; with portfolios only",
    unit: "probit per share",
    source: "[A] 0.8 (0 to 2)",
    neutral: 0,
  }),
  complementShare: real(0.47, 0, 1, {
    mechanism: "C2",
    meaning:
      "Share of firms whose work abroad is added to the work at home; the others replace it and erode the supplier base; with portfolios only",
    unit: "share of starters",
    source: `${paper}: 45.2 % added, 51.6 % replaced`,
    neutral: 1,
  }),
  stayerShare: real(0, 0, 1, {
    mechanism: "C3",
    meaning: "Share of firms that never review a set-up abroad once it stands",
    unit: "share of firms",
    source: "[A] 0.6 (0.4 to 0.8) in the world of districts: about 75 % never changed theirs",
    neutral: 0,
  }),
  reviewRate: real(1, 0, 1, {
    mechanism: "C3",
    meaning: "Probability that one of the other firms reviews its set-up abroad in a year",
    unit: "probability a year",
    source: "[A] 0.06 in the world of districts",
    neutral: 1,
  }),
  extensionThreshold: real(1, -5, 10, {
    mechanism: "C3",
    meaning:
      "How far the latent index of staying must be above zero for a review to end in more volume; behavioural only",
    unit: "probit",
    source: "[A]",
  }),
  extensionFactor: real(1, 1, 10, {
    mechanism: "C3",
    meaning: "Factor on the volume abroad when a review ends in more; behavioural only",
    unit: "factor",
    source: "[A] 1.3 in the world of districts: over 15 % extended theirs",
    neutral: 1,
  }),
  considerationMargin: real(0, -10, 10, {
    mechanism: "C3",
    meaning:
      "How far above zero the latent index of staying may be while the firm still considers to leave; seen by surveys, decides nothing",
    unit: "probit",
    source: `[A]; ${paper} Table 4: 17 of 50 considered, planned or did`,
  }),
  partialReturnShare: real(0, 0, 1, {
    mechanism: "C4",
    meaning: "Share of returns that are partial; behavioural only",
    unit: "share of returns",
    source: "[A]",
    neutral: 0,
  }),
  returnFraction: real(0.4, 0, 1, {
    mechanism: "C4",
    meaning: "Share of the volume that a partial return brings home; the rest stays abroad",
    unit: "share of volume",
    source: "[A] 0.4",
  }),
  madeInWeight: real(0, 0, 5, {
    mechanism: "C6",
    meaning:
      "Taken from the index of staying of makers of consumer goods, times the premium on what is made in Italy; behavioural only",
    unit: "index of net saving",
    source: "[A] 0.3; motive rated 4.00 of 5",
    neutral: 0,
  }),
  madeInStart: whole(2008, 1900, 2100, {
    mechanism: "C6",
    meaning: "Last year without a premium on what is made in Italy",
    unit: "calendar year",
    source: `${paper}: returns in 2012–13`,
  }),
  madeInRise: real(0.2, 0, 1, {
    mechanism: "C6",
    meaning: "Yearly rise of the premium, up to 1",
    unit: "premium a year",
    source: "[A] complete after five years",
  }),
  distancePenalty: real(0, 0, 5, {
    mechanism: "C7",
    meaning:
      "Taken from the index of staying, times the firm's R&D intensity and the distance of the destination; behavioural only",
    unit: "index of net saving",
    source: "[A]; co-location rated 3.35 of 5",
    neutral: 0,
  }),
};
