import type { Proposition } from "../target.ts";

const world = "bettiol-2017";

/** What Bettiol et al. (2017) claim, as we read it. */
export const propositions: readonly Proposition[] = [
  {
    name: "C-P1",
    claim: "Embeddedness keeps manufacturing in the district, also that of firms that offshore",
    source: "Bettiol et al. (2017) Table 3 and discussion",
    checks: [
      { measure: "offshoringShare", world, is: "below", than: { world: `${world}/footloose` } },
      { measure: "districtOverAbroad", world, is: "above", than: 0 },
    ],
    notSimulated:
      "why: competence and quality of district suppliers are answers drawn alike for both groups, not causes",
  },
  {
    name: "C-P2",
    claim: "Location choices are stable, and were made early",
    source: "Bettiol et al. (2017), text: about 75 % never changed theirs, about 41 % began before 2000",
    checks: [{ measure: "unchangedSetUp", world, is: "above", than: { world: `${world}/movers` } }],
    notSimulated: "what made firms start early: no wave of offshoring is simulated, only years since 1986",
  },
  {
    name: "C-P3",
    claim: "Backshoring is rare, partial and driven by demand for what is made in Italy",
    source: "Bettiol et al. (2017) Table 4: 5 of 50 did it; made in Italy is the first motive",
    checks: [
      { measure: "returnDone", world, is: "below", than: 21.8 },
      { measure: "returnDone", world, is: "above", than: { world: `${world}/full-returns` } },
      { measure: "everReturned", world, is: "above", than: { world: `${world}/no-made-in` } },
    ],
    notSimulated: "what is brought home (finished products or parts): the answer is drawn",
  },
  {
    name: "C-P4",
    claim: "Imitation of returners is a possible reason; the paper does not test it",
    source: "Bettiol et al. (2017), discussion",
    checks: [
      { measure: "everReturned", world: `${world}/imitation`, is: "above", than: { world } },
      { measure: "returnDone", world: `${world}/imitation`, is: "above", than: { world } },
    ],
    notSimulated: "",
  },
];
