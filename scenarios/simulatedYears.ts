import type { Scenario } from "./scenario.ts";

/** First and last calendar year in which anything happens: the warm-up, then the recorded years. */
export function simulatedYears({ firstYear, warmUpYears, recordedYears }: Scenario): {
  readonly first: number;
  readonly last: number;
} {
  return { first: firstYear - warmUpYears + 1, last: firstYear + recordedYears - 1 };
}

/** A sentence for each dated shock that strikes in a year that is never simulated, and so does nothing. */
export function shocksWithoutEffect(scenario: Scenario): string[] {
  const { first, last } = simulatedYears(scenario);
  return scenario.datedShocks.flatMap(({ year }, index) =>
    year >= first && year <= last
      ? []
      : [
          `datedShocks[${index}] strikes in ${year} and has no effect: the simulated years are ${first} to ${last}`,
        ],
  );
}
