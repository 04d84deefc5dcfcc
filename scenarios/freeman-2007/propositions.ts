import type { Proposition } from "../target.ts";

/** What Freeman (2007) claims, as we read it. */
export const propositions: readonly Proposition[] = [
  {
    name: "E-P1",
    claim: "De-internationalisation is often a temporary, deliberate switch under hostile conditions",
    source: "Freeman (2007), cases A, B, E, F and G",
    checks: [
      {
        measure: "temporaryShare",
        world: "freeman-2007",
        is: "above",
        than: { world: "freeman-2007/final" },
      },
    ],
    notSimulated: "deliberation: pauses are drawn, only the conditions that end spells are explained",
  },
  {
    name: "E-P2",
    claim: "It frees resources and keeps ties",
    source: "Freeman (2007), cases A and B",
    checks: [{ measure: "keptTies", world: "freeman-2007", is: "above", than: 0 }],
    notSimulated: "resources: firms have no budget, so nothing is freed",
  },
  {
    name: "E-P3",
    claim: "Knowledge and commitment can rise during it",
    source: "Freeman (2007), case B",
    checks: [
      {
        measure: "startsOutOfTies",
        world: "freeman-2007/inward",
        is: "above",
        than: { world: "freeman-2007/pause" },
      },
    ],
    notSimulated: "knowledge: it decays during a pause (knowledgeKept), and cannot rise",
  },
  {
    name: "E-P4",
    claim: "Volumes are cut before ties",
    source: "Freeman (2007), cases E and G",
    checks: [{ measure: "volumeBeforeStop", world: "freeman-2007", is: "below", than: 1 }],
    notSimulated: "",
  },
  {
    name: "E-P5",
    claim:
      "Re-entry is faster through kept ties, often in cooperation with domestic rivals or former suppliers",
    source: "Freeman (2007), cases A and E",
    checks: [
      { measure: "tieAdvantage", world: "freeman-2007", is: "above", than: 1 },
      {
        measure: "reentryRate",
        world: "freeman-2007/rivals",
        is: "above",
        than: { world: "freeman-2007/pause" },
      },
    ],
    notSimulated: "former suppliers as partners",
  },
  {
    name: "E-P6",
    claim: "Entry follows clients, not competitors; psychic distance has no effect",
    source: "Freeman (2007), case D and discussion",
    checks: [{ measure: "clientAdvantage", world: "freeman-2007", is: "above", than: 1 }],
    notSimulated:
      "that nobody follows competitors and that destinations are alike is assumed in the presets, not found",
  },
];
