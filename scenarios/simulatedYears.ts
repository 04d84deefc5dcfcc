import type { Scenario } from "./scenario.ts";

/** First and last calendar year in which anything happens: the warm-up, then the recorded years. */
export function simulatedYears({ firstYear, warmUpYears, recordedYears }: Scenario): {
  readonly first: number;
  readonly last: number;
} {
  return { first: firstYear - warmUpYears + 1, last: firstYear + recordedYears - 1 };
}

/** A sentence for each dated shock that strikes, and each pioneer that starts, in a year that is never simulated, and so does nothing. */
export function shocksWithoutEffect(scenario: Scenario): string[] {
  const { first, last } = simulatedYears(scenario);
  const never = (year: number) => year < first || year > last;
  const simulated = `has no effect: the simulated years are ${first} to ${last}`;
  return [
    ...scenario.datedShocks.flatMap(({ year }, index) =>
      never(year) ? [`datedShocks[${index}] strikes in ${year} and ${simulated}`] : [],
    ),
    ...scenario.pioneers.flatMap(({ year }, index) =>
      never(year) ? [`pioneers[${index}] starts in ${year} and ${simulated}`] : [],
    ),
  ];
}
