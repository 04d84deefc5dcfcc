/** Why the firms of a place do alike: they imitate, the place suits some destinations, or shocks hit them together. */
export const causes = ["imitation", "location", "shock"] as const;
export type Cause = (typeof causes)[number];

/** A world with one cause, made to look like the two others. */
export interface LookAlike {
  /** What the world is called in a study. */
  readonly name: string;
  readonly aim: string;
  /** Name of a ready scenario, and what is set on top of it. */
  readonly scenario: string;
  readonly set: Readonly<Record<string, number>>;
  /** What is set besides, so that the cause is gone and all else stays. */
  readonly withoutCause: Readonly<Record<string, number>>;
  /** The world of docs/identifiability.json that has the same cause, at another strength. */
  readonly recorded: string;
}

const firms = 1500;

/**
 * Three worlds of 1,500 firms in which some destinations are popular. Tuned until ten seeds could not tell their means apart: about
 * 6 % of the firms are abroad, and two firms of one province and industry share a destination some 1.5 times as often as any two
 * (tests/study/lookAlikes).
 */
export const lookAlikes: Readonly<Record<Cause, LookAlike>> = {
  imitation: {
    name: "imitation",
    aim: "Firms imitate peers of their province and industry.",
    scenario: "canello-2022/W1-W2",
    set: { firms, imitationSame: 0.3, base: -3.15 },
    withoutCause: { imitationSame: 0 },
    recorded: "W1-W2",
  },
  location: {
    name: "good-location",
    aim: "Nobody imitates: some destinations suit some provinces.",
    scenario: "canello-2022/W3",
    set: { firms, provinceDestinationFitSd: 0.35, base: -3.12 },
    withoutCause: { provinceDestinationFitSd: 0 },
    recorded: "W3",
  },
  shock: {
    name: "common-shock",
    aim: "Nobody imitates: shocks hit a province and industry together.",
    scenario: "canello-2022/W5",
    set: { firms, shockSd: 0.52, base: -3.17 },
    withoutCause: { shockSd: 0 },
    recorded: "W5",
  },
};
