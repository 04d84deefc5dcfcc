import { describe, expect, it } from "vitest";
import { normalCdf } from "../../../numerics/normal.ts";
import { simulate, startWorld } from "../../../sim/index.ts";
import { countsByHand } from "../recording/peersByHand.ts";
import { busyWorld, key, kinds, type Parameters, panelOf, quietWorld, watch } from "../worlds.ts";

const gain = (index: number, by: number) => normalCdf(index + by) - normalCdf(index);

describe("the effect of one more peer on a firm that is alone", () => {
  const base = -0.2;
  const alone: Parameters = { firms: 1, base, stateDependence: 0.5, imitationSame: 0.3 };
  const effectOf = (set: Parameters) =>
    simulate(quietWorld("dynamicProbit", { ...alone, ...set }), key()).truth.peerEffect;

  it.each([
    ["stock", {}, 0.3],
    ["flow", {}, 0.3],
    ["log", {}, 0.3 * Math.log(2)],
    ["threshold", { peerThreshold: 1 }, 0.3],
    ["threshold", { peerThreshold: 1.5 }, 0],
    ["share", {}, 0],
    ["invertedU", { peerPeak: 2 }, 0.3 * (1 - 1 / 4)],
  ])("is Φ(base + f(1)) − Φ(base) for %s %o", (peerMeasure, set, by) => {
    const effect = effectOf({ peerMeasure, ...set });
    expect(effect.entryDecisions + effect.stayingDecisions).toBe(24);
    expect(effect.stayingDecisions).toBeGreaterThan(0);
    expect(effect.entry).toBeCloseTo(gain(base, by), 14);
    expect(effect.staying).toBeCloseTo(gain(base + 0.5, by), 14);
  });

  it("weighs imitationStay on top where eq. (1) itself decides, alone elsewhere", () => {
    const set = { ...alone, peerMeasure: "stock", imitationStay: 0.2 };
    const ofEquationOne = simulate(quietWorld("dynamicProbit", set), key()).truth.peerEffect;
    expect(ofEquationOne.staying).toBeCloseTo(gain(base + 0.5, 0.5), 14);
    const behavioural = simulate(quietWorld("behavioural", set), key()).truth.peerEffect;
    expect(behavioural.staying).toBeCloseTo(gain(base + 0.5, 0.2), 14);
    expect(behavioural.entry).toBeCloseTo(gain(base, 0.3), 14);
  });

  it("is not a number where no such decision was taken", () => {
    const never = effectOf({ base: -10, peerMeasure: "stock", stateDependence: 0 });
    expect(never.stayingDecisions).toBe(0);
    expect(never.staying).toBeNaN();
    expect(never.all).toBe(never.entry);
  });
});

describe("the effect of one more peer on two firms of one cell", () => {
  const scenario = quietWorld("dynamicProbit", {
    firms: 2,
    base: -0.4,
    stateDependence: 0.6,
    imitationSame: 0.5,
    peerMeasure: "log",
  });
  const together = Array.from({ length: 500 }, (_, replication) => key(replication)).find((each) => {
    const { firms } = startWorld(scenario, each);
    return firms.cell[0] === firms.cell[1];
  });

  it("follows from the other's last two years", () => {
    if (together === undefined) throw new Error("no replication puts both firms into one cell");
    const watched = watch(scenario, together);
    const { msePeers } = countsByHand(watched);
    const panel = panelOf(watched.history);
    const sums = [0, 0];
    const counts = [0, 0];
    for (let row = 0; row < watched.history.rows; row++) {
      const pair = panel.pair[row] - 1;
      const peers = msePeers(pair, panel.destination[row], panel.year[row]);
      const yLag = panel.yLag[row];
      const index = -0.4 + 0.6 * yLag + 0.5 * Math.log(1 + peers);
      sums[yLag] += gain(index, 0.5 * (Math.log(2 + peers) - Math.log(1 + peers)));
      counts[yLag] += 1;
    }
    const { peerEffect } = watched.history.truth;
    expect(peerEffect.entry).toBeCloseTo(sums[0] / counts[0], 13);
    expect(peerEffect.staying).toBeCloseTo(sums[1] / counts[1], 13);
  });
});

describe("the effect of one more peer on behavioural firms", () => {
  it("counts what the peer teaches about suppliers, by the formula of the prior", () => {
    const set = {
      base: -1.5,
      imitationSame: 0.2,
      peerMeasure: "stock",
      optimismBias: 0.8,
      vicariousPrecision: 0.6,
    };
    const history = simulate(quietWorld("behavioural", { firms: 150, ...set }), key());
    const panel = panelOf(history);
    let total = 0;
    let count = 0;
    let withPeers = 0;
    for (let row = 0; row < history.rows; row++) {
      if (panel.yLag[row] === 1) continue;
      const indexWith = (peers: number) => -1.5 + 0.2 * peers + 0.8 * (1 + peers) ** -0.6;
      const peers = panel.msePeersSameDestination[row];
      total += normalCdf(indexWith(peers + 1)) - normalCdf(indexWith(peers));
      count += 1;
      withPeers += Number(peers > 0);
    }
    expect(withPeers).toBeGreaterThan(100);
    expect(history.truth.peerEffect.entry).toBeCloseTo(total / count, 14);
  });
});

describe.each(kinds)("in a %s world", (kind) => {
  const nobodyImitates: Parameters = {
    imitationSame: 0,
    imitationStay: 0,
    vicariousPrecision: 0,
    legitimacy: 0,
    competition: 0,
  };

  it.each(["independent", "exclusive"])(
    "it is exactly zero where nobody imitates (%s choice)",
    (destinationChoice) => {
      const { peerEffect } = simulate(busyWorld(kind, { ...nobodyImitates, destinationChoice }), key()).truth;
      expect(peerEffect.entryDecisions).toBeGreaterThan(0);
      expect(peerEffect.stayingDecisions).toBeGreaterThan(0);
      expect([peerEffect.entry, peerEffect.staying, peerEffect.all]).toEqual([0, 0, 0]);
    },
  );

  it("the effect on all decisions is the mean of both kinds, weighted by their numbers", () => {
    const { entry, staying, all, entryDecisions, stayingDecisions } = simulate(busyWorld(kind), key()).truth
      .peerEffect;
    expect(entry).not.toBe(0);
    const mean = (entry * entryDecisions + staying * stayingDecisions) / (entryDecisions + stayingDecisions);
    expect(all).toBeCloseTo(mean, 15);
  });

  it("closed firms decide nothing", () => {
    const closing = { datedShocks: [{ year: 2008, closure: 1 }], firms: 40 };
    const { entryDecisions, stayingDecisions } = simulate(busyWorld(kind, closing), key()).truth.peerEffect;
    expect(entryDecisions + stayingDecisions).toBe(40 * 4 * 2);
  });
});
