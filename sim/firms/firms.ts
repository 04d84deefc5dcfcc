import { exp, log } from "../../numerics/elementary.ts";
import { normalQuantile } from "../../numerics/normal.ts";
import type { Scenario } from "../../scenarios/index.ts";
import { stream } from "../random/streams.ts";
import type { RunKey } from "../run.ts";
import { typicalFirm } from "./typicalFirm.ts";

/** One entry a firm. What the panel shows of year t are the values at the end of t − 1. */
export interface Firms {
  readonly count: number;
  readonly province: Uint16Array;
  readonly industry: Uint8Array;
  /** province · industries + industry. */
  readonly cell: Int32Array;
  readonly alive: Uint8Array;
  /** Employees. */
  readonly size: Float64Array;
  /** EUR thousand per employee. */
  readonly labourProductivity: Float64Array;
  readonly supplier: Uint8Array;
  /** Access to credit, under the machine name of the published tables. */
  readonly financialConstraints: Uint8Array;
  readonly capitalIntensiveTechnology: Uint8Array;
  readonly exporter: Uint8Array;
  /** Years of exporting. */
  readonly exportingExperience: Float64Array;
  /** Relative cost, mean 1. */
  readonly domesticOutsourcingExperience: Float64Array;
  /** Percent. */
  readonly mainClientRevenueShare: Float64Array;
  readonly keepsDomesticSuppliers: Uint8Array;
}

const exporterShare = 0.3;
/** Years of exporting lie between 0 and this in the first recorded year; exporters add one each year after. */
const longestExporting = 12;

/**
 * Places and equips the firms. Every firm takes the same number of draws from each stream, so the first n firms of
 * a larger world are the firms of a world of n. Distributions are our assumption [A]: micro firms with a lognormal
 * size around 8 employees, productivity around EUR 30,000.
 */
export function drawFirms(
  scenario: Scenario,
  key: RunKey,
  provinceShares: Float64Array,
  industries: number,
): Firms {
  const count = scenario.firms;
  const firms: Firms = {
    count,
    province: new Uint16Array(count),
    industry: new Uint8Array(count),
    cell: new Int32Array(count),
    alive: new Uint8Array(count).fill(1),
    size: new Float64Array(count),
    labourProductivity: new Float64Array(count),
    supplier: new Uint8Array(count),
    financialConstraints: new Uint8Array(count),
    capitalIntensiveTechnology: new Uint8Array(count),
    exporter: new Uint8Array(count),
    exportingExperience: new Float64Array(count),
    domesticOutsourcingExperience: new Float64Array(count),
    mainClientRevenueShare: new Float64Array(count),
    keepsDomesticSuppliers: new Uint8Array(count),
  };
  const place = stream(key, "placement");
  const equip = stream(key, "firmCharacteristics");
  const tie = stream(key, "supplierTie");
  const cumulative = cumulativeSums(provinceShares);
  const below = (share: number) => (equip() < share ? 1 : 0);
  for (let firm = 0; firm < count; firm++) {
    firms.province[firm] = firstAbove(cumulative, place());
    firms.industry[firm] = place() < scenario.footwearShare ? 1 : 0;
    firms.cell[firm] = firms.province[firm] * industries + firms.industry[firm];
    firms.size[firm] = typicalFirm.size * exp(0.7 * normalQuantile(equip()) - 0.245);
    firms.labourProductivity[firm] =
      typicalFirm.labourProductivity * exp(0.4 * normalQuantile(equip()) - 0.08);
    firms.supplier[firm] = below(typicalFirm.supplier);
    firms.financialConstraints[firm] = below(typicalFirm.financialConstraints);
    firms.capitalIntensiveTechnology[firm] = below(typicalFirm.capitalIntensiveTechnology);
    firms.exporter[firm] = below(exporterShare);
    firms.exportingExperience[firm] = Math.floor(equip() * (longestExporting + 1)) * firms.exporter[firm];
    firms.domesticOutsourcingExperience[firm] = -log(equip());
    firms.mainClientRevenueShare[firm] = 100 * Math.sqrt(equip() * equip());
    firms.keepsDomesticSuppliers[firm] = tie() < scenario.keepsDomesticShare ? 1 : 0;
  }
  return firms;
}

function cumulativeSums(shares: Float64Array): Float64Array {
  const sums = new Float64Array(shares.length);
  let sum = 0;
  for (let at = 0; at < shares.length; at++) {
    sum += shares[at];
    sums[at] = sum;
  }
  return sums;
}

/** Index of the first cumulative share above `uniform`; the last one where rounding leaves none. */
function firstAbove(cumulative: Float64Array, uniform: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (uniform < cumulative[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Share of the distance to the typical log productivity that is left after a year, and its innovation [A]. */
const productivityPersistence = 0.97;
const productivityInnovationSd = 0.1;

/**
 * One year of the firms' own lives: productivity moves as an AR(1) in logs, exporters gain a year. Firms age in
 * recorded years only. In the warm-up they are what they will be in the first recorded year: nobody is born here, and
 * exporters that aged from the start would make every world's activity grow with the length of its warm-up.
 */
export function ageFirms(firms: Firms, key: RunKey, year: number): void {
  const innovate = stream(key, "firmInnovation", year);
  const pull = (1 - productivityPersistence) * (log(typicalFirm.labourProductivity) - 0.08);
  for (let firm = 0; firm < firms.count; firm++) {
    const innovation = productivityInnovationSd * normalQuantile(innovate());
    const level = log(firms.labourProductivity[firm]);
    firms.labourProductivity[firm] = exp(pull + productivityPersistence * level + innovation);
    firms.exportingExperience[firm] += firms.exporter[firm];
  }
}
