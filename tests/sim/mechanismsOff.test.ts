import { describe, expect, it } from "vitest";
import { simulate } from "../../sim/index.ts";
import { fingerprint, type Kind, key, kinds, type Parameters, quietWorld } from "./worlds.ts";

/**
 * A quiet world has every neutral value. `around`: what the mechanism needs about it. `idle`: its other parameters,
 * which must have no influence there. `on`: switches it on.
 */
interface Mechanism {
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly around?: Parameters;
  readonly idle?: Parameters;
  readonly on: Parameters;
}

const behavioural = ["behavioural"] as const;
const probits: readonly Kind[] = ["dynamicProbit", "behavioural"];
const shares = { peerMeasure: "share", peerYears: 4, includeOwnFirm: true, peerThreshold: 1, peerPeak: 3 };

const portfolios = { supplierPortfolio: "drawn", embeddednessCost: 0, base: -0.8 };

const mechanisms: readonly Mechanism[] = [
  { name: "A1 imitation of starts", kinds, idle: shares, on: { imitationSame: 0.3 } },
  { name: "A1 imitation of staying", kinds: probits, idle: shares, on: { imitationStay: 0.3 } },
  { name: "A2 diversion", kinds, idle: { includeOwnFirm: true }, on: { imitationOther: -0.2 } },
  { name: "A2 exclusive choice", kinds, on: { destinationChoice: "exclusive" } },
  {
    name: "A3 learning of supplier quality",
    kinds: behavioural,
    // What volumes cost is seen in the panel, whether or not they matter.
    idle: { signalSd: 3, vicariousPrecision: 1, experiencePrecision: 2 },
    on: { qualitySd: 0.6 },
  },
  { name: "A3 optimism", kinds: behavioural, idle: { vicariousPrecision: 1 }, on: { optimismBias: 0.5 } },
  {
    name: "A3 gain of quality through peers",
    kinds: behavioural,
    around: { qualitySd: 0.6 },
    on: { vicariousQualityGain: 1 },
  },
  {
    name: "A3 sharper priors through peers",
    kinds: behavioural,
    around: { qualitySd: 0.6 },
    on: { vicariousPrecision: 2 },
  },
  { name: "A3 quality by destination", kinds: behavioural, on: { qualityMean: [0, 0.5, 0, -0.5] } },
  {
    name: "A3 commitment",
    kinds: behavioural,
    on: { commitment: 2 },
  },
  { name: "A4 imitation of returns", kinds: behavioural, on: { imitationBackshore: 2 } },
  {
    name: "A4 supplier base",
    kinds: behavioural,
    // Who keeps domestic suppliers is seen in the panel, whether or not it matters.
    idle: { baseErosion: 3, baseRecovery: 1 },
    on: { reshoringBarrier: 3, keepsDomesticShare: 0, baseErosion: 5 },
  },
  {
    name: "A5 captive firms",
    kinds,
    idle: { captiveSame: 0.9, captiveOther: -0.9 },
    on: { captiveFirms: 500, captiveSame: 0.5 },
  },
  { name: "B3 clients", kinds, on: { captiveFirms: 174, clientFollowing: 1 } },
  { name: "A6 location advantage", kinds, on: { destinationOffset: [0, -0.5, -0.5, -0.5] } },
  { name: "A6 trend", kinds, on: { destinationTrend: [0.2, 0, 0, 0] } },
  { name: "A6b fit", kinds, on: { provinceDestinationFitSd: 0.5 } },
  { name: "A7 destination learning", kinds, on: { destinationLearning: 0.2 } },
  { name: "A8 demand shocks", kinds, idle: { shockPersistence: 0.1 }, on: { shockSd: 0.5 } },
  { name: "A8 cost shocks", kinds, idle: { costShockPersistence: 0.1 }, on: { costShockSd: 0.5 } },
  { name: "A9 sorting", kinds, on: { sortingSd: 0.5 } },
  { name: "A10 state dependence", kinds: probits, on: { stateDependence: 1 } },
  { name: "A10 firm effects", kinds, on: { firmEffectSd: 0.7 } },
  { name: "A10 pair effects", kinds, on: { pairEffectSd: 0.7 } },
  { name: "A10 initial conditions", kinds: ["dynamicProbit"], on: { initialEffect: 1 } },
  { name: "A11 patience", kinds: behavioural, on: { exitThreshold: 0.5 } },
  { name: "A11 hidden cost", kinds: behavioural, on: { hiddenCost: 0.5 } },
  {
    name: "A11 experience",
    kinds: behavioural,
    around: { qualitySd: 0.6, base: -0.5, stateDependence: 1 },
    on: { experiencePrecision: 5 },
  },
  {
    name: "A12 dated shocks",
    kinds,
    idle: { datedShocks: [{ year: 2008 }, { year: 1990, entry: 3, exit: 3, closure: 1 }] },
    on: { datedShocks: [{ year: 2008, entry: 1 }] },
  },
  { name: "A12 closure", kinds, on: { datedShocks: [{ year: 2008, closure: 0.2 }] } },
  {
    name: "A12 a shock to a province",
    kinds,
    idle: { datedShocks: [{ year: 2008, province: "MI" }] },
    on: { datedShocks: [{ year: 2008, entry: 2, province: "MI" }] },
  },
  {
    name: "pioneers",
    kinds,
    idle: { pioneers: [{ year: 1990, destination: "europe", stay: 3 }] },
    on: { pioneers: [{ year: 2008, province: "MI", destination: "eastAsia", firms: 3 }] },
  },
  {
    name: "E1 pauses",
    kinds,
    idle: { tieDecay: 0.9, tieFloor: 0, reentryBoost: 3, knowledgeKept: 0.1 },
    on: { pauseShare: 0.5 },
  },
  {
    name: "E4 re-entry",
    kinds,
    around: { pauseShare: 0.5 },
    on: { reentryBoost: 2 },
  },
  {
    name: "E2 reduced volume",
    kinds: behavioural,
    around: { qualitySd: 0.6, commitment: 0.5 },
    on: { volumeCut: 0.5 },
  },
  {
    name: "E5 inward switch",
    kinds,
    around: { shockSd: 0.3 },
    idle: { inwardBoost: 3, tieDecay: 0.9, tieFloor: 0, reentryBoost: 3 },
    on: { inwardSwitch: 0.5 },
  },
  {
    name: "E7 joint entry",
    kinds,
    around: { pauseShare: 0.8, reentryBoost: 1 },
    on: { jointEntry: 0.5 },
  },
  {
    name: "E8 density dependence",
    kinds,
    idle: { congestionNational: true },
    on: { legitimacy: 0.1, competition: 0.005 },
  },
  { name: "E9 exits deter", kinds, on: { exitDeterrence: 0.5 } },
  { name: "B1 local learning", kinds, on: { imitationFirm: 0.3 } },
  { name: "B4 sunk cost", kinds, around: { stateDependence: 1 }, on: { sunkCost: 0.02 } },
  { name: "B5 reinvestment", kinds, idle: { volumeGrowthFrom: 2008 }, on: { volumeGrowth: 0.3 } },
  {
    name: "B6 first movers",
    kinds,
    idle: { firstMoverShare: 0.9, earlyEntryCostUntil: 2010 },
    on: { earlyEntryCost: 1 },
  },
  {
    name: "B2 exporters' own markets",
    kinds,
    on: { "controls.exportingExperience": 0.045 },
  },
  { name: "A13 migrants and returns", kinds: behavioural, on: { migrantReturn: 0.5 } },
  {
    name: "A15 the survey",
    kinds,
    around: { closureRate: 0.1, birthRate: 0.5, surveyRule: "balanced" },
    on: { surveyRule: "unbalanced" },
  },
  { name: "A15 the ceiling of turnover", kinds, on: { turnoverCeiling: 0.3 } },
  {
    name: "A15 what a closure looks like",
    kinds,
    around: { closureRate: 0.1, surveyRule: "unbalanced" },
    on: { closureSeenAs: "backshoring" },
  },
  { name: "closures", kinds, on: { closureRate: 0.1 } },
  {
    name: "births",
    kinds,
    around: { closureRate: 0.1, surveyRule: "unbalanced" },
    on: { birthRate: 0.5 },
  },
  {
    name: "births without closures",
    kinds,
    idle: { birthRate: 0.5 },
    on: { birthRate: 0.5, closureRate: 0.1 },
  },
  { name: "switching", kinds, on: { switchRate: 0.1 } },
  { name: "C5 nearshoring", kinds, on: { nearshoringRate: 0.3 } },
  { name: "B7 districts", kinds, on: { districtDummy: 0.3 } },
  {
    name: "B8 profits",
    kinds,
    idle: { profitShare: 0.2, profitPersistence: 0.1 },
    on: { profitEffect: -0.5 },
  },
  { name: "districts", kinds, on: { geography: "districts" } },
  {
    name: "register firms",
    kinds,
    idle: { turnoverClassEffect: [1, 1, 2, 3], distancePenalty: 2 },
    on: { firmPopulation: "register" },
  },
  { name: "C1 embeddedness", kinds, around: portfolios, on: { embeddednessCost: 2 } },
  {
    name: "C1 supplier portfolios",
    kinds,
    // The supplier base moves by who replaces, and matters to nobody here.
    idle: { embeddednessCost: 3, complementShare: 0.2, districtIndustryEffect: [1, 2, 3] },
    on: portfolios,
  },
  {
    name: "C1 turnover and industry",
    kinds,
    around: { ...portfolios, geography: "districts", firmPopulation: "register" },
    on: { turnoverClassEffect: [0, 0.5, 1, 2], districtIndustryEffect: [0, 1, 0] },
  },
  { name: "C2 complement or substitute", kinds, around: portfolios, on: { complementShare: 0.4 } },
  {
    name: "C3 movers and stayers",
    kinds,
    idle: { extensionThreshold: -3, extensionFactor: 2, considerationMargin: 3 },
    on: { stayerShare: 0.5, reviewRate: 0.3 },
  },
  {
    name: "C3 extension",
    kinds: behavioural,
    around: { ...portfolios, reviewRate: 0.5 },
    on: { extensionFactor: 1.5, extensionThreshold: -1 },
  },
  {
    name: "C4 partial backshoring",
    kinds: behavioural,
    idle: { returnFraction: 0.9 },
    on: { partialReturnShare: 0.5 },
  },
  {
    name: "C6 made-in demand",
    kinds: behavioural,
    idle: { madeInStart: 2000, madeInRise: 1 },
    on: { madeInWeight: 1 },
  },
  {
    name: "C7 R&D proximity",
    kinds: behavioural,
    around: { geography: "districts", firmPopulation: "register" },
    on: { distancePenalty: 1 },
  },
  { name: "hazard of tenure", kinds: ["entryExit"], on: { hazardTenure: 0.5 } },
];

const behaviouralOnly: Parameters = {
  qualitySd: 2,
  optimismBias: 2,
  exitThreshold: 2,
  hiddenCost: 2,
  imitationBackshore: 2,
  reshoringBarrier: 3,
  partialReturnShare: 0.5,
  madeInWeight: 1,
  distancePenalty: 2,
  migrantReturn: 0.5,
  volumeCut: 0.5,
  extensionFactor: 2,
};

/** Parameters that a decision model does not know. */
const foreign: Readonly<Record<Kind, Parameters>> = {
  dynamicProbit: {
    exitHazard: 3,
    hazardTenure: 1,
    "hazard.size": 1,
    ...behaviouralOnly,
  },
  entryExit: {
    initialEffect: 2,
    stateDependence: 3,
    imitationStay: 1,
    ...behaviouralOnly,
  },
  behavioural: { initialEffect: 2, exitHazard: 3, hazardTenure: 1, "hazard.size": 1 },
};

function bytes(kind: Kind, set: Parameters): string {
  return fingerprint(simulate(quietWorld(kind, set), key()));
}

describe.each(mechanisms)("$name", ({ kinds: affected, around, idle, on }) => {
  it.each(affected)("off leaves no trace of its other parameters, and on changes a %s world", (kind) => {
    const off = bytes(kind, { ...around });
    if (idle !== undefined) expect(bytes(kind, { ...around, ...idle })).toBe(off);
    expect(bytes(kind, { ...around, ...on })).not.toBe(off);
  });
});

describe.each(kinds)("a %s world", (kind) => {
  it("does not know the parameters of other decision models", () => {
    // Enough imitation and returns for a foreign term to show.
    const around = { imitationSame: 0.1, base: -0.8 };
    expect(bytes(kind, { ...around, ...foreign[kind] })).toBe(bytes(kind, around));
  });
});
