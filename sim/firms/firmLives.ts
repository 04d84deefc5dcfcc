import type { Scenario } from "../../scenarios/index.ts";
import type { RunKey } from "../run.ts";

/**
 * What firms become by themselves, whatever anybody decides: productivity by firm at the end of each calendar year in which they age. Worlds
 * of which `livesName` is the same can share it, and each year is then drawn once.
 */
export type FirmLives = Map<number, Float64Array>;

/**
 * Names all that firms' own lives depend on; null where they depend on more: on who was born in whose place, or on turnover.
 */
export function livesName(scenario: Scenario, key: RunKey): string | null {
  const { firms, firstYear, recordedYears, birthRate, firmPopulation } = scenario;
  if (birthRate > 0 || firmPopulation !== "micro") return null;
  return JSON.stringify([key, firms, firstYear, recordedYears]);
}
