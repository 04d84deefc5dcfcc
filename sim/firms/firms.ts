import { exp, log } from "../../numerics/elementary.ts";
import { normalQuantile } from "../../numerics/normal.ts";
import type { Scenario } from "../../scenarios/index.ts";
import type { Geography } from "../geography/geography.ts";
import { fillWithDraws } from "../random/streams.ts";
import type { RunKey } from "../run.ts";
import { placeFirms } from "./placement.ts";
import type { SharedFirms } from "./sharedFirms.ts";
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
 *
 * @param shared of worlds with the same firms: those that are there are taken from it, others are added.
 */
export function drawFirms(
  scenario: Scenario,
  key: RunKey,
  geography: Geography,
  shared: SharedFirms | null = null,
): Firms {
  if (shared === null) return drawAllFirms(scenario, key, geography);
  shared.firms ??= drawAllFirms(scenario, key, geography);
  const { alive, labourProductivity, exportingExperience } = shared.firms;
  return {
    ...shared.firms,
    // What the years change; the rest of a firm stays what it is, where none is born.
    alive: alive.slice(),
    labourProductivity: labourProductivity.slice(),
    exportingExperience: exportingExperience.slice(),
  };
}

function drawAllFirms(scenario: Scenario, key: RunKey, geography: Geography): Firms {
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
  const draws = new Float64Array(drawsPerFirm * count);
  const placement = draws.subarray(0, 2 * count);
  fillWithDraws(placement, key, "placement");
  placeFirms(firms, placement, geography);
  fillWithDraws(draws, key, "firmCharacteristics");
  equipFirms(firms, draws);
  const ties = draws.subarray(0, count);
  fillWithDraws(ties, key, "supplierTie");
  for (let firm = 0; firm < count; firm++)
    firms.keepsDomesticSuppliers[firm] = ties[firm] < scenario.keepsDomesticShare ? 1 : 0;
  return firms;
}

/** For its characteristics. */
export const drawsPerFirm = 10;

function equipFirms(firms: Firms, draws: Float64Array): void {
  for (let firm = 0; firm < firms.count; firm++) equipFirm(firms, firm, draws, firm * drawsPerFirm);
}

/** One firm, by the draws from `at` on. */
export function equipFirm(firms: Firms, firm: number, draws: Float64Array, at: number): void {
  const exporter = draws[at + 5] < exporterShare ? 1 : 0;
  firms.size[firm] = typicalFirm.size * exp(0.7 * normalQuantile(draws[at]) - 0.245);
  firms.labourProductivity[firm] =
    typicalFirm.labourProductivity * exp(0.4 * normalQuantile(draws[at + 1]) - 0.08);
  firms.supplier[firm] = draws[at + 2] < typicalFirm.supplier ? 1 : 0;
  firms.financialConstraints[firm] = draws[at + 3] < typicalFirm.financialConstraints ? 1 : 0;
  firms.capitalIntensiveTechnology[firm] = draws[at + 4] < typicalFirm.capitalIntensiveTechnology ? 1 : 0;
  firms.exporter[firm] = exporter;
  firms.exportingExperience[firm] = Math.floor(draws[at + 6] * (longestExporting + 1)) * exporter;
  firms.domesticOutsourcingExperience[firm] = -log(draws[at + 7]);
  firms.mainClientRevenueShare[firm] = 100 * Math.sqrt(draws[at + 8] * draws[at + 9]);
}

/** Share of the distance to the typical log productivity that is left after a year, and its innovation [A]. */
const productivityPersistence = 0.97;
const productivityInnovationSd = 0.1;

/**
 * One year of the firms' own lives: productivity moves as an AR(1) in logs, exporters gain a year. Firms age in
 * recorded years only. In the warm-up they are what they will be in the first recorded year: nobody is born here, and
 * exporters that aged from the start would make every world's activity grow with the length of its warm-up. Register firms
 * keep the productivity of their turnover.
 *
 * @param shared of worlds with the same firms: a year that is there is taken from it, another is added.
 */
export function ageFirms(
  firms: Firms,
  key: RunKey,
  year: number,
  productivityMoves: boolean,
  shared: SharedFirms | null = null,
): void {
  const lived = shared?.productivity.get(year);
  if (lived !== undefined) {
    for (let firm = 0; firm < firms.count; firm++) firms.exportingExperience[firm] += firms.exporter[firm];
    firms.labourProductivity.set(lived);
    return;
  }
  const draws = new Float64Array(firms.count);
  fillWithDraws(draws, key, "firmInnovation", year);
  const pull = (1 - productivityPersistence) * (log(typicalFirm.labourProductivity) - 0.08);
  for (let firm = 0; firm < firms.count; firm++) {
    firms.exportingExperience[firm] += firms.exporter[firm];
    if (!productivityMoves) continue;
    const innovation = productivityInnovationSd * normalQuantile(draws[firm]);
    const level = log(firms.labourProductivity[firm]);
    firms.labourProductivity[firm] = exp(pull + productivityPersistence * level + innovation);
  }
  shared?.productivity.set(year, firms.labourProductivity.slice());
}
