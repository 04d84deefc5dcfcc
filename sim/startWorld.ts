import { destinationNames, type Scenario } from "../scenarios/index.ts";
import { renewFirmIndex, renewLargestPairEffect } from "./decisions/firmIndex.ts";
import { drawFirms } from "./firms/firms.ts";
import { drawProvinceCharacteristics } from "./firms/provinceCharacteristics.ts";
import { drawRegisterFirms } from "./firms/registerFirms.ts";
import type { SharedFirms } from "./firms/sharedFirms.ts";
import { cellSharesOf, geographyOf } from "./geography/geography.ts";
import { emptyBirths } from "./mechanisms/births.ts";
import { drawCaptiveFirms } from "./mechanisms/captiveFirms.ts";
import { drawClients } from "./mechanisms/clientFollowing.ts";
import { emptyMoves } from "./mechanisms/destinationSwitch.ts";
import { emptyTies } from "./mechanisms/dormantTie.ts";
import { drawFirstMovers } from "./mechanisms/firstMovers.ts";
import { drawFirmEffect, drawPairEffect } from "./mechanisms/heterogeneity.ts";
import { industrialDistricts } from "./mechanisms/industrialDistricts.ts";
import { drawReviews } from "./mechanisms/moverStayer.ts";
import { checkPlaces } from "./mechanisms/pioneers.ts";
import { drawProfits } from "./mechanisms/profits.ts";
import { drawFit } from "./mechanisms/provinceDestinationFit.ts";
import { drawPortfolios } from "./mechanisms/supplierPortfolio.ts";
import { stream } from "./random/streams.ts";
import { emptyRecording } from "./recording/recording.ts";
import type { RunKey } from "./run.ts";
import { emptyTruthSums } from "./truth/peerEffect.ts";
import type { Pairs, World } from "./world.ts";

/** Italy is the same in every history, unless the scenario says otherwise. */
const italy: RunKey = { seed: "italy", condition: "geography", replication: 0 };

export interface RecordingOptions {
  /**
   * Names of the panel's columns to write, in any order; the others are not computed. Those of a mechanism that is off in
   * the scenario are left out. Default all. What is written does not depend on it.
   */
  readonly columns?: readonly string[];
}

export interface SharingOptions {
  /** What worlds of the same firms share, by `sharedFirmsName`; see sharedFirms.ts. Nothing is shared when left out. */
  readonly shared?: SharedFirms | null;
}

/**
 * A world before its first year, with nobody abroad.
 *
 * @throws InvalidInput for a column asked for that no panel has, and for a pioneer or a dated shock in a province, an
 * industry or a firm that the world does not have.
 */
export function startWorld(
  scenario: Scenario,
  key: RunKey,
  { columns, shared = null }: RecordingOptions & SharingOptions = {},
): World {
  const geography = geographyOf(scenario);
  const { provinces, industryNames } = geography;
  const destinations = destinationNames.length;
  const industries = industryNames.length;
  const cells = provinces.length * industries;
  const markets = cells * destinations;
  const pairs = scenario.firms * destinations;
  const firms = drawFirms(scenario, key, geography, shared);
  const register = drawRegisterFirms(scenario, key, firms, industryNames);
  const geographyKey = scenario.geographySeed === "italy" ? italy : key;
  const cellFirms = new Int32Array(cells);
  const supplierBase = new Float64Array(provinces.length);
  for (let firm = 0; firm < firms.count; firm++) {
    cellFirms[firms.cell[firm]] += 1;
    supplierBase[firms.province[firm]] += 1;
  }
  const lookBack = Math.max(2, scenario.peerYears);
  const captives = drawCaptiveFirms(scenario, key, cellSharesOf(geography), destinations);
  const world: World = {
    scenario,
    key,
    destinations,
    destinationNames,
    industries,
    industryNames,
    provinces,
    provinceCharacteristics: drawProvinceCharacteristics(
      provinces,
      industries,
      stream(geographyKey, "provinceCharacteristics"),
    ),
    firms,
    shared,
    cellFirms,
    pairs: emptyPairs(pairs, lookBack, drawPairEffect(scenario, key, pairs, shared)),
    ties: emptyTies(scenario, pairs),
    moves: emptyMoves(scenario, pairs),
    births: emptyBirths(scenario),
    markets: {
      stockHistory: Array.from({ length: lookBack }, () => new Int32Array(markets)),
      startHistory: Array.from({ length: lookBack }, () => new Int32Array(markets)),
      returns: new Int32Array(markets),
      returnYears: 0,
    },
    captives,
    clients: drawClients(scenario, key, firms, captives.cell, industries),
    register,
    portfolios: drawPortfolios(scenario, key, firms, register),
    reviews: drawReviews(scenario, key, firms.count, destinations),
    firstMovers: drawFirstMovers(scenario, key, firms),
    districts: industrialDistricts(scenario, geography.provinceShares, industries),
    profits: drawProfits(scenario, key, firms.count),
    demandShock: new Float64Array(cells),
    costShock: new Float64Array(industries * destinations),
    supplierBase,
    supplierBaseInitial: supplierBase.slice(),
    fit: drawFit(scenario, key, provinces.length, destinations),
    firmEffect: drawFirmEffect(scenario, key, firms, provinces.length, shared),
    firmIndex: new Float64Array(firms.count),
    largestPairEffect: new Float64Array(firms.count),
    recording: emptyRecording(scenario, pairs, columns),
    truth: emptyTruthSums(markets),
    workspace: {
      index: new Float64Array(pairs),
      uniforms: new Float64Array(pairs),
      lowestUniform: new Float64Array(firms.count),
      abroad: new Int32Array(pairs),
      candidates: new Int32Array(firms.count),
    },
    year: scenario.firstYear - scenario.warmUpYears,
  };
  checkPlaces(world);
  renewFirmIndex(world, world.year);
  renewLargestPairEffect(world);
  return world;
}

function emptyPairs(count: number, lookBack: number, pairEffect: Float64Array): Pairs {
  return {
    active: new Uint8Array(count),
    activeHistory: Array.from({ length: lookBack }, () => new Uint8Array(count)),
    startedHistory: Array.from({ length: lookBack }, () => new Uint8Array(count)),
    tenure: new Int16Array(count).fill(-1),
    exitTime: new Float64Array(count).fill(Number.NaN),
    pairEffect,
    initial: new Uint8Array(count),
    returns: new Uint8Array(count),
    quality: new Float64Array(count),
    belief: new Float64Array(count),
    beliefPrecision: new Float64Array(count),
    volume: new Float64Array(count),
    msePeersBeforeEntry: new Float64Array(count).fill(Number.NaN),
    largePeersBeforeEntry: new Float64Array(count).fill(Number.NaN),
  };
}
