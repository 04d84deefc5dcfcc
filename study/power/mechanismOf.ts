import { describeParameters } from "../../scenarios/describe.ts";
import type { Scenario } from "../../scenarios/index.ts";

/** Panel columns and the parameter that makes them matter, in worlds whose firms decide by an index. */
const byIndex: Readonly<Record<string, string>> = {
  msePeersSameDestination: "imitationSame",
  msePeersOtherDestinations: "imitationOther",
  largePeersSameDestination: "captiveSame",
  largePeersOtherDestinations: "captiveOther",
  yLag: "stateDependence",
  yInitial: "initialEffect",
  msePeersBackshoringSameDestination: "imitationBackshore",
};

/**
 * Path of the parameter that is the mechanism behind an estimand: off, the test of the estimand should not reject. Null where no
 * single parameter is.
 */
export function mechanismOf(estimand: string, scenario: Scenario, model: string): string | null {
  const column = /^averagePartialEffect\((.*)\)$/.exec(estimand)?.[1] ?? estimand;
  if (model === "cox" && scenario.decision.kind === "entryExit")
    return knownPath(`hazard.${column}`, scenario);
  return byIndex[column] ?? knownPath(`controls.${column}`, scenario);
}

function knownPath(path: string, scenario: Scenario): string | null {
  return describeParameters(scenario).some((row) => row.path === path) ? path : null;
}
