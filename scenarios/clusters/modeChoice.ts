import { choice, real } from "../schema/parameter.ts";

/** What proactive firms weigh when they choose a governance mode (D2), or the mode they are held to. */
export const modeChoiceParameters = {
  modePolicy: choice(
    ["choose", "exportOnly", "selective", "replicative", "highValue", "highValueMix"],
    "choose",
    {
      mechanism: "D2",
      meaning:
        "Firms choose for themselves, or all proactive firms take one mode when they first review: export only, outsourcing of processing (selective), replicative outsourcing, outsourcing of high-value work, or export with half as much of it",
      unit: "category",
      source: "Gancarczyk & Gancarczyk (2017), propositions 1 to 2c",
    },
  ),
  reviewProbability: real(0.2, 0, 1, {
    mechanism: "D2",
    meaning: "Probability that a proactive firm reviews its mode in a year",
    unit: "probability",
    source: "[A]",
  }),
  modeTemperature: real(0.3, 0.001, 100, {
    mechanism: "D2",
    meaning: "How far chance enters the choice of a mode: 0 would take the best, a large value any",
    unit: "utility",
    source: "[A]",
  }),
  feasibilityWeight: real(1, -10, 10, {
    mechanism: "D2",
    meaning: "Weight of feasibility for small firms: HF 1, MF 0.5, LF 0.2",
    unit: "utility",
    source: "Gancarczyk & Gancarczyk (2017) Tables 2 and 3; weight [A]",
    neutral: 0,
  }),
  costWeight: real(1, -10, 10, {
    mechanism: "D2",
    meaning: "Weight of the gain of a mode, which is the share of value added that it moves",
    unit: "utility",
    source: "[A]",
    neutral: 0,
  }),
  knowledgeWeight: real(1, -10, 10, {
    mechanism: "D2",
    meaning: "Weight of objective 1, avoiding lock-in: + 1, +- 0.5, − 0",
    unit: "utility",
    source: "Gancarczyk & Gancarczyk (2017) Tables 2 and 3; weight [A]",
    neutral: 0,
  }),
  coreWeight: real(1, -10, 10, {
    mechanism: "D2",
    meaning: "Weight of the leak of core competence, 1 less objective 2: + 0, +- 0.5, − 1",
    unit: "utility",
    source: "Gancarczyk & Gancarczyk (2017) Tables 2 and 3; weight [A]",
    neutral: 0,
  }),
  experienceWeight: real(0.3, 0, 10, {
    mechanism: "D2",
    meaning: "Loss of utility for each step that a mode lies above the firm's experience abroad",
    unit: "utility per step",
    source: "[A]; Gancarczyk & Gancarczyk (2017): materials, then processing, then captive",
    neutral: 0,
  }),
  yearsPerStep: real(3, 0.1, 100, {
    mechanism: "D2",
    meaning: "Years abroad that make one step of experience",
    unit: "years",
    source: "[A]",
  }),
  fixedCostWeight: real(0, 0, 10, {
    mechanism: "D2",
    meaning:
      "The rival: loss of utility by the fixed cost of a mode (captive 1), times mean size over own size",
    unit: "utility",
    source: "[A]; random choice with a cost that depends on size may give the same order of adoption",
    neutral: 0,
  }),
};
