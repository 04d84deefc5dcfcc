import { resolveScenario, type Scenario } from "../../scenarios/index.ts";
import { simulate } from "../../sim/index.ts";
import { type PanelMargins, panelMargins, spreadOf } from "./panelMargins.ts";

const LOWEST = -8;
const HIGHEST = 4;
const STEPS = 12;

/** A world whose share of active units is a panel's, and what one history of it looks like. */
export interface CalibratedBase {
  readonly base: number;
  readonly margins: PanelMargins;
  /** Standard deviation of each column asked for. */
  readonly spreads: Readonly<Record<string, number>>;
}

/**
 * The base index at which a share of the units is active, by bisection with the same random numbers at every step; in 12 steps
 * to 0.003. Where imitation is so strong that no base gives the share (few or nearly all imitate), the margins tell.
 *
 * @param set parameters of `canello-2022/eq1`, without `base`.
 * @param columns whose spread is wanted.
 */
export function calibrateBase(
  set: Readonly<Record<string, unknown>>,
  activeShare: number,
  columns: readonly string[],
): CalibratedBase {
  const history = (base: number) => historyOf(resolveScenario("canello-2022/eq1", { ...set, base }), columns);
  let [low, high] = [LOWEST, HIGHEST];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (history(middle).margins.activeShare < activeShare) low = middle;
    else high = middle;
  }
  const base = Number(((low + high) / 2).toFixed(3));
  return { base, ...history(base) };
}

function historyOf(scenario: Scenario, wanted: readonly string[]): Omit<CalibratedBase, "base"> {
  const { columns } = simulate(
    scenario,
    { seed: "design-from", condition: "calibration", replication: 1 },
    { columns: ["pair", "year", "active", "yLag", ...wanted] },
  );
  const values = (name: string): ArrayLike<number> =>
    columns.find((each) => each.name === name)?.values ?? [];
  return {
    margins: panelMargins(values("pair"), values("year"), values("active"), values("yLag")),
    spreads: Object.fromEntries(wanted.map((name) => [name, spreadOf(values(name))])),
  };
}
