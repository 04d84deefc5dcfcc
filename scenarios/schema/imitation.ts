import { choice, flag, perDestination, real, whole } from "./parameter.ts";

/** How peers of the own province and industry enter the decision (A1, A2, A4, A5, A7, E8). */
export const imitationParameters = {
  imitationSame: real(0.1, -5, 5, {
    mechanism: "A1",
    meaning:
      "Imitation: weight of the peer measure f(P) in the index of starting (and of staying where eq. (1) itself decides)",
    unit: "probit per unit of the peer measure",
    source: "[Q] 0.10 per log(1 + n); Canello (2022) prints 0.039 (C) and 0.015 (D) per firm",
    neutral: 0,
  }),
  imitationStay: real(0, -5, 5, {
    mechanism: "A1",
    meaning:
      "Weight of the peer measure in the index of staying; in dynamicProbit worlds on top of imitationSame; not in entryExit, where a hazard decides",
    unit: "probit per unit of the peer measure",
    source: "[A]",
    neutral: 0,
  }),
  peerMeasure: choice(["stock", "flow", "share", "log", "threshold", "invertedU"], "log", {
    mechanism: "A1",
    meaning:
      "f(P): active peers; peers that started; share of the cell's other firms; log(1 + active); active if at least peerThreshold; n − n²/(2·peerPeak)",
    unit: "category",
    source:
      "Canello (2022) is ambiguous between stock and flow; threshold: column G; inverted U: Chan, Makino & Isobe (2006) in Freeman (2007)",
  }),
  peerYears: whole(2, 1, 5, {
    mechanism: "A1",
    meaning: "Number of preceding years the peer count is averaged over",
    unit: "years",
    source: "Canello (2022): mean of t−1 and t−2; Canello & Pavone: 1",
  }),
  includeOwnFirm: flag(false, {
    mechanism: "A1",
    meaning: "Count the firm among its own peers (the text does not say)",
    unit: "flag",
    source: "Canello (2022), ambiguous",
    neutral: false,
  }),
  peerThreshold: real(2, 0, 10_000, {
    mechanism: "A1",
    meaning: "Smallest mean peer count that is noticed, for peerMeasure threshold",
    unit: "firms",
    source: "Canello (2022) Table 4, column G",
  }),
  peerPeak: real(62, 1, 100_000, {
    mechanism: "E8",
    meaning: "Peer count at which legitimacy turns into competition, for peerMeasure invertedU",
    unit: "firms",
    source: "[A] legitimacy 0.010 and competition 0.00008 per firm: 0.010 / (2 · 0.00008)",
  }),
  imitationOther: real(0, -1, 1, {
    mechanism: "A2",
    meaning: "Diversion: weight of the mean number of peers active in other destinations",
    unit: "probit per firm",
    source: "Canello (2022) −0.025 (C), −0.001 (D)",
    neutral: 0,
  }),
  destinationChoice: choice(["independent", "exclusive"], "independent", {
    mechanism: "A2",
    meaning: "Four independent yes–no choices, or at most one start a year and only by firms active nowhere",
    unit: "category",
    source: "Canello (2022) Table 1: shares of destinations add to 100",
    neutral: "independent",
  }),
  imitationBackshore: real(0, -5, 5, {
    mechanism: "A4",
    meaning:
      "Imitation of return: weight of log(1 + peers that backshored from here, mean of past years) in the index of leaving; behavioural only",
    unit: "probit per log(1 + n)",
    source: "Canello (2022) H3, not supported",
    neutral: 0,
  }),
  keepsDomesticShare: real(0.9, 0, 1, {
    mechanism: "A4",
    meaning:
      "Share of firms that keep their domestic suppliers while abroad, so that a thin supplier base does not bind them",
    unit: "share",
    source: "Canello (2022) Table 1",
  }),
  baseErosion: real(0.3, 0, 10, {
    mechanism: "A4",
    meaning:
      "Loss of the province's supplier base for each firm-year abroad that replaced its domestic suppliers",
    unit: "supplier equivalents per firm-year",
    source: "[A]",
    neutral: 0,
  }),
  baseRecovery: real(0.2, 0, 10, {
    mechanism: "A4",
    meaning: "Gain of the province's supplier base for each firm that returns",
    unit: "supplier equivalents per return",
    source: "[A]",
    neutral: 0,
  }),
  reshoringBarrier: real(0, 0, 5, {
    mechanism: "A4",
    meaning:
      "How much an emptied supplier base holds back a return: barrier · (1 − base/initial) · (1 − keeps domestic); behavioural only",
    unit: "probit",
    source: "[A] 0.5 in the behavioural family",
    neutral: 0,
  }),
  captiveFirms: whole(174, 0, 100_000, {
    mechanism: "A5",
    meaning: "Medium and large firms with units abroad, placed like the small ones",
    unit: "firms",
    source: "Canello (2022): 174 in AIDA",
    neutral: 0,
  }),
  captiveSame: real(0, -1, 1, {
    mechanism: "A5",
    meaning: "Weight of the mean number of captive offshorers in the same destination",
    unit: "probit per firm",
    source: "Canello (2022) 0.044 (C), 0.013 (D)",
    neutral: 0,
  }),
  captiveOther: real(0, -1, 1, {
    mechanism: "A5",
    meaning: "Weight of the mean number of captive offshorers in other destinations",
    unit: "probit per firm",
    source: "Canello (2022) −0.031 (C), 0.004 (D)",
    neutral: 0,
  }),
  destinationLearning: real(0, -1, 1, {
    mechanism: "A7",
    meaning: "The whole industry learns a destination: weight of log(1 + its firms active there last year)",
    unit: "probit per log(1 + n)",
    source: "[A] 0 to 0.2",
    neutral: 0,
  }),
  destinationOffset: perDestination([0, -0.79, -0.88, -0.95], -10, 10, {
    mechanism: "A6",
    meaning: "Location advantage of Europe, North Africa, East Asia and the rest of the world",
    unit: "probit",
    source: "[Q] reproduces the mean mix 67.6 / 12.6 / 10.5 / 9.3 of Table 1",
    neutral: [0, 0, 0, 0],
  }),
  destinationTrend: perDestination([0, 0, 0, 0], -1, 1, {
    mechanism: "A6",
    meaning: "Yearly change of the location advantage, zero in the first recorded year",
    unit: "probit per year",
    source: "[A] 0.02, 0.03, −0.05, −0.11 follow the mix of Table 1",
    neutral: [0, 0, 0, 0],
  }),
  provinceDestinationFitSd: real(0.2, 0, 3, {
    mechanism: "A6b",
    meaning:
      "Standard deviation of the fit between a province and a destination, known to its firms, not to the statistician",
    unit: "probit",
    source: "[Q] attenuation D/C of 0.38",
    neutral: 0,
  }),
};
