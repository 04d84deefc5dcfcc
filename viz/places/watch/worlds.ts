/** The worlds that the place offers, in its order; their words are in `worldWords.ts`. A link may name any other ready scenario. */
export const offeredWorlds = [
  "herding",
  "no-herding",
  "good-location",
  "common-shock",
  "local-peers",
  "national-peers",
  "cascade-reversal",
  "late-adopters",
  "canello-2022",
  "canello-2022/no-imitation",
  "canello-pavone",
] as const;

export type OfferedWorld = (typeof offeredWorlds)[number];
