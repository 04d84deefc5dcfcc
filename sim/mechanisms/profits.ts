import { normalQuantile } from "../../numerics/normal.ts";
import type { Scenario } from "../../scenarios/index.ts";
import { fillWithDraws } from "../random/streams.ts";
import type { RunKey } from "../run.ts";
import type { World } from "../world.ts";

/**
 * B8 · Profits: firms that make a profit leave less.
 *
 *     state of the firm   z[t] = profitPersistence · z[t−1] + √(1 − profitPersistence²) · N(0, 1),  stationary N(0, 1)
 *     profit              z[t] > Φ⁻¹(1 − profitShare)
 *     entryExit:  log hazard of return += profitEffect · (profit[t−1] − profitShare)
 *     elsewhere:  index of staying     −= profitEffect · (profit[t−1] − profitShare)
 *
 * Profits do not depend on being abroad: no reverse causality. Unit: log hazard, or probit; default 0 (published −0.44), range −10 to
 * 10; profitShare 0.7 and profitPersistence 0.7 [A]; off at profitEffect = 0. Source: Canello & Pavone (draft), Table 3: hazard ratio 0.643.
 */
export function drawProfits(scenario: Scenario, key: RunKey, firms: number): Float64Array {
  const profits = new Float64Array(hasProfits(scenario) ? firms : 0);
  fillWithDraws(profits, key, "profit");
  return profits.map(normalQuantile);
}

/** Whether a world of this scenario knows profits. */
export function hasProfits({ profitEffect }: Scenario): boolean {
  return profitEffect !== 0;
}

/** The year's profits, in the phase "produce and learn". */
export function moveProfits({ profits, scenario, key }: World, year: number): void {
  if (profits.length === 0) return;
  const draws = new Float64Array(profits.length);
  fillWithDraws(draws, key, "profit", year);
  const kept = scenario.profitPersistence;
  const news = Math.sqrt(1 - kept * kept);
  for (let firm = 0; firm < profits.length; firm++)
    profits[firm] = kept * profits[firm] + news * normalQuantile(draws[firm]);
}

/** State of a firm above which it makes a profit. */
export function profitThreshold({ profitShare }: Scenario): number {
  return normalQuantile(1 - profitShare);
}

/** 1 where the firm made a profit in the last year, by firm. */
export function profitable({ profits, scenario }: World): Uint8Array {
  const threshold = profitThreshold(scenario);
  return Uint8Array.from(profits, (state) => (state > threshold ? 1 : 0));
}

/** What holds a firm, by firm; null where nothing does. */
export function profitHold(world: World): Float64Array | null {
  const { profitEffect, profitShare } = world.scenario;
  if (profitEffect === 0) return null;
  return Float64Array.from(profitable(world), (made) => -profitEffect * (made - profitShare));
}
