import type { Preset } from "../family.ts";

/**
 * Eight districts and 1,657 register firms from 1989, when nobody has suppliers abroad, to the end of 2015, a few months
 * before the survey. Firms decide by what they know of their supplier, of demand and of themselves, not by their peers: the
 * paper names imitation of returners as a possibility and does not test it. Controls of micro firms are off, as
 * turnover, industry and portfolio say what there is to say of these firms.
 */
const districts = {
  geography: "districts",
  firmPopulation: "register",
  supplierPortfolio: "drawn",
  firms: 1657,
  firstYear: 2000,
  recordedYears: 16,
  warmUpYears: 11,
  captiveFirms: 0,
  imitationSame: 0,
  provinceDestinationFitSd: 0,
  controls: {
    size: 0,
    labourProductivity: 0,
    supplier: 0,
    financialConstraints: 0,
    capitalIntensiveTechnology: 0,
    exportingExperience: 0,
    domesticOutsourcingExperience: 0,
    government: 0,
    corruption: 0,
    infrastructureQuality: 0,
    averageEmployeeWages: 0,
    population: 0,
    migrantFirmShare: 0,
  },
  base: -2.79,
  destinationTrend: [0.02, 0.02, 0.04, 0.02],
  firmEffectSd: 0.4,
  pairEffectSd: 0.3,
  destinationOffset: [0, -0.9, -0.35, -0.9],
  turnoverClassEffect: [0, -0.12, 0.48, 2.3],
  districtIndustryEffect: [0, 0.4, 0.38],
  embeddednessCost: 0.8,
  complementShare: 0.47,
  reshoringBarrier: 0.3,
  stateDependence: 2.4,
  qualitySd: 0.6,
  optimismBias: 0.3,
  exitThreshold: 0.3,
  volumeBase: 0.35,
  stayerShare: 0.6,
  reviewRate: 0.12,
  extensionThreshold: 0,
  extensionFactor: 1.3,
  considerationMargin: -0.4,
  partialReturnShare: 0.65,
  returnFraction: 0.4,
  madeInWeight: 0.3,
  distancePenalty: 0.12,
  nearshoringRate: 0.005,
};

export const presets: readonly Preset[] = [
  {
    name: "bettiol-2017",
    summary:
      "Firms of eight industrial districts, held by their suppliers; who has gone abroad hardly moves, and some bring a part home",
    parameters: districts,
  },
  {
    name: "bettiol-2017/footloose",
    summary: "C1 off: the district's share of the suppliers keeps nobody at home",
    parameters: { ...districts, embeddednessCost: 0 },
  },
  {
    name: "bettiol-2017/complement",
    summary: "C2 off: all work abroad is added, and nobody erodes the supplier base",
    parameters: { ...districts, complementShare: 1 },
  },
  {
    name: "bettiol-2017/movers",
    summary: "C3 off: every firm reviews its set-up abroad in every year",
    parameters: { ...districts, stayerShare: 0, reviewRate: 1 },
  },
  {
    name: "bettiol-2017/full-returns",
    summary: "C4 off: who returns brings all of it home, and is seen as domestic",
    parameters: { ...districts, partialReturnShare: 0 },
  },
  {
    name: "bettiol-2017/no-nearshoring",
    summary: "C5 off: nobody moves from East Asia or farther to Europe",
    parameters: { ...districts, nearshoringRate: 0 },
  },
  {
    name: "bettiol-2017/no-made-in",
    summary: "C6 off: no premium on what is made in Italy",
    parameters: { ...districts, madeInWeight: 0 },
  },
  {
    name: "bettiol-2017/no-proximity",
    summary: "C7 off: R&D does not mind the distance",
    parameters: { ...districts, distancePenalty: 0 },
  },
  {
    name: "bettiol-2017/imitation",
    summary: "C8 on: firms whose peers returned return more easily",
    parameters: { ...districts, imitationBackshore: 2 },
  },
];
