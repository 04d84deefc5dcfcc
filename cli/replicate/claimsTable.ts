import type { RepeatedClaims, RepeatedOrders } from "../../study/replicate/repeatedClaims.ts";

/** A table of texts and numbers that has one row a claim. */
export interface ClaimsTable {
  readonly head: string;
  readonly columns: readonly string[];
  /** NaN is an empty cell. */
  readonly rows: readonly (readonly (string | number)[])[];
  readonly notes: readonly string[];
}

/** Stands where it cannot be told whether a claim holds. */
export const UNTOLD = "–";

export function claimsTable(repeated: RepeatedClaims | RepeatedOrders): ClaimsTable {
  return repeated.kind === "claims" ? tableOfClaims(repeated) : tableOfOrders(repeated);
}

function tableOfClaims({ paper, reference, scale, seed, claims, notSimulated }: RepeatedClaims): ClaimsTable {
  return {
    head: `${paper}: ${reference} (scale ${scale}, seed ${seed})`,
    columns: ["of", "measure", "world", "expected", "found", "difference", "error", "histories", "holds"],
    rows: claims.map((claim) => [
      claim.of,
      claim.measure,
      claim.world,
      claim.expected,
      claim.found,
      claim.difference ?? Number.NaN,
      claim.monteCarloError,
      claim.histories,
      claim.holds === null ? UNTOLD : claim.holds ? "yes" : "no",
    ]),
    notes: [
      verdictOnClaims(claims, "claims"),
      "error: Monte Carlo standard error of the difference, of what is found where there is none.",
      `The paper has no regression and no rate; what it claims is our reading. docs/${paper}.md says what holds by construction or was aimed at.`,
      ...notSimulated.map(({ of, what }) => `${of}, not simulated: ${what}`),
    ],
  };
}

/** How many claims hold, of those that can be told, and what that means. */
export function verdictOnClaims(claims: RepeatedClaims["claims"], noun: string): string {
  const judged = claims.filter(({ holds }) => holds !== null);
  const untold = claims.length - judged.length;
  return [
    `${judged.filter(({ holds }) => holds).length} of ${judged.length} ${noun} hold.`,
    ...(untold === 0 ? [] : [`${untold} cannot be told from fewer than three histories: ${UNTOLD}.`]),
    "A target holds where the mean lies in the accepted range; a proposition where the difference has the sign claimed and is not zero by Student's t over the histories (5 %, two-sided).",
  ].join(" ");
}

function tableOfOrders({ paper, reference, world, scale, firstSeed, orders }: RepeatedOrders): ClaimsTable {
  const last = firstSeed + (orders[0]?.seeds ?? 1) - 1;
  return {
    head: `${paper}: ${reference} (world ${world}, scale ${scale}, seeds ${firstSeed} to ${last})`,
    columns: ["of", "quantity", "order", "means", "share of seeds", "error", "bound", "seeds", "undecided"],
    rows: orders.map(({ of, quantity, sides, means, share, monteCarloError, bound, seeds, undecided }) => [
      of,
      quantity,
      sides.join(" > "),
      means.map(shortNumber).join(", "),
      share,
      monteCarloError,
      bound ?? Number.NaN,
      seeds,
      undecided,
    ]),
    notes: [
      `Each row is an order that the paper implies; share of seeds: how often it held. An order that fails is a finding: docs/${paper}.md says why.`,
      "bound: where it held in all seeds, the smallest share that would do so with a probability of 2.5 %; where in none, the largest.",
      "The paper measures nothing; the numbers are the simulation's alone.",
    ],
  };
}

/** Three digits; nothing for NaN. */
export function shortNumber(value: number): string {
  return Number.isNaN(value) ? "" : String(Number(value.toPrecision(3)));
}
