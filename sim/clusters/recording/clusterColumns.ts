import { ordersOf } from "../clusterWorld.ts";
import { localEmployment } from "../mechanisms/localWork.ts";
import { lockInOf } from "../mechanisms/lockIn.ts";
import { modeCode, modeNames } from "../modes.ts";
import { type ClusterColumn, lasting, ofOpenFirms, yearly } from "./clusterColumn.ts";

const paper = "Gancarczyk & Gancarczyk (2017)";
const following = modeCode("following");

/** Where a firm is: the words of the column `status`. */
export const statusNames = ["home", "abroad", "following", "closed"] as const;

/** The panel of clusters, one row a firm and year; a closed firm keeps its rows. */
export const clusterColumns: readonly ClusterColumn[] = [
  lasting("firm", "integer", (_, firm) => firm + 1, ["Firm", "identifier"]),
  lasting("cluster", "integer", ({ world }, firm) => world.firms.cluster[firm] + 1, [
    "Cluster",
    "identifier",
  ]),
  {
    ...yearly("year", "integer", ({ year }) => year, ["Year t, from 1", "year"]),
    level: "year",
  },
  lasting("proactive", "indicator", ({ world }, firm) => world.firms.proactive[firm], [
    "Leads a local network and deals abroad itself",
    "0/1",
    paper,
  ]),
  lasting("focalFirm", "integer", ({ world }, firm) => world.firms.focalFirm[firm] + 1, [
    "Firm that a reactive firm supplies; 0 where there is none",
    "identifier",
    paper,
  ]),
  {
    ...lasting("strategy", "category", ({ world }, firm) => world.firms.differentiation[firm], [
      "What the firm competes by",
      "label",
      `${paper} Tables 2 and 3`,
    ]),
    levels: ["cost", "differentiation"],
  },
  lasting("size", "number", ({ world }, firm) => world.firms.size[firm], [
    "Size at full orders",
    "employees",
  ]),
  lasting("complexity", "number", ({ world }, firm) => world.firms.complexity[firm], [
    "Complexity of the work put out",
    "0 to 1",
  ]),
  lasting("standardisedPart", "indicator", ({ world }, firm) => world.firms.standardised[firm], [
    "High-value work that would go abroad is a standardised part",
    "0/1",
    `${paper}, proposition 2c`,
  ]),
  {
    ...yearly("status", "category", statusOf, ["Where the firm is", "label"]),
    levels: statusNames,
  },
  {
    ...yearly("mode", "category", ({ world }, firm) => world.firms.mode[firm], [
      "Governance mode; of a closed firm its last one",
      "label",
      `${paper} Tables 2 and 3`,
    ]),
    levels: modeNames,
  },
  yearly("phase", "integer", ({ world }, firm) => world.modes.phase[world.firms.mode[firm]], [
    "Phase: 0 none, 1 exporting, 2 outsourcing, 3 captive, 4 back home",
    "ordinal",
    `${paper} Table 1`,
  ]),
  yearly("movedAbroad", "indicator", ({ world }, firm) => world.firms.moved[firm], [
    "Moved more of its work abroad in year t",
    "0/1",
  ]),
  yearly("cameHome", "indicator", ({ world }, firm) => world.firms.returned[firm], [
    "Brought its work home in year t",
    "0/1",
  ]),
  yearly("yearsAbroad", "integer", ({ world }, firm) => world.firms.yearsAbroad[firm], [
    "Years with work of its own abroad, in all",
    "years",
  ]),
  ofOpenFirms("orders", ({ world }, firm) => ordersOf(world, firm), [
    "Orders, as a share of those at the start",
    "share",
  ]),
  ofOpenFirms("movedShare", ({ world }, firm) => world.modes.movedShare[world.firms.mode[firm]], [
    "Share of value added moved abroad",
    "share",
  ]),
  ofOpenFirms("highValueAbroad", ({ world }, firm) => world.modes.highValueAbroad[world.firms.mode[firm]], [
    "Share of high-value work done abroad",
    "share",
  ]),
  ofOpenFirms("partnerCapability", ({ world }, firm) => world.firms.partnerCapability[firm], [
    "Capability of the own partner abroad; 0 without one",
    "0 to 1",
  ]),
  ofOpenFirms("externalLinks", ({ world }, firm) => world.firms.links[firm], [
    "External links",
    "0 to 1",
    paper,
  ]),
  ofOpenFirms("lockIn", ({ world }, firm) => lockInOf(world, firm), ["Lock-in", "0 to 1", paper]),
  ofOpenFirms("core", ({ world }, firm) => world.firms.core[firm], ["Core competence", "stock", paper]),
  ofOpenFirms("coreInflow", ({ world }, firm) => world.firms.inflow[firm], [
    "Knowledge that came in through partners in year t",
    "stock per year",
    `${paper}, proposition 1c`,
  ]),
  ofOpenFirms("productivity", ({ world }, firm) => world.firms.productivity[firm], [
    "Productivity, 1 at the start",
    "index",
  ]),
  yearly("localEmployment", "number", ({ world }, firm) => localEmployment(world, firm), [
    "Employees of the firm in the cluster; 0 once it is closed",
    "employees",
  ]),
  {
    ...yearly(
      "clusterEmployment",
      "number",
      ({ world, employment }, firm) => employment[world.firms.cluster[firm]],
      ["Employees in the cluster, all firms", "employees"],
    ),
    level: "cluster",
  },
  {
    ...yearly(
      "clusterSupplierBase",
      "number",
      (view, firm) => view.supplierBase[view.world.firms.cluster[firm]],
      ["Supplier base of the cluster: orders of its reactive firms at home", "supplier equivalents"],
    ),
    level: "cluster",
  },
];

function statusOf({ world }: Parameters<ClusterColumn["value"]>[0], firm: number): number {
  const { firms, modes } = world;
  if (firms.open[firm] === 0) return 3;
  if (firms.mode[firm] === following) return 2;
  return modes.movedShare[firms.mode[firm]] > 0 ? 1 : 0;
}
