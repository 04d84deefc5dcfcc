import type { World } from "../world.ts";

/**
 * C7 · R&D wants to be near production.
 *
 *     index of staying −= distancePenalty · R&D intensity · distance[l]
 *
 * in behavioural worlds. R&D intensity: 1 with an R&D department, else 0; micro firms have none. The loss of quality shows
 * abroad, and nobody expects it. Unit: index of net saving; default 0, range 0 to 5; off at 0. Source: Bettiol
 * et al. (2017) Table 4: co-location of R&D and manufacturing rated 3.35 of 5; value and distances [A]. Firms with R&D
 * offshore more all the same (68.1 against 46.3 % have a department), since they are larger.
 */
export function distanceLoss({ scenario, register }: World, firm: number, destination: number): number {
  if (scenario.distancePenalty === 0 || register === null) return 0;
  return scenario.distancePenalty * register.research[firm] * distance[destination];
}

/** Of Europe, North Africa, East Asia and elsewhere, as a share of the farthest [A]. */
const distance = [0.2, 0.4, 1, 1];
