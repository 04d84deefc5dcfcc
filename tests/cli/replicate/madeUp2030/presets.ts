import type { Preset } from "../../../../scenarios/family.ts";

/** The first is the paper's own world; what is not set has the default of the schema. */
export const presets: readonly Preset[] = [
  {
    name: "made-up-2030",
    summary: "Firms that imitate a little more than those of Canello (2022)",
    parameters: { firms: 3000, imitationSame: 0.15 },
  },
];
