import type { Preset } from "../family.ts";

/**
 * Worlds that differ in why neighbours do alike, at full size: an index with state dependence, heterogeneity and
 * characteristics, and one cause each. Nobody imitates but in W1. `base` is such that about 7 % of firms are active.
 */
const nothing = { imitationSame: 0, provinceDestinationFitSd: 0 };
const flat = { ...nothing, destinationOffset: [0, 0, 0, 0] };

function world(name: string, summary: string, parameters: Preset["parameters"]): Preset {
  return { name: `canello-2022/${name}`, summary, parameters };
}

export const worlds: readonly Preset[] = [
  world("W0", "Nothing: destinations are alike, and no firm looks at another", { ...flat, base: -3.36 }),
  world("W1", "Imitation, 0.1 per log(1 + peers), of destinations that are alike", {
    ...flat,
    base: -3.49,
    imitationSame: 0.1,
  }),
  world("W1-W2", "Imitation where some destinations are popular", {
    ...nothing,
    base: -3.05,
    imitationSame: 0.1,
  }),
  world("W2", "Popular destinations (A6), which all worlds below have as well", { ...nothing, base: -2.9 }),
  world("W3", "Destinations that suit some provinces (A6b)", {
    ...nothing,
    base: -3.02,
    provinceDestinationFitSd: 0.3,
  }),
  world("W4", "An industry that learns a destination as a whole (A7)", {
    ...nothing,
    base: -3.45,
    destinationLearning: 0.1,
  }),
  world("W5", "Shocks that hit neighbours together (A8)", { ...nothing, base: -2.93, shockSd: 0.3 }),
  world("W6", "Firms with a talent for going abroad in the same places (A9)", {
    ...nothing,
    base: -2.845,
    sortingSd: 0.25,
  }),
  world("W7", "Suppliers that follow their clients (B3)", { ...nothing, base: -3.02, clientFollowing: 0.6 }),
  world("W8", "Firms that pause and return through kept ties (E1, E3, E4)", {
    ...nothing,
    base: -2.945,
    pauseShare: 0.25,
  }),
  world("W9", "Density: peers legitimate a destination, then compete for it (E8)", {
    ...nothing,
    base: -2.98,
    legitimacy: 0.01,
    competition: 0.00008,
  }),
];
