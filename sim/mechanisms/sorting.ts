import { normalQuantile } from "../../numerics/normal.ts";
import type { Scenario } from "../../scenarios/index.ts";
import type { Firms } from "../firms/firms.ts";
import { stream } from "../random/streams.ts";
import type { RunKey } from "../run.ts";

/**
 * A9 · Sorting: firms with a talent for going abroad cluster.
 *
 *     E[firmEffect | province j] ~ N(0, sortingSd²)
 *
 * Unit: probit; default 0 (0.25 plausible), range 0 to 5; off at 0. Gone with province effects or covariate means.
 *
 * @returns the mean of each firm's province, by firm.
 */
export function sorting(scenario: Scenario, key: RunKey, firms: Firms, provinces: number): Float64Array {
  const means = new Float64Array(firms.count);
  if (scenario.sortingSd === 0) return means;
  const draw = stream(key, "provinceEffect");
  const ofProvince = Float64Array.from(
    { length: provinces },
    () => scenario.sortingSd * normalQuantile(draw()),
  );
  return means.map((_, firm) => ofProvince[firms.province[firm]]);
}
