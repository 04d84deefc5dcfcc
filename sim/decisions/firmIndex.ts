import { typicalFirm } from "../firms/typicalFirm.ts";
import type { World } from "../world.ts";

/**
 * What a firm's observed characteristics add to its index, measured from those of the typical firm:
 * Σ controls[x] · (x − typical x). Values are those of the end of t − 1. By firm; unit probit. Computed
 * anew when firms have aged, as nothing else changes it.
 */
export function renewFirmIndex(world: World): void {
  const { firms, provinceCharacteristics: province, cellFirms, industries } = world;
  const effect = world.scenario.controls;
  const ofCell = new Float64Array(cellFirms.length);
  for (let cell = 0; cell < ofCell.length; cell++) {
    const at = Math.floor(cell / industries);
    ofCell[cell] =
      effect.government * (province.government[at] - typicalFirm.government) +
      effect.corruption * (province.corruption[at] - typicalFirm.corruption) +
      effect.infrastructureQuality *
        (province.infrastructureQuality[at] - typicalFirm.infrastructureQuality) +
      effect.averageEmployeeWages * (province.averageEmployeeWages[at] - typicalFirm.averageEmployeeWages) +
      effect.population * (province.population[at] - typicalFirm.population) +
      effect.migrantFirmShare * (province.migrantFirmShare[cell] - typicalFirm.migrantFirmShare);
  }
  const index = world.firmIndex;
  for (let firm = 0; firm < firms.count; firm++) {
    index[firm] =
      world.firmEffect[firm] +
      ofCell[firms.cell[firm]] +
      effect.size * (firms.size[firm] - typicalFirm.size) +
      effect.labourProductivity * (firms.labourProductivity[firm] - typicalFirm.labourProductivity) +
      effect.supplier * (firms.supplier[firm] - typicalFirm.supplier) +
      effect.financialConstraints * (firms.financialConstraints[firm] - typicalFirm.financialConstraints) +
      effect.capitalIntensiveTechnology *
        (firms.capitalIntensiveTechnology[firm] - typicalFirm.capitalIntensiveTechnology) +
      effect.exportingExperience * (firms.exportingExperience[firm] - typicalFirm.exportingExperience) +
      effect.domesticOutsourcingExperience *
        (firms.domesticOutsourcingExperience[firm] - typicalFirm.domesticOutsourcingExperience);
  }
  // Behavioural firms are all candidates: nobody asks for the highest index.
  if (world.scenario.decision.kind !== "behavioural") renewFirmHighest(world);
}

/** Its largest sum with a pair effect of the firm; also when pair effects were drawn anew. */
export function renewFirmHighest({ firmIndex, firmHighest, pairs, destinations }: World): void {
  for (let firm = 0, pair = 0; firm < firmIndex.length; firm++) {
    let largest = Number.NEGATIVE_INFINITY;
    for (const end = pair + destinations; pair < end; pair++) {
      if (pairs.pairEffect[pair] > largest) largest = pairs.pairEffect[pair];
    }
    firmHighest[firm] = firmIndex[firm] + largest;
  }
}
