/** A world that the lab has ready to watch: what a link holds but for the seed. */
export interface WatchWorld {
  readonly id: string;
  /** Name of a ready scenario, and what is set on top of it. */
  readonly scenario: string;
  readonly set: Readonly<Record<string, unknown>>;
  /** What happens in it and why, as its seeds show it (tests/scenarios/lab). */
  readonly comment: string;
}

/**
 * From 1984, with everybody at home, to 2012. Experience of exporting is without effect here: firms gain some of it in every recorded year, and over
 * so many years more and more would go abroad in any world.
 */
const long = {
  firstYear: 1986,
  warmUpYears: 2,
  recordedYears: 27,
  "controls.exportingExperience": 0,
};

/** All begin with W0 of Canello (2022): Italy at full size, four destinations alike, nobody imitates. */
function watchWorld(id: string, set: WatchWorld["set"], comment: string): WatchWorld {
  return { id, scenario: "canello-2022/W0", set: { ...long, ...set }, comment };
}

/** The same in the worlds of local and of national peers. */
const milanese = [{ year: 1990, province: "MI", destination: "eastAsia", firms: 120, stay: 4 }] as const;

export const watchWorlds: readonly WatchWorld[] = [
  watchWorld(
    "no-herding",
    {},
    "Nobody looks at anybody: about 6 % of the firms are abroad from the eighth year on, in all provinces alike; nothing changes with imitation off, as there is none.",
  ),
  watchWorld(
    "herding",
    { base: -3.6, imitationSame: 0.28, imitationStay: 0.25 },
    "Firms start and stay where peers of their province and industry are: some 17 % abroad in the end, 4 % without imitation, and far more in provinces with many firms than in others.",
  ),
  watchWorld(
    "good-location",
    { base: -3.6, provinceDestinationFitSd: 0.6 },
    "The impostor: nobody imitates, but some destinations suit some provinces. Provinces differ about as much as under herding, and their firms share a destination; nothing changes with imitation off.",
  ),
  watchWorld(
    "common-shock",
    {
      base: -3.5,
      datedShocks: [
        { year: 1994, entry: 0.6 },
        { year: 1995, entry: 0.8 },
        { year: 1996, entry: 0.8 },
        { year: 1997, entry: 0.6 },
        { year: 2004, exit: 0.6 },
        { year: 2005, exit: 0.6 },
      ],
    },
    "Going abroad is cheap from 1994 to 1997 and staying is dear in 2004 and 2005: a wave of starts and a fall, by all firms at once; nothing changes with imitation off.",
  ),
  watchWorld(
    "local-peers",
    { base: -5.3, imitationSame: 0.7, imitationStay: 0.7, pioneers: milanese },
    "120 firms of Milano are sent to East Asia in 1990, and firms look at peers of their own province and industry: a quarter of Milano and more is there in the end, and next to nobody elsewhere.",
  ),
  watchWorld(
    "national-peers",
    { base: -5, destinationLearning: 0.35, pioneers: milanese },
    "The same 120 firms, but an industry learns a destination as a whole (A7): all provinces follow alike. Imitation off means that of local peers; learning by the industry stays on, so nothing changes.",
  ),
  watchWorld(
    "cascade-reversal",
    {
      base: -4.2,
      peerMeasure: "flow",
      imitationSame: 0.15,
      imitationStay: 0.15,
      pioneers: [{ year: 1990, destination: "eastAsia", firms: 900, stay: 3 }],
    },
    "A fashion: firms look at who has just started. 900 pioneers of 1990 start a wave that takes a quarter of all firms and more abroad; when nobody is left to start, nobody stays, and it is over. Without imitation the pioneers come home and nothing else happens.",
  ),
  watchWorld(
    "late-adopters",
    { base: -4.8, imitationSame: 0.6, stateDependence: 3.2, firmEffectSd: 1.3, pairEffectSd: 0.2 },
    "Peers matter for the start alone: those whom it suits go first, and those who go late, because many have gone, come home sooner: four in five within three years, of the early ones three in five.",
  ),
];
