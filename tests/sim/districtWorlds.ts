import { resolveScenario, type Scenario } from "../../scenarios/index.ts";
import { startWorld } from "../../sim/index.ts";
import type { SupplierPortfolios } from "../../sim/mechanisms/supplierPortfolio.ts";
import type { World } from "../../sim/world.ts";
import { type Kind, key, type Parameters, quietWorld } from "./worlds.ts";

/** Register firms with supplier portfolios in eight districts; every mechanism at its neutral value, unless set. */
export function quietDistricts(kind: Kind, set: Parameters = {}): Scenario {
  return quietWorld(kind, {
    geography: "districts",
    firmPopulation: "register",
    supplierPortfolio: "drawn",
    firms: 400,
    ...set,
  });
}

/** The ready world of a preset. */
export function districts(set: Parameters = {}, preset = "bettiol-2017"): Scenario {
  return resolveScenario(preset, set);
}

export function portfoliosOf({ portfolios }: World): SupplierPortfolios {
  if (portfolios === null) throw new Error("no portfolios");
  return portfolios;
}

export function started(scenario: Scenario): World {
  return startWorld(scenario, key());
}
