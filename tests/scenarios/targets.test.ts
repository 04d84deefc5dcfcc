import { describe, expect, it } from "vitest";
import { canello2022 } from "../../scenarios/canello-2022/family.ts";
import { calibrationTargets, calibrationTargetsOfStarters } from "../../scenarios/canello-2022/targets.ts";
import profileOfTheDraft from "../../scenarios/canello-pavone/published/table1.json" with { type: "json" };
import probitOfTheDraft from "../../scenarios/canello-pavone/published/table2.json" with { type: "json" };
import durationsOfTheDraft from "../../scenarios/canello-pavone/published/table3.json" with { type: "json" };
import type { DescriptiveTable, PublishedModel } from "../../scenarios/index.ts";
import { ratesOfTableOne } from "../../study/ratesOfTableOne.ts";
import { isInside } from "../../study/targets/judge.ts";

const tables = canello2022.published();
const table1 = tables.find((table): table is DescriptiveTable => table.id === "canello2022-table1");
if (table1 === undefined) throw new Error("Table 1 is among the tables");
const models = new Map<string, PublishedModel>(
  tables.flatMap((table) =>
    table.kind === "regression" ? table.models.map((model) => [model.id, model] as const) : [],
  ),
);

const rates = ratesOfTableOne(table1.rows);
const row = (name: string) =>
  (table1.rows.find((each) => each.name === name)?.values ?? []).map((value) => value ?? Number.NaN);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const change = (values: readonly number[]) => (values.at(-1) ?? Number.NaN) - (values[0] ?? Number.NaN);
const stock = row("mseOffshoreOutsourcing");
const firms = row("mseTotal");
const backshored = row("mseBackshoring");
const exitAfter2007 = (100 * sum(backshored.slice(2))) / sum(stock.slice(1, -1));
const exit2007 = 100 * (rates.exitHazard[0] ?? Number.NaN);
const foreign = row("foreignSubcontractingCost");
const foreignShares = row("domesticSubcontractingCost").map(
  (cost, year) => (100 * (foreign[year] ?? Number.NaN)) / ((foreign[year] ?? Number.NaN) + cost),
);
const residuals = rates.stockFlowResidual
  .map((residual, year) => (100 * residual) / (stock[year] ?? Number.NaN))
  .sort((a, b) => a - b);

const years = table1.columns.flatMap((column) => (typeof column === "number" ? [column] : []));
const mixOf = (destination: string) => row(`destination${destination}Pct`);
const destinations = ["Europe", "NorthAfrica", "EastAsia", "Other"];

function printed(model: string, term: string): { estimate: number; t: number } {
  const found = models.get(model)?.terms[term];
  if (found === undefined) throw new Error(`column ${model} has ${term}`);
  return "hazardRatio" in found
    ? { estimate: found.derived.logHazard, t: found.derived.logHazard / (found.sePrinted ?? Number.NaN) }
    : { estimate: found.estimate, t: found.estimate / found.se };
}
const estimate = (model: string, term: string) => printed(model, term).estimate;
const statistic = (model: string, term: string) => printed(model, term).t;
const logLikelihood = (model: string) => models.get(model)?.logLikelihood ?? Number.NaN;
const dropped = (model: string) =>
  100 * (1 - (models.get(model)?.groups ?? Number.NaN) / (models.get("F")?.groups ?? Number.NaN));
const same = "msePeersSameDestination";
const other = "msePeersOtherDestinations";
const captive = "largePeersSameDestination";

const draft = probitOfTheDraft.models[0]?.terms;
const draftPeers = durationsOfTheDraft.models[0]?.terms.mseOffshoreOutsourcingProvinceLag1;
const draftStatistic = (term: { readonly estimate: number; readonly se: number } | undefined) =>
  (term?.estimate ?? Number.NaN) / (term?.se ?? Number.NaN);

/** What each measure is in print, from the published files. */
const published: Readonly<Record<string, number>> = {
  activeShare: 100 * mean(rates.offshoreOutsourcingShare),
  ...Object.fromEntries(
    years.map((year, at) => [`activeShare${year}`, 100 * (rates.offshoreOutsourcingShare[at] ?? Number.NaN)]),
  ),
  entryRate:
    (100 * sum(row("mseNew").slice(1))) / sum(stock.slice(0, -1).map((of, at) => (firms[at + 1] ?? 0) - of)),
  exitRate: 100 * mean(rates.exitHazard),
  exitRateAfter2007: exitAfter2007,
  exitOf2007: exit2007 / exitAfter2007,
  stockChange: 100 * ((stock.at(-1) ?? Number.NaN) / (stock[0] ?? Number.NaN) - 1),
  ...Object.fromEntries(
    destinations.flatMap((destination) => [
      [`mix${destination}`, mean(mixOf(destination))],
      [`mixChange${destination}`, change(mixOf(destination))],
    ]),
  ),
  startersWithDomesticSuppliers: mean(row("newWithDomesticSubcontractingPct")),
  backshorersWithDomesticSuppliers: mean(row("backshoringWithDomesticSubcontractingPct")),
  foreignCostShare: mean(foreignShares),
  foreignCostShareChange: change(foreignShares.slice(1)),
  stockFlowResidual: ((residuals[2] ?? Number.NaN) + (residuals[3] ?? Number.NaN)) / 2,
  firmsInProvincesBelow20: dropped("H"),
  firmsInProvincesBelow40: dropped("I"),
  laggedStatusC: estimate("C", "yLag"),
  initialStatusC: estimate("C", "yInitial"),
  "peersSameC.t": statistic("C", same),
  peersSameDOverC: estimate("D", same) / estimate("C", same),
  "peersOtherC.t": statistic("C", other),
  "peersOtherD.t": statistic("D", other),
  captiveSameC: estimate("C", captive),
  "captiveSameD.t": statistic("D", captive),
  nationalGainOverLocal:
    (logLikelihood("D") - logLikelihood("C")) / (logLikelihood("C") - logLikelihood("A")),
  peersSameHOverF: estimate("H", same) / estimate("F", same),
  "peersBeforeStartIV.t": statistic("IV", "msePeersSameDestinationBeforeEntry"),
  "peersBackshoringIV.t": statistic("IV", "msePeersBackshoringSameDestination"),
  "migrantShareC.t": statistic("C", "migrantFirmShare"),
  "migrantShareIV.t": statistic("IV", "migrantFirmShare"),
  observedSpell: profileOfTheDraft.derived.weightedDuration,
  peersBeforeStartIV: draftPeers?.derived.logHazard ?? Number.NaN,
  firmLaggedStatus: draft?.yLag.estimate ?? Number.NaN,
  firmInitialStatus: draft?.yInitial.estimate ?? Number.NaN,
  "firmPeers.t": draftStatistic(draft?.mseOffshoreOutsourcingProvinceLag1),
  "firmCaptivePeers.t": draftStatistic(draft?.largeOffshoringProvinceLag1),
};

describe("the targets of the calibrated baseline", () => {
  const parts = calibrationTargets.flatMap((target) => target.parts);

  it("are T1 to T24, of which T1 to T6 and T14 to T16 are required", () => {
    expect(calibrationTargets.map(({ name }) => name)).toEqual(
      Array.from({ length: 24 }, (_, at) => `T${at + 1}`),
    );
    expect(calibrationTargets.filter(({ required }) => required).map(({ name }) => name)).toEqual(
      ["1", "2", "3", "4", "5", "6", "14", "15", "16"].map((number) => `T${number}`),
    );
  });

  it("measure nothing twice", () => {
    expect(new Set(parts.map(({ measure }) => measure)).size).toBe(parts.length);
  });

  it.each(parts)("$measure has the published figure, rounded", ({ measure, published: stated }) => {
    const exact = published[measure] ?? Number.NaN;
    const digits = String(stated).split(".")[1]?.length ?? 0;
    // A figure may be truncated in print, so up to one unit of its last digit.
    expect(Math.abs((stated ?? Number.NaN) - exact)).toBeLessThan(10 ** -digits);
  });

  it.each(parts)("the paper itself meets $measure", (part) => {
    expect(part.published === null || isInside(part, part.published)).toBe(true);
  });
});

it("read with starters as peers, T14 to T16 have other measures, and T14 a size; the rest is the same", () => {
  const differ = calibrationTargetsOfStarters.filter(
    (target, at) => JSON.stringify(target.parts) !== JSON.stringify(calibrationTargets[at]?.parts),
  );
  expect(differ.map(({ name }) => name)).toEqual(["T14", "T15", "T16"]);
  expect(differ.flatMap(({ parts }) => parts.map(({ measure }) => measure))).toEqual([
    "startersSameC.t",
    "startersSameC",
    "startersSameDOverC",
    "startersOtherC.t",
    "startersOtherD.t",
  ]);
  const size = differ[0]?.parts[1];
  expect([size?.from, size?.to]).toEqual([estimate("C", same) / 2, 2 * estimate("C", same)]);
});
