import type { ClusterScenario } from "../../../scenarios/clusters/index.ts";
import type { ClusterHistory } from "../simulateClusters.ts";
import { adoptionShare, costClasses, whichFirst } from "./adoption.ts";
import { burstsOf } from "./bursts.ts";
import { localOutput, meanOf, meanOfProactive, proactiveRows, recorded } from "./outcomes.ts";

export type ModePolicy = ClusterScenario["modePolicy"];

/** The history under a policy; all of one seed share their draws. */
export type HistoryUnder = (policy: ModePolicy) => ClusterHistory;

/** An order that the paper implies: quantities of one seed that should descend strictly. */
export interface OrdinalCheck {
  /** Proposition or mechanism. */
  readonly of: string;
  /** What is compared, and the sides from the highest to the lowest. */
  readonly quantity: string;
  readonly sides: readonly string[];
  readonly values: (under: HistoryUnder) => readonly number[];
}

/** The year after which local work is compared (D4). */
const afterYears = 10;

function policies(
  of: string,
  quantity: string,
  sides: readonly ModePolicy[],
  value: (history: ClusterHistory) => number,
): OrdinalCheck {
  return { of, quantity, sides, values: (under) => sides.map((policy) => value(under(policy))) };
}

const abroadPolicies = ["selective", "replicative", "highValue", "highValueMix"] as const;

const core = (history: ClusterHistory) => meanOfProactive(history, "core");
const lockIn = (history: ClusterHistory) => meanOfProactive(history, "lockIn");

/** Objective 1 as 1 − lock-in; objective 2 as core relative to export only, which keeps all work at home. */
function worseObjective(under: HistoryUnder, policy: ModePolicy): number {
  return Math.min(1 - lockIn(under(policy)), core(under(policy)) / core(under("exportOnly")));
}

/** Whether a policy does better on its worse objective than two others. */
function bestOnBoth(of: string, policy: ModePolicy, others: readonly [ModePolicy, ModePolicy]): OrdinalCheck {
  return {
    of,
    quantity: "worse of the two objectives",
    sides: [policy, `better of ${others.join(" and ")}`],
    values: (under) => [
      worseObjective(under, policy),
      Math.max(...others.map((other) => worseObjective(under, other))),
    ],
  };
}

function firstOf(one: "materials" | "processing", other: "processing" | "captive"): OrdinalCheck {
  return {
    of: "D2",
    quantity: "which came first, of cost firms that did both",
    sides: [one, other],
    values: (under) => whichFirst(under("choose"), costClasses[one], costClasses[other]),
  };
}

export const ordinalChecks: readonly OrdinalCheck[] = [
  {
    of: "P1, D2",
    quantity: "cost firms that ever adopted it",
    sides: ["selective outsourcing", "replicative outsourcing", "captive"],
    values: (under) =>
      ["selectiveOutsourcing", "replicativeOutsourcing", "captive"].map((name) =>
        adoptionShare(under("choose"), costClasses[name]),
      ),
  },
  firstOf("materials", "processing"),
  firstOf("processing", "captive"),
  policies("P1a", "core", ["selective", "replicative"], core),
  policies("P1b", "lock-in", ["exportOnly", "selective"], lockIn),
  {
    of: "P1c",
    quantity: "core inflow of selective outsourcers",
    sides: ["complex work and able partner", "simple work and weak partner"],
    values: (under) => inflowByPartner(under("selective")),
  },
  policies("P1c", "core inflow", ["highValue", "selective"], (history) =>
    meanOfProactive(history, "coreInflow"),
  ),
  bestOnBoth("P1", "selective", ["exportOnly", "replicative"]),
  {
    of: "P1, P2",
    quantity: "lock-in",
    sides: ["exportOnly", "highest of the other policies"],
    values: (under) => [
      lockIn(under("exportOnly")),
      Math.max(...abroadPolicies.map((policy) => lockIn(under(policy)))),
    ],
  },
  bestOnBoth("P2", "highValueMix", ["exportOnly", "highValue"]),
  policies("P2a", "core", ["exportOnly", "highValue"], core),
  policies("P2b", "lock-in", ["exportOnly", "highValue"], lockIn),
  {
    of: "P2c",
    quantity: "core under highValue",
    sides: ["standardised part", "other work"],
    values: (under) => {
      const highValue = under("highValue");
      const standardised = recorded(highValue, "standardisedPart").values;
      const isProactive = proactiveRows(highValue);
      return [1, 0].map((flag) =>
        meanOf(highValue, "core", (row) => isProactive(row) && standardised[row] === flag),
      );
    },
  },
  {
    of: "D1",
    quantity: "productivity",
    sides: ["proactive", "reactive"],
    values: (under) => {
      const choose = under("choose");
      return [1, 0].map((proactive) => meanOf(choose, "productivity", proactiveRows(choose, proactive)));
    },
  },
  {
    of: "D3",
    quantity: "moves abroad in the year of a move by another follower",
    sides: ["of the same focal firm", "of another focal firm of the cluster"],
    values: (under) => {
      const { sameFocalFirm, sameCluster } = burstsOf(under("choose"));
      return [sameFocalFirm, sameCluster];
    },
  },
  {
    of: "D3 (not expected)",
    quantity: "moves abroad in the year of a move by another follower",
    sides: ["of another focal firm of the cluster", "of another cluster"],
    values: (under) => {
      const { sameCluster, otherClusters } = burstsOf(under("choose"));
      return [sameCluster, otherClusters];
    },
  },
  policies(
    "D4",
    `employment in the clusters after ${afterYears} years`,
    ["selective", "replicative"],
    (history) => meanOf(history, "clusterEmployment", () => true, Math.min(afterYears, history.years)),
  ),
  policies("D4", `supplier base after ${afterYears} years`, ["selective", "replicative"], (history) =>
    meanOf(history, "clusterSupplierBase", () => true, Math.min(afterYears, history.years)),
  ),
  policies("D5", "local output: renewal against decline", ["highValueMix", "replicative"], localOutput),
  policies("D6", "local output: open against closed", ["highValueMix", "exportOnly"], localOutput),
];

/** Mean yearly inflow of proactive firms abroad, both traits above a half, and both below. */
function inflowByPartner(history: ClusterHistory): readonly number[] {
  const [inflow, complexity, capability, share, proactive] = [
    "coreInflow",
    "complexity",
    "partnerCapability",
    "movedShare",
    "proactive",
  ].map((name) => recorded(history, name).values);
  const sums = [0, 0];
  const counts = [0, 0];
  for (let row = 0; row < history.rows; row++) {
    if (proactive[row] === 0 || !(share[row] > 0)) continue;
    const high = complexity[row] > 0.5;
    if (high !== capability[row] > 0.5) continue;
    sums[high ? 0 : 1] += inflow[row];
    counts[high ? 0 : 1] += 1;
  }
  return sums.map((sum, at) => sum / counts[at]);
}
