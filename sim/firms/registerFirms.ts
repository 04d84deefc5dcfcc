import { exp, log } from "../../numerics/elementary.ts";
import { normalCdf, normalQuantile } from "../../numerics/normal.ts";
import type { Scenario } from "../../scenarios/index.ts";
import { fillWithDraws } from "../random/streams.ts";
import type { RunKey } from "../run.ts";
import type { Firms } from "./firms.ts";
import { turnoverPerValueAdded } from "./turnover.ts";

/**
 * Firms as a business register has them, one entry a firm: those of Bettiol et al. (2017), of whom 1,002 of 1,657 have
 * a turnover above EUR 1 million. Nothing of it changes: the turnover is that of 2015, whatever the year.
 */
export interface RegisterFirms {
  /** EUR million. */
  readonly turnover: Float64Array;
  /** 0 below EUR 5 million, 1 below 10, 2 below 50, 3 above. */
  readonly turnoverClass: Uint8Array;
  /** Calendar year; before it a firm starts nowhere. */
  readonly foundingYear: Int16Array;
  /** Finished consumer products (b2c). */
  readonly consumerGoods: Uint8Array;
  /** R&D department. */
  readonly research: Uint8Array;
  readonly marketing: Uint8Array;
  readonly ownBrands: Uint8Array;
}

/** null where firms are the micro firms of Canello (2022). */
export function drawRegisterFirms(
  scenario: Scenario,
  key: RunKey,
  firms: Firms,
  industryNames: readonly string[],
): RegisterFirms | null {
  if (scenario.firmPopulation === "micro") return null;
  const { count } = firms;
  const register: RegisterFirms = {
    turnover: new Float64Array(count),
    turnoverClass: new Uint8Array(count),
    foundingYear: new Int16Array(count),
    consumerGoods: new Uint8Array(count),
    research: new Uint8Array(count),
    marketing: new Uint8Array(count),
    ownBrands: new Uint8Array(count),
  };
  const draws = new Float64Array(drawsPerFirm * count);
  fillWithDraws(draws, key, "registerFirms");
  for (let firm = 0, at = 0; firm < count; firm++, at += drawsPerFirm) {
    const turnover = turnoverAt(draws[at]);
    register.turnover[firm] = turnover;
    register.turnoverClass[firm] = Number(turnover >= 5) + Number(turnover >= 10) + Number(turnover >= 50);
    const age = 2016 - meanFoundingYear + foundingSpread * normalQuantile(draws[at + 2]);
    register.foundingYear[firm] = 2016 - Math.round(Math.min(longestAge, Math.max(shortestAge, age)));
    const consumerShare = consumerShares[industryNames[firms.industry[firm]]] ?? 1;
    register.consumerGoods[firm] = Number(draws[at + 3] < consumerShare);
    const larger = log(turnover) - typicalLogTurnover;
    register.research[firm] = Number(draws[at + 4] < normalCdf(0.16 + 0.8 * larger));
    register.marketing[firm] = Number(draws[at + 5] < normalCdf(-0.34 + 0.55 * larger));
    register.ownBrands[firm] = Number(draws[at + 6] < normalCdf(-0.03 + 0.8 * larger));
    firms.size[firm] = employeesOf(turnover, normalQuantile(draws[at + 1]));
    // So that the panel's turnover, which follows from size and productivity, is this one.
    firms.labourProductivity[firm] = (1000 * turnover) / (turnoverPerValueAdded * firms.size[firm]);
  }
  return register;
}

const drawsPerFirm = 7;

/** Register firms below EUR 1 million: 655 of 1,657. Above, the classes of Table 2 (166, 35, 49 and 9 of 259). */
const belowOneMillion = 1 - 1002 / 1657;
/**
 * Ends of the classes, EUR million, and the share of firms in each. Within a class the logarithm of the turnover is
 * uniform. The last end gives the published mean of EUR 13.2 million above one (our arithmetic).
 */
const classEnds = [0.2, 1, 5, 10, 50, 405];
const classShares = [0, 166, 35, 49, 9].map((firms, at) =>
  at === 0 ? belowOneMillion : (firms / 259) * (1 - belowOneMillion),
);

function turnoverAt(uniform: number): number {
  let left = uniform;
  let at = 0;
  while (at < classShares.length - 1 && left >= classShares[at]) left -= classShares[at++];
  const place = Math.min(1, left / classShares[at]);
  return classEnds[at] * exp(place * log(classEnds[at + 1] / classEnds[at]));
}

/** Mean logarithm of the turnover of firms above EUR 1 million, EUR million. */
export const typicalLogTurnover = 1.56;

/** Mean 49.6, 77 % below 49, for firms above EUR 1 million: exponent and spread fitted by us. */
function employeesOf(turnover: number, deviate: number): number {
  return Math.max(1, Math.round(47 * exp(0.8 * log(turnover / 10) + 0.3 * deviate)));
}

/** Bettiol et al. (2017) Table 2: founded in 1983 on average; the spread is our assumption [A]. */
const meanFoundingYear = 1983;
const foundingSpread = 16;
const longestAge = 110;
const shortestAge = 3;

/** Share of firms with finished consumer products; 56.8 % of all, its split by industry is our assumption [A]. */
const consumerShares: Readonly<Record<string, number>> = { furniture: 0.65, mechanics: 0.3, fashion: 0.8 };
