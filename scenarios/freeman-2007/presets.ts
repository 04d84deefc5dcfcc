import type { Preset } from "../family.ts";

/**
 * Firms that look at their supplier, their client (E6, which is B3) and the times, not at each other: the paper
 * found entry to follow clients, not competitors, and no effect of psychic distance. The level follows Canello
 * (2022), Table 1: about 7 % of firms active, a fifth of them stopping in a year. Ten years are recorded, so that
 * pauses can be seen to end.
 */
const world = {
  firms: 3000,
  recordedYears: 11,
  base: -3.9,
  stateDependence: 2.15,
  sortingSd: 0.25,
  shockSd: 0.3,
  imitationSame: 0,
  clientFollowing: 0.6,
  destinationOffset: [0, 0, 0, 0],
  provinceDestinationFitSd: 0,
  qualitySd: 0.6,
  optimismBias: 0.3,
  exitThreshold: 0.3,
  commitment: 0.3,
};

/** E1, E3 and E4: decay, floor, boost and what is remembered are at their defaults. */
const pausing = { ...world, pauseShare: 0.25 };

export const presets: readonly Preset[] = [
  {
    name: "freeman-2007",
    summary: "Firms cut volumes, pause, turn inward and come back through kept ties, alone or with rivals",
    parameters: { ...pausing, volumeCut: 0.5, inwardSwitch: 0.1, jointEntry: 0.1 },
  },
  {
    name: "freeman-2007/final",
    summary: "The same firms without pauses: every return is final, no tie is kept",
    parameters: world,
  },
  {
    name: "freeman-2007/pause",
    summary: "Pauses, dormant ties and re-entry alone: the world in which a return is misread as one",
    parameters: pausing,
  },
  {
    name: "freeman-2007/inward",
    summary: "Pauses, and firms that turn inward in every fifth bad year",
    parameters: { ...pausing, inwardSwitch: 0.2 },
  },
  {
    name: "freeman-2007/rivals",
    summary: "Pauses, and half of the paused rivals join who re-enters: starts cluster, and nobody imitates",
    parameters: { ...pausing, jointEntry: 0.5 },
  },
  {
    name: "freeman-2007/density",
    summary: "Density dependence: peers legitimate a destination up to ten, then compete for it",
    parameters: { ...world, legitimacy: 0.06, competition: 0.003 },
  },
  {
    name: "freeman-2007/deterrence",
    summary: "Peers that returned last year keep firms at home",
    parameters: { ...world, exitDeterrence: 0.1 },
  },
];
