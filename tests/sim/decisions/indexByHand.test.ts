import { describe, expect, it } from "vitest";
import { normalCdf } from "../../../numerics/normal.ts";
import type { Scenario } from "../../../scenarios/index.ts";
import { typicalFirm } from "../../../sim/firms/typicalFirm.ts";
import { advance, startWorld, yearsOf } from "../../../sim/index.ts";
import { stream } from "../../../sim/random/streams.ts";
import type { World } from "../../../sim/world.ts";
import { busyWorld, type Kind, key, kinds, type Parameters, sum } from "../worlds.ts";

/** Statuses of all pairs by year, newest last; and the world as it stood when the present year began. */
interface Past {
  readonly years: readonly Uint8Array[];
  readonly before: World;
  /** Shocks are drawn before firms decide, so they are taken from the world after the year. */
  readonly now: World;
}

function measureByHand(scenario: Scenario, peers: number, others: number): number {
  const measures: Record<Scenario["peerMeasure"], number> = {
    stock: peers,
    flow: peers,
    share: others === 0 ? 0 : peers / others,
    log: Math.log(1 + peers),
    threshold: peers < scenario.peerThreshold ? 0 : peers,
    invertedU: peers - peers ** 2 / (2 * scenario.peerPeak),
  };
  return measures[scenario.peerMeasure];
}

/** The index of a pair, term by term as the mechanisms state it, from counts over all firms. */
function indexByHand({ years, before, now }: Past, pair: number): number {
  const { scenario, firms, pairs, captives } = before;
  const year = before.year + 1;
  const firm = Math.floor(pair / 4);
  const destination = pair % 4;
  const cell = firms.cell[firm];
  const province = firms.province[firm];
  const industry = firms.industry[firm];
  const none = new Uint8Array(pairs.active.length);
  const statuses = (lag: number) => years[years.length - lag] ?? none;
  const starts = (lag: number) => statuses(lag).map((status, at) => Number(status > statuses(lag + 1)[at]));

  const peersIn = (flags: ArrayLike<number>, to: number, ownOut: boolean) => {
    let count = 0;
    for (let other = 0; other < firms.count; other++) {
      if (firms.cell[other] === cell && !(ownOut && other === firm)) count += flags[4 * other + to];
    }
    return count;
  };
  const mean = (lags: number, of: (lag: number) => number) =>
    sum(Array.from({ length: lags }, (_, at) => of(at + 1))) / lags;
  const ownOut = !scenario.includeOwnFirm;
  const exposure = mean(scenario.peerYears, (lag) =>
    peersIn(scenario.peerMeasure === "flow" ? starts(lag) : statuses(lag), destination, ownOut),
  );
  const neighbours = firms.cell.filter((other) => other === cell).length - Number(ownOut);
  const measure = measureByHand(scenario, exposure, neighbours);
  const elsewhere = (of: (to: number) => number) =>
    sum([0, 1, 2, 3].filter((to) => to !== destination).map(of));
  const national = sum(
    Array.from(statuses(1), (status, at) =>
      at % 4 === destination && firms.industry[Math.floor(at / 4)] === industry ? status : 0,
    ),
  );
  const captivesIn = (to: number) => mean(2, (lag) => captives.countHistory[lag - 1][4 * cell + to]);

  const dated = scenario.datedShocks.filter(
    (shock) =>
      shock.year === year &&
      (shock.destination === undefined || shock.destination === before.destinationNames[destination]),
  );
  const characteristics: Record<string, number> = {
    size: firms.size[firm],
    supplier: firms.supplier[firm],
    exportingExperience: firms.exportingExperience[firm],
    migrantFirmShare: before.provinceCharacteristics.migrantFirmShare[cell],
  };
  let index =
    scenario.base +
    scenario.footwearEffect * industry +
    scenario.destinationOffset[destination] +
    scenario.destinationTrend[destination] * Math.max(0, year - scenario.firstYear) +
    before.fit[4 * province + destination] +
    before.firmEffect[firm] +
    pairs.pairEffect[pair] +
    now.demandShock[cell] +
    now.costShock[4 * industry + destination] +
    scenario.destinationLearning * Math.log(1 + national) +
    scenario.imitationOther * elsewhere((to) => mean(2, (lag) => peersIn(statuses(lag), to, ownOut))) +
    scenario.captiveSame * captivesIn(destination) +
    (before.clients[firm] < 0
      ? 0
      : scenario.clientFollowing * captives.active[4 * before.clients[firm] + destination]) +
    scenario.captiveOther * elsewhere(captivesIn);
  for (const [name, value] of Object.entries(characteristics)) {
    const control = name as keyof Scenario["controls"];
    index += scenario.controls[control] * (value - typicalFirm[control]);
  }

  const behavioural = scenario.decision.kind === "behavioural";
  if (pairs.active[pair] === 0) {
    index += scenario.imitationSame * measure + sum(dated.map(({ entry }) => entry));
    const peers = mean(2, (lag) => peersIn(statuses(lag), destination, true));
    const expected =
      scenario.qualityMean[destination] + scenario.optimismBias * (1 + peers) ** -scenario.vicariousPrecision;
    const returns = statuses(2).map((status, at) => Number(status > statuses(1)[at]));
    index += scenario.legitimacy * exposure - scenario.competition * exposure ** 2;
    index -= scenario.exitDeterrence * peersIn(returns, destination, true);
    const { paused, strength } = before.ties ?? { paused: none, strength: none };
    if (paused[pair] === 1) index += scenario.reentryBoost * strength[pair];
    if (!behavioural) return index;
    const known = paused[pair] * scenario.knowledgeKept;
    return index + known * pairs.belief[pair] + (1 - known) * expected;
  }
  index += scenario.stateDependence + scenario.imitationStay * measure - sum(dated.map(({ exit }) => exit));
  if (!behavioural) return index + scenario.imitationSame * measure;
  const missing = 1 - before.supplierBase[province] / before.supplierBaseInitial[province];
  const { returns, returnYears } = before.markets;
  const backshored =
    returnYears === 0 ? 0 : (returns[4 * cell + destination] - pairs.returns[pair]) / returnYears;
  return (
    index +
    pairs.belief[pair] +
    scenario.commitment * pairs.volume[pair] +
    scenario.exitThreshold -
    (pairs.tenure[pair] === 0 ? scenario.hiddenCost : 0) -
    scenario.imitationBackshore * Math.log(1 + backshored) +
    (firms.keepsDomesticSuppliers[firm] === 1 ? 0 : scenario.reshoringBarrier * missing)
  );
}

const peerMeasures: Parameters[] = [
  { peerMeasure: "stock" },
  { peerMeasure: "log", peerYears: 1 },
  { peerMeasure: "flow", peerYears: 3 },
  { peerMeasure: "flow", includeOwnFirm: true },
  { peerMeasure: "share", imitationSame: 2 },
  { peerMeasure: "share", imitationSame: 2, includeOwnFirm: true, peerYears: 1 },
  { peerMeasure: "threshold", peerThreshold: 1.5 },
  { peerMeasure: "invertedU", peerPeak: 3, imitationSame: 0.4 },
];

const strong: Parameters = {
  firms: 60,
  base: -0.9,
  imitationSame: 0.3,
  imitationOther: -0.1,
  imitationBackshore: 1,
  hiddenCost: 0.5,
  commitment: 0.5,
  warmUpYears: 3,
  datedShocks: [
    { year: 2007, exit: 0.4 },
    { year: 2009, entry: -0.4, destination: "eastAsia" },
  ],
};

/** The decisions that the index takes: every one, or the starts alone where a hazard takes firms home. */
function decidedByIndex(kind: Kind, wasActive: number): boolean {
  return kind !== "entryExit" || wasActive === 0;
}

describe.each(kinds)("in a %s world with every mechanism at work", (kind) => {
  it.each(peerMeasures)("a pair is active where its draw is below Φ(index by hand) (%o)", (measure) => {
    const now = startWorld(busyWorld(kind, { ...strong, ...measure }), key());
    const years: Uint8Array[] = [];
    let moves = 0;
    for (let step = 0; step < yearsOf(now.scenario); step++) {
      const before = structuredClone(now);
      advance(now, 1);
      const draw = stream(key(), "decision", now.year);
      for (let pair = 0; pair < now.pairs.active.length; pair++) {
        const uniform = draw();
        if (!decidedByIndex(kind, before.pairs.active[pair])) continue;
        const index = indexByHand({ years, before, now }, pair);
        expect(now.pairs.active[pair]).toBe(Number(uniform < normalCdf(index)));
        moves += Number(now.pairs.active[pair] !== before.pairs.active[pair]);
      }
      years.push(now.pairs.active.slice());
    }
    expect(moves).toBeGreaterThan(100);
  });
});
