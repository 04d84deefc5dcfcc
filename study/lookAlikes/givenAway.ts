import { type Cause, causes } from "../../scenarios/lab/lookAlikes.ts";
import {
  mean,
  type PlainStatistics,
  type StatisticName,
  standardDeviation,
  statisticNames,
} from "./plainStatistics.ts";

/** Mean and standard deviation of a statistic over other histories of a cause. */
export type Reference = Readonly<Record<StatisticName, { readonly mean: number; readonly sd: number }>>;

/** So many standard deviations from a rival's mean, a history does not look like the rival. */
export const FAR = 3;

/** @param others at least two. */
export function referenceOf(others: readonly PlainStatistics[]): Reference {
  const of = (name: StatisticName) => {
    const values = others.map((each) => each[name]);
    return { mean: mean(values), sd: standardDeviation(values) };
  };
  return Object.fromEntries(statisticNames.map((name) => [name, of(name)])) as unknown as Reference;
}

/**
 * The statistics that gave a world away: those that lie more than `FAR` standard deviations from the mean of other histories of each of
 * the two rivals. Empty where counting alone could not have told.
 */
export function givenAwayBy(
  cause: Cause,
  statistics: PlainStatistics,
  references: Readonly<Record<Cause, Reference>>,
): readonly StatisticName[] {
  const rivals = causes.filter((each) => each !== cause);
  return statisticNames.filter((name) =>
    rivals.every((rival) => {
      const { mean: centre, sd } = references[rival][name];
      return Math.abs(statistics[name] - centre) > FAR * sd;
    }),
  );
}
