import type { KnownFirmIndex } from "../firms/sharedFirms.ts";
import { typicalFirm } from "../firms/typicalFirm.ts";
import type { World } from "../world.ts";

/**
 * What a firm's observed characteristics add to its index, measured from those of the typical firm:
 * Σ controls[x] · (x − typical x). Values are those of the end of t − 1. By firm; unit probit. Computed
 * anew when firms have aged, as nothing else changes it; worlds that share firms take over what another has computed
 * from the same.
 *
 * @param year that is over: by then worlds that share firms have the same ones.
 */
export function renewFirmIndex(world: World, year: number): void {
  const ofCell = indexOfCells(world);
  const known = world.shared?.firmIndex.get(year);
  if (known !== undefined && computedFrom(known, world, ofCell)) {
    world.firmIndex.set(known.index);
    return;
  }
  fillFirmIndex(world, ofCell);
  world.shared?.firmIndex.set(year, {
    controls: world.scenario.controls,
    ofCell,
    firmEffect: world.firmEffect,
    index: world.firmIndex.slice(),
  });
}

function computedFrom(known: KnownFirmIndex, { scenario, firmEffect }: World, ofCell: Float64Array): boolean {
  const { controls } = scenario;
  const names = Object.keys(controls) as (keyof typeof controls)[]; // keys of that very object
  return (
    names.every((name) => controls[name] === known.controls[name]) &&
    sameNumbers(ofCell, known.ofCell) &&
    sameNumbers(firmEffect, known.firmEffect)
  );
}

function sameNumbers(one: Float64Array, other: Float64Array): boolean {
  if (one === other) return true;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return one.length === other.length;
}

function indexOfCells({
  provinceCharacteristics: province,
  cellFirms,
  industries,
  scenario,
}: World): Float64Array {
  const effect = scenario.controls;
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
  return ofCell;
}

function fillFirmIndex({ firms, firmIndex, firmEffect, scenario }: World, ofCell: Float64Array): void {
  const effect = scenario.controls;
  for (let firm = 0; firm < firms.count; firm++) {
    firmIndex[firm] =
      firmEffect[firm] +
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
}

/** The largest pair effect of each firm; also when pair effects were drawn anew. */
export function renewLargestPairEffect({ largestPairEffect, pairs, destinations }: World): void {
  for (let firm = 0, pair = 0; firm < largestPairEffect.length; firm++) {
    let largest = Number.NEGATIVE_INFINITY;
    for (const end = pair + destinations; pair < end; pair++) {
      if (pairs.pairEffect[pair] > largest) largest = pairs.pairEffect[pair];
    }
    largestPairEffect[firm] = largest;
  }
}
