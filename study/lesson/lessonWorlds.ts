import { watchWorlds } from "../../scenarios/lab/watchWorlds.ts";

/** A world of a lesson: a ready scenario and what is set on top of it. */
export interface LessonWorld {
  readonly scenario: string;
  readonly set: Readonly<Record<string, unknown>>;
}

/** The country of the course, in which firms imitate, and the one that looks like it, in which nobody does. */
export type CountryName = "imitators" | "good-location";

/** What the lab calls them, and links with it. */
export const worldNames: Readonly<Record<CountryName, string>> = {
  imitators: "herding",
  "good-location": "good-location",
};

/** @throws RangeError where the lab has no such world to watch. */
export function countryWorld(name: CountryName): LessonWorld {
  const found = watchWorlds.find(({ id }) => id === worldNames[name]);
  if (found === undefined) throw new RangeError(`no world to watch is called ${name}`);
  return found;
}

/** Imitation of the country of the course at full strength: probit per log(1 + peers). */
export const fullImitation = { start: 0.28, stay: 0.25 } as const;

/** What log(1 + peers) truly weighs in a decision to start, in each country of the course. */
export const trueImitation: Readonly<Record<CountryName, number>> = {
  imitators: fullImitation.start,
  "good-location": 0,
};

/** The country in which firms imitate, with a share of its imitation: 0 none, 1 as it is. */
export function imitatingCountry(strength: number): LessonWorld {
  const { scenario, set } = countryWorld("imitators");
  return {
    scenario,
    set: {
      ...set,
      imitationSame: fullImitation.start * strength,
      imitationStay: fullImitation.stay * strength,
    },
  };
}

/**
 * A dozen firms of one province, one industry and one destination, over ten years: small enough to be followed by eye. All
 * provinces of Italy are there, and do not touch each other.
 */
export function smallProvince(pioneer: number | null): LessonWorld {
  const { year, province } = smallProvincePlace;
  const set = {
    firms: 1236,
    provinceSizes: "equal",
    footwearShare: 0,
    destinationOffset: [0, -8, -8, -8],
    firstYear: 2001,
    warmUpYears: 2,
    recordedYears: 10,
    base: -3,
    imitationSame: 2,
    imitationStay: 0.5,
    firmEffectSd: 0.3,
    pairEffectSd: 0.2,
    sortingSd: 0,
    shockSd: 0,
    "controls.exportingExperience": 0,
    pioneers: pioneer === null ? [] : [{ year, province, destination: "europe", firm: pioneer, stay: 3 }],
  };
  return { scenario: "canello-2022/W0", set };
}

export const smallProvincePlace = { year: 2002, province: "BI" } as const;

/** Three reasons why neighbours may do alike, each with about as many firms abroad: none, imitation, a place that suits. */
export const peerWorlds = {
  nothing: { scenario: "canello-2022/W0", set: {} },
  imitation: { scenario: "canello-2022/W1", set: {} },
  place: {
    scenario: "canello-2022/W3",
    set: { base: -3.4, destinationOffset: [0, 0, 0, 0] },
  },
} as const satisfies Record<string, LessonWorld>;
export type PeerWorld = keyof typeof peerWorlds;

/** The districts of Bettiol et al. (2017), with what a district's share of the suppliers costs who wants to leave. */
export function districtWorld(embeddednessCost: number): LessonWorld {
  return { scenario: "bettiol-2017", set: { embeddednessCost } };
}

/** The firms of Canello & Pavone, with what one more neighbour adds to the suppliers one finds (per log(1 + peers)). */
export function learningWorld(vicariousQualityGain: number): LessonWorld {
  return { scenario: "canello-pavone", set: { vicariousQualityGain } };
}

/** The firms of Freeman (2007), of whose returns a share are pauses. */
export function pausingWorld(pauseShare: number): LessonWorld {
  return { scenario: "freeman-2007/pause", set: { pauseShare } };
}

/** What the proactive firms of the clusters of Gancarczyk & Gancarczyk (2017) are held to, in the order of the lesson. */
export const clusterStrategies = ["selective", "replicative", "exportOnly"] as const;
export type ClusterStrategy = (typeof clusterStrategies)[number];
