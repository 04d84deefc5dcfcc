import { exp, log } from "../../numerics/elementary.ts";
import { normalQuantile } from "../../numerics/normal.ts";
import type { Scenario } from "../../scenarios/index.ts";
import type { Firms } from "../firms/firms.ts";
import { type RegisterFirms, typicalLogTurnover } from "../firms/registerFirms.ts";
import { fillWithDraws } from "../random/streams.ts";
import type { RunKey } from "../run.ts";
import type { World } from "../world.ts";

/**
 * C1 · The supplier portfolio: where a firm's suppliers are. At home it is drawn once:
 *
 *     district share d = Λ(0.7 − 0.35 x + 1.1 z₁),   Italy's part of the rest = Λ(−0.6 + 0.55 x + 0.8 z₂)
 *     suppliers = 15 exp(0.7 x + 0.7 z₃),   activities outsourced = 100 Λ(−1.1 + 0.4 x + 0.9 z₄)
 *
 * x: log turnover from that of a typical firm (0 without register firms), Λ the logistic function, z standard normal. A
 * share 0.846 of firms outsources; the others have no suppliers and start nowhere. With V the volume abroad, summed over
 * destinations,
 *
 *     added work, or own work replaced (C2):  share abroad = V / (1 + V), the shares at home shrink alike
 *     other suppliers replaced:               share abroad = min(V, 1), taken from district and region alike, then from Italy
 *
 * so that the four shares always add to 1. Absent with
 * supplierPortfolio `none`, the default. Source: Bettiol et al. (2017), 84.6 % outsource; the rest [A], near the group
 * means of Table 3.
 */
export interface SupplierPortfolios {
  /** By firm, as all of these. Shares of the suppliers at home; they add to 1. */
  readonly district: Float64Array;
  readonly region: Float64Array;
  readonly italy: Float64Array;
  /** Suppliers at home. */
  readonly suppliers: Float64Array;
  /** Percent of activities with suppliers at home. */
  readonly outsourcedActivities: Float64Array;
  readonly outsources: Uint8Array;
  /** C2: position in `offshoringEffects`; 0 for firms that never were abroad. */
  readonly effect: Uint8Array;
  /** Year of the first start ever; 0 for none. */
  readonly startYear: Int16Array;
  /** C3: position in `setUps`, since the firm was last at home. */
  readonly setUp: Uint8Array;
  /** C4: last year in which a firm that still was abroad brought work home; 0 for none, or before the first recorded year. */
  readonly returnYear: Int16Array;
}

export const offshoringEffects = ["none", "addition", "replacesOtherSuppliers", "replacesOwnWork"] as const;
export const setUps = ["unchanged", "extended", "reduced"] as const;

const outsourcingShare = 0.846;
const drawsPerFirm = 5;

/** null where nobody has a portfolio: the world then is the one without the mechanism, bit by bit. */
export function drawPortfolios(
  scenario: Scenario,
  key: RunKey,
  { count }: Firms,
  register: RegisterFirms | null,
): SupplierPortfolios | null {
  if (scenario.supplierPortfolio === "none") return null;
  const portfolios: SupplierPortfolios = {
    district: new Float64Array(count),
    region: new Float64Array(count),
    italy: new Float64Array(count),
    suppliers: new Float64Array(count),
    outsourcedActivities: new Float64Array(count),
    outsources: new Uint8Array(count),
    effect: new Uint8Array(count),
    startYear: new Int16Array(count),
    setUp: new Uint8Array(count),
    returnYear: new Int16Array(count),
  };
  const draws = new Float64Array(drawsPerFirm * count);
  fillWithDraws(draws, key, "supplierPortfolio");
  for (let firm = 0; firm < count; firm++) {
    const larger = register === null ? 0 : log(register.turnover[firm]) - typicalLogTurnover;
    drawAtHome(portfolios, firm, draws, larger);
  }
  return portfolios;
}

function drawAtHome(of: SupplierPortfolios, firm: number, draws: Float64Array, larger: number): void {
  const at = drawsPerFirm * firm;
  const [first, second, third, fourth] = [0, 1, 2, 3].map((draw) => normalQuantile(draws[at + draw]));
  const district = logistic(0.7 - 0.35 * larger + 1.1 * first);
  const italy = (1 - district) * logistic(-0.6 + 0.55 * larger + 0.8 * second);
  of.district[firm] = district;
  of.italy[firm] = italy;
  of.region[firm] = 1 - district - italy;
  of.suppliers[firm] = Math.max(1, 15 * exp(0.7 * larger + 0.7 * third));
  of.outsourcedActivities[firm] = 100 * logistic(-1.1 + 0.4 * larger + 0.9 * fourth);
  of.outsources[firm] = Number(draws[at + 4] < outsourcingShare);
}

/** New firms in these places: micro firms with suppliers at home of their own, and no past abroad. */
export function renewPortfolios({ portfolios, key }: World, places: readonly number[], year: number): void {
  if (portfolios === null) return;
  const draws = new Float64Array(drawsPerFirm * portfolios.district.length);
  fillWithDraws(draws, key, "supplierPortfolio", year);
  for (const place of places) {
    drawAtHome(portfolios, place, draws, 0);
    for (const past of [portfolios.effect, portfolios.startYear, portfolios.setUp, portfolios.returnYear])
      past[place] = 0;
  }
}

/** Where a firm's suppliers are, as shares that add to 1, and how many it has. */
export interface Portfolio {
  readonly district: number;
  readonly region: number;
  readonly italy: number;
  readonly abroad: number;
  readonly suppliers: number;
  /** Percent. */
  readonly outsourcedActivities: number;
}

/** The portfolio of a firm as it stands, by the formulas above. */
export function portfolioOf(world: World, portfolios: SupplierPortfolios, firm: number): Portfolio {
  const volume = volumeAbroad(world, firm);
  const [district, region, italy] = [
    portfolios.district[firm],
    portfolios.region[firm],
    portfolios.italy[firm],
  ];
  const suppliers = portfolios.suppliers[firm];
  const outsourcedActivities = portfolios.outsourcedActivities[firm];
  if (offshoringEffects[portfolios.effect[firm]] === "replacesOtherSuppliers") {
    const abroad = Math.min(1, volume);
    const local = district + region;
    const keptLocally = local === 0 ? 0 : Math.max(0, 1 - abroad / local);
    const keptInItaly = italy === 0 ? 0 : Math.min(1, (1 - abroad) / italy);
    return {
      district: district * keptLocally,
      region: region * keptLocally,
      italy: italy * keptInItaly,
      abroad,
      suppliers,
      outsourcedActivities,
    };
  }
  const grown = 1 + volume;
  return {
    district: district / grown,
    region: region / grown,
    italy: italy / grown,
    abroad: volume / grown,
    suppliers: suppliers * grown,
    outsourcedActivities: outsourcedActivities + (100 - outsourcedActivities) * (volume / grown),
  };
}

/** V of the formulas: all that the firm has made abroad. */
function volumeAbroad({ pairs, destinations }: World, firm: number): number {
  let volume = 0;
  for (let pair = firm * destinations; pair < (firm + 1) * destinations; pair++) {
    if (pairs.active[pair] === 1) volume += pairs.volume[pair];
  }
  return volume;
}

function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}
