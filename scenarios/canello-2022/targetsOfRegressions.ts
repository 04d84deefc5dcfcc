import type { CalibrationTarget, TargetPart } from "../target.ts";

/**
 * Targets that take regressions: Tables 2 to 4, and the firm-level model of Canello & Pavone. Where a target asks for a sign it asks for a t statistic; its published value
 * is the printed estimate over the printed error, both rounded.
 */
const perUnit = "coefficient";
const ratio = "ratio";
const t = "t statistic";

function near(measure: string, published: number, tolerance: number): TargetPart {
  return { measure, unit: perUnit, published, from: published - tolerance, to: published + tolerance };
}

/** Smaller than twice its standard error. */
function insignificant(measure: string, published: number): TargetPart {
  return { measure, unit: t, published, from: -2, to: 2 };
}

function atLeast(measure: string, unit: string, published: number | null, from: number): TargetPart {
  return { measure, unit, published, from, to: Infinity };
}

function atMost(measure: string, unit: string, published: number | null, to: number): TargetPart {
  return { measure, unit, published, from: -Infinity, to };
}

export const targetsOfProbits: readonly CalibrationTarget[] = [
  {
    name: "T13",
    meaning: "Lagged and initial status in column C",
    published: "2.335 (0.055) / 1.581 (0.096)",
    tolerance: "±0.3 / ±0.4",
    source: "Canello (2022) Table 2, column C",
    required: false,
    needs: "fits",
    parts: [near("laggedStatusC", 2.335, 0.3), near("initialStatusC", 1.581, 0.4)],
  },
  {
    name: "T14",
    meaning: "Peers of the same destination in column C",
    published: "0.039 (0.006)",
    tolerance: "t > 3; the size is not held against the paper, its unit being unknown",
    source: "Canello (2022) Table 2, column C",
    required: true,
    needs: "fits",
    parts: [atLeast("peersSameC.t", t, 6.5, 3)],
  },
  {
    name: "T15",
    meaning:
      "Peers of the same destination in column D relative to C: what the national count leaves of them",
    published: "0.015 / 0.039 = 0.38",
    tolerance: "0.15 to 0.65",
    source: "Canello (2022) Tables 2 and 4",
    required: true,
    needs: "fits",
    parts: [{ measure: "peersSameDOverC", unit: ratio, published: 0.38, from: 0.15, to: 0.65 }],
  },
  {
    name: "T16",
    meaning: "Peers of other destinations in columns C, then D",
    published: "−0.025 (0.007), −0.001 (0.007)",
    tolerance: "C: t < −2; D: |t| < 2",
    source: "Canello (2022) Tables 2 and 4",
    required: true,
    needs: "fits",
    parts: [atMost("peersOtherC.t", t, -3.57, -2), insignificant("peersOtherD.t", -0.14)],
  },
  {
    name: "T17",
    meaning: "Captive peers of the same destination in columns C, then D",
    published: "0.044 (0.010), 0.013 (0.012)",
    tolerance: "C above 0; D: |t| < 2",
    source: "Canello (2022) Tables 2 and 4",
    required: false,
    needs: "fits",
    parts: [atLeast("captiveSameC", perUnit, 0.044, 0), insignificant("captiveSameD.t", 1.08)],
  },
  {
    name: "T18",
    meaning:
      "Gain of log-likelihood: the national count (from C to D) relative to all local peers (from A to C)",
    published: "129 (1 parameter) / 86 (4 parameters) = 1.50",
    tolerance: "above 1",
    source: "Canello (2022) Tables 2 and 4",
    required: false,
    needs: "fits",
    parts: [atLeast("nationalGainOverLocal", ratio, 1.5, 1)],
  },
  {
    name: "T19",
    meaning: "Peers of the same destination without provinces below 20 producers: column H relative to F",
    published: "0.025 (0.009) / 0.016 (0.007) = 1.56",
    tolerance: "above 1 (weak)",
    source: "Canello (2022) Table 4",
    required: false,
    needs: "fits",
    parts: [atLeast("peersSameHOverF", ratio, 1.56, 1)],
  },
];

export const targetsOfDurations: readonly CalibrationTarget[] = [
  {
    name: "T21",
    meaning: "Peers before the start in Cox column IV",
    published: "log hazard ratio −0.28 (0.08) in unknown units; −0.006 per firm in the draft",
    tolerance: "t < −2; −0.002 to −0.012 per firm",
    source: "Canello (2022) Table 3; Canello & Pavone (draft) Table 3",
    required: false,
    needs: "fits",
    parts: [
      atMost("peersBeforeStartIV.t", t, -3.43, -2),
      {
        measure: "peersBeforeStartIV",
        unit: "log hazard ratio per firm",
        published: -0.006,
        from: -0.012,
        to: -0.002,
      },
    ],
  },
  {
    name: "T22",
    meaning: "Peers that backshored in Cox column IV: not rejected where nobody imitates a return",
    published: "hazard ratio 1.40 (error of the logarithm 1.64)",
    tolerance: "|t| < 1.96 in 90 % of histories, with imitationBackshore 0",
    source: "Canello (2022) Table 3, column IV",
    required: false,
    needs: "fits",
    parts: [
      {
        measure: "peersBackshoringIV.t",
        unit: t,
        published: 0.2,
        from: -1.96,
        to: 1.96,
        shareOfHistories: 0.9,
      },
    ],
  },
];

export const targetsOfOtherRegressions: readonly CalibrationTarget[] = [
  {
    name: "T23",
    meaning:
      "The firm-level model of the draft on the same history: lagged status, initial status, peers of the province, captive peers",
    published: "2.531 (0.032), 0.527 (0.039), 0.018 (0.002), −0.011 (0.010)",
    tolerance: "±0.3, ±0.3, t > 3, |t| < 2",
    source: "Canello & Pavone (draft) Table 2",
    required: false,
    needs: "fits",
    parts: [
      near("firmLaggedStatus", 2.531, 0.3),
      near("firmInitialStatus", 0.527, 0.3),
      atLeast("firmPeers.t", t, 9, 3),
      insignificant("firmCaptivePeers.t", -1.1),
    ],
  },
  {
    name: "T24",
    meaning:
      "Migrant-owned firms in province and industry: on being active (column C), on the hazard of return (Cox IV)",
    published: "−0.015 (0.004); log hazard ratio 3.2 (0.88) per unit share",
    tolerance: "signs, t beyond 2",
    source: "Canello (2022) Tables 2 and 3",
    required: false,
    needs: "fits",
    parts: [atMost("migrantShareC.t", t, -3.75, -2), atLeast("migrantShareIV.t", t, 3.65, 2)],
  },
];
