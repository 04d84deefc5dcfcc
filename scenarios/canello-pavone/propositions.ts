import type { Proposition } from "../target.ts";

const baseline = "canello-pavone";

/** The two hypotheses, as facts of worlds: what estimators make of them is for the studies. */
export const propositions: readonly Proposition[] = [
  {
    name: "B-H1",
    claim: "Local learning raises activity: the more firms of the province are abroad, the more go",
    source: "Canello & Pavone (draft), hypothesis 1; Table 2: 0.018 (0.002) per firm",
    checks: [
      {
        measure: "activeShare",
        world: baseline,
        is: "above",
        than: { world: "canello-pavone/no-firm-imitation" },
      },
    ],
    notSimulated: "",
  },
  {
    name: "B-H2",
    claim: "Local learning lengthens activity: who starts among many stays longer",
    source: "Canello & Pavone (draft), hypothesis 2; Table 3: hazard ratio 0.994 per firm",
    checks: [
      {
        measure: "exitRate",
        world: baseline,
        is: "below",
        than: { world: "canello-pavone/no-quality-gain" },
      },
      {
        measure: "exitRate",
        world: baseline,
        is: "below",
        than: { world: "canello-pavone/no-learning" },
      },
    ],
    notSimulated: "what is learned: that peers make for better suppliers is assumed (A3), not found",
  },
];
