import { typicalFirm } from "../firms/typicalFirm.ts";
import type { World } from "../world.ts";

/**
 * A13 · Migrant firms at home: where they are many, work can come back without what it cost before.
 *
 *     index of staying −= migrantReturn · (migrantFirmShare[j, k] − that of a typical cell)
 *
 * in behavioural worlds, beside the effect of the share on activity, which holds starting and staying alike
 * (`controls.migrantFirmShare`). Unit: probit per percentage point; default 0 (0.02 in calibrated worlds), range −1 to 1; off at
 * 0. Source: Canello (2022) Table 3, a log hazard of return of 3.0 per unit share; the form is [A].
 */
export function migrantReturn({ scenario, provinceCharacteristics, firms }: World, firm: number): number {
  if (scenario.migrantReturn === 0) return 0;
  const share = provinceCharacteristics.migrantFirmShare[firms.cell[firm]];
  return scenario.migrantReturn * (share - typicalFirm.migrantFirmShare);
}
