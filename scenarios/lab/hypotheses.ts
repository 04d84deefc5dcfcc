/** What makes a hypothesis true in a simulated world. */
export type HypothesisTruth =
  /** The interventional effect of one more peer on those who decide to start. */
  | "peerEffectOnStarting"
  /** The parameters that could cause it. */
  | "causes";

/** A parameter that makes a claim true when it is on that side of zero. */
export interface Cause {
  readonly path: string;
  readonly sign: 1 | -1;
  /** What else the scenario has to say for it. */
  readonly onlyWith?: { readonly path: string; readonly value: string };
}

/** A claim of a paper that one of its regressions is to decide, and what the claim rests on in a simulated world. */
export interface Hypothesis {
  readonly id: string;
  /** Family whose specifications decide it. */
  readonly family: "canello-2022" | "canello-pavone";
  readonly model: "probit" | "cox";
  /** Its coefficient, under any of these names. */
  readonly terms: readonly string[];
  /** Sign of the coefficient (of the log hazard in a Cox model) if the claim is right. */
  readonly sign: 1 | -1;
  /** The column of the paper that the claim is read from first, where it was fitted. */
  readonly decidedBy: string;
  readonly truth: HypothesisTruth;
  /** Parameters of a scenario any of which makes the claim true when it is on the side of zero that `sign` says. */
  readonly causes: readonly Cause[];
  readonly source: string;
}

/** Peers that make a match better, a start bigger, or firms stay: what lengthens a spell. */
const lastingCauses = [
  { path: "imitationStay", sign: 1 },
  { path: "vicariousQualityGain", sign: 1 },
  { path: "vicariousPrecision", sign: 1 },
  { path: "hazard.msePeersSameDestinationBeforeEntry", sign: -1 },
] as const;

export const hypotheses: readonly Hypothesis[] = [
  {
    id: "same",
    family: "canello-2022",
    model: "probit",
    terms: ["msePeersSameDestination"],
    sign: 1,
    decidedBy: "canello-2022/C",
    truth: "peerEffectOnStarting",
    causes: [{ path: "imitationSame", sign: 1 }],
    source: "Canello (2022), hypothesis 1; Tables 2 and 4",
  },
  {
    id: "other",
    family: "canello-2022",
    model: "probit",
    terms: ["msePeersOtherDestinations"],
    sign: -1,
    decidedBy: "canello-2022/C",
    truth: "causes",
    causes: [
      { path: "imitationOther", sign: -1 },
      // Who goes to one destination goes to no other: peers that draw a firm there draw it away from here.
      { path: "imitationSame", sign: 1, onlyWith: { path: "destinationChoice", value: "exclusive" } },
    ],
    source: "Canello (2022), Table 2, columns B and C",
  },
  {
    id: "captive",
    family: "canello-2022",
    model: "probit",
    terms: ["largePeersSameDestination"],
    sign: 1,
    decidedBy: "canello-2022/C",
    truth: "causes",
    causes: [
      { path: "captiveSame", sign: 1 },
      { path: "clientFollowing", sign: 1 },
    ],
    source: "Canello (2022), Table 2, column C",
  },
  {
    id: "lasting",
    family: "canello-2022",
    model: "cox",
    terms: ["msePeersSameDestinationBeforeEntry"],
    sign: -1,
    decidedBy: "canello-2022/cox-IV",
    truth: "causes",
    causes: lastingCauses,
    source: "Canello (2022), hypothesis 2; Table 3",
  },
  {
    id: "backshoring",
    family: "canello-2022",
    model: "cox",
    terms: ["msePeersBackshoringSameDestination"],
    sign: 1,
    decidedBy: "canello-2022/cox-IV",
    truth: "causes",
    causes: [
      { path: "imitationBackshore", sign: 1 },
      { path: "hazard.msePeersBackshoringSameDestination", sign: 1 },
    ],
    source: "Canello (2022), hypothesis 3; Table 3, column IV",
  },
  {
    id: "localActivity",
    family: "canello-pavone",
    model: "probit",
    terms: ["mseOffshoreOutsourcingProvinceLag1"],
    sign: 1,
    decidedBy: "canello-pavone/probit",
    truth: "causes",
    causes: [
      { path: "imitationFirm", sign: 1 },
      { path: "imitationSame", sign: 1 },
      { path: "imitationStay", sign: 1 },
    ],
    source: "Canello & Pavone (draft), hypothesis 1; Table 2",
  },
  {
    id: "localDuration",
    family: "canello-pavone",
    model: "cox",
    terms: ["atEntry(mseOffshoreOutsourcingProvinceLag1)"],
    sign: -1,
    decidedBy: "canello-pavone/cox",
    truth: "causes",
    causes: lastingCauses,
    source: "Canello & Pavone (draft), hypothesis 2; Table 3",
  },
];
