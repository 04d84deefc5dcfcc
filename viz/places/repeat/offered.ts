import { watchWorlds } from "../../../scenarios/lab/watchWorlds.ts";

/** The worlds that the place offers; a link may name any other ready scenario. */
export const offeredWorlds = [
  "herding",
  "no-herding",
  "good-location",
  "common-shock",
  "local-peers",
  "canello-2022",
  "canello-2022/eq1",
  "canello-2022/return",
] as const;
export type OfferedWorld = (typeof offeredWorlds)[number];

/** The specifications that the place offers; a study file may name any other. */
export const offeredMethods = [
  "canello-2022/B",
  "canello-2022/C",
  "canello-2022/C-small",
  "canello-2022/D",
  "canello-2022/F",
  "canello-2022/cox-I",
  "canello-2022/cox-II",
  "canello-2022/cox-III",
  "canello-2022/cox-IV",
  "canello-2022/cox-IV-flow",
  "canello-2022/cox-yearly",
  "canello-2022/cox-exact",
] as const;
export type OfferedMethod = (typeof offeredMethods)[number];

/** Where a return has a time within its year, which a Cox model of exact times needs. */
const worldOfExactTimes: OfferedWorld = "canello-2022/return";

export function methodsFor(world: string): readonly OfferedMethod[] {
  return offeredMethods.filter((each) => each !== "canello-2022/cox-exact" || world === worldOfExactTimes);
}

/** Table 3 as published: a dummy for each year of start. */
const withYearsOfStart: readonly OfferedMethod[] = [
  "canello-2022/cox-I",
  "canello-2022/cox-II",
  "canello-2022/cox-III",
  "canello-2022/cox-IV",
];

/** Whether a world has so many years of start that few firms leave most of the method's dummies without a return. */
export function hasManyYearsOfStart(world: string, method: OfferedMethod): boolean {
  return withYearsOfStart.includes(method) && watchWorlds.some(({ id }) => id === world);
}

export const firstWorld = "herding";
export const firstMethod: OfferedMethod = "canello-2022/C";

/** Firms of a repeated world: few enough for a replication to take less than a second. */
export const firms = { first: 400, least: 200, most: 4000, step: 100 } as const;

/** How many replications a button adds. */
export const additions = [1, 10, 100, 1000] as const;

/** Replications of one study at most on this page, of all cells together; more are for the command line (`MOST_IN_BROWSER` there). */
export const mostReplications = 100_000;
