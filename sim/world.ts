import type { Scenario } from "../scenarios/index.ts";
import type { Firms } from "./firms/firms.ts";
import type { ProvinceCharacteristics } from "./firms/provinceCharacteristics.ts";
import type { RegisterFirms } from "./firms/registerFirms.ts";
import type { SharedFirms } from "./firms/sharedFirms.ts";
import type { Province } from "./geography/province.ts";
import type { Births } from "./mechanisms/births.ts";
import type { CaptiveFirms } from "./mechanisms/captiveFirms.ts";
import type { Moves } from "./mechanisms/destinationSwitch.ts";
import type { DormantTies } from "./mechanisms/dormantTie.ts";
import type { Reviews } from "./mechanisms/moverStayer.ts";
import type { SupplierPortfolios } from "./mechanisms/supplierPortfolio.ts";
import type { Recording } from "./recording/recording.ts";
import type { RunKey } from "./run.ts";
import type { TruthSums } from "./truth/peerEffect.ts";

/**
 * The whole state of a history: plain data in typed arrays, so that a copy (`structuredClone`) continues exactly
 * where the original stands. Indices: firm; pair = firm · destinations + destination; cell = province · industries
 * + industry; market = cell · destinations + destination.
 */
export interface World {
  readonly scenario: Scenario;
  readonly key: RunKey;
  readonly destinations: number;
  readonly destinationNames: readonly string[];
  readonly industries: number;
  readonly industryNames: readonly string[];
  readonly provinces: readonly Province[];
  readonly provinceCharacteristics: ProvinceCharacteristics;
  readonly firms: Firms;
  /** Shared with other worlds of the same firms; null where nobody shares. */
  readonly shared: SharedFirms | null;
  /** Firms alive, by cell. */
  readonly cellFirms: Int32Array;
  readonly pairs: Pairs;
  /** E1 to E5; null in a world in which nobody pauses. */
  readonly ties: DormantTies | null;
  /** Spells that moved this year; null in a world in which none does. */
  readonly moves: Moves | null;
  /** null in a world in which no firm is born. */
  readonly births: Births | null;
  readonly markets: Markets;
  readonly captives: CaptiveFirms;
  /** B3: the captive firm a firm supplies, by firm; −1 where it supplies none. */
  readonly clients: Int32Array;
  /** null where firms are micro firms; supplier portfolios (C1) and reviews (C3) where there are none. */
  readonly register: RegisterFirms | null;
  readonly portfolios: SupplierPortfolios | null;
  readonly reviews: Reviews | null;
  /** B6: 0 for small suppliers that bear the early cost of starting, by firm. */
  readonly firstMovers: Uint8Array;
  /** B7: 1 in a district, by cell. */
  readonly districts: Uint8Array;
  /** B8: state of a firm's profits, by firm; empty in a world without them. */
  readonly profits: Float64Array;
  /** A8: demand by cell, cost by industry × destination. */
  readonly demandShock: Float64Array;
  readonly costShock: Float64Array;
  /** A4: domestic suppliers left, by province, and what there was. */
  readonly supplierBase: Float64Array;
  readonly supplierBaseInitial: Float64Array;
  /** A6b: by province × destination. */
  readonly fit: Float64Array;
  /** A9 and A10: by firm. */
  readonly firmEffect: Float64Array;
  /** What a firm adds to the index of all its pairs, and the largest of its pair effects; see firmIndex.ts. */
  readonly firmIndex: Float64Array;
  readonly largestPairEffect: Float64Array;
  readonly recording: Recording;
  readonly truth: TruthSums;
  readonly workspace: Workspace;
  /** The last year that is over. */
  year: number;
}

/** Every year fills them anew, since new arrays each year would cost as much as what is done with them. */
export interface Workspace {
  /** By pair. */
  readonly index: Float64Array;
  readonly uniforms: Float64Array;
  /** By firm: the lowest draw of this year's decisions. */
  readonly lowestUniform: Float64Array;
  /** Room for lists of pairs and of firms. */
  readonly abroad: Int32Array;
  readonly candidates: Int32Array;
}

/** One entry a firm × destination. */
export interface Pairs {
  readonly active: Uint8Array;
  /** Status at the end of t − 1, t − 2, …, newest first; as many years as a peer count looks back. */
  readonly activeHistory: Uint8Array[];
  /** Whether a spell began in t − 1, t − 2, …. */
  readonly startedHistory: Uint8Array[];
  /** Completed years of the running spell; −1 where there is none. */
  readonly tenure: Int16Array;
  /** Fraction of the present year at which a spell ended; NaN where none did. */
  readonly exitTime: Float64Array;
  /** A10. */
  readonly pairEffect: Float64Array;
  /** Status at the end of the first recorded year. */
  readonly initial: Uint8Array;
  /** Returns from the first recorded year on. */
  readonly returns: Uint8Array;
  /** A3; defined for running spells. */
  readonly quality: Float64Array;
  readonly belief: Float64Array;
  readonly beliefPrecision: Float64Array;
  readonly volume: Float64Array;
  /** Mean peers of the two years before the running spell began; NaN where there is none. */
  readonly msePeersBeforeEntry: Float64Array;
  readonly largePeersBeforeEntry: Float64Array;
}

/** Counts of small firms by market. */
export interface Markets {
  /** Active at the end of t − 1, t − 2, …, newest first. */
  readonly stockHistory: Int32Array[];
  /** Started in t − 1, t − 2, …. */
  readonly startHistory: Int32Array[];
  /** Returns from the first recorded year on, and over how many years they were counted. */
  readonly returns: Int32Array;
  returnYears: number;
}

export function marketOf({ firms, destinations }: World, pair: number): number {
  const firm = Math.floor(pair / destinations);
  return firms.cell[firm] * destinations + (pair - firm * destinations);
}
