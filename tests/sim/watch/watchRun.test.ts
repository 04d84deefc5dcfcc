import { describe, expect, it } from "vitest";
import { withoutImitation } from "../../../sim/counterfactual.ts";
import {
  advanceWatch,
  firmDetails,
  pairedCounterfactual,
  provinceDetails,
  simulate,
  startTrack,
  startWatch,
  tracksWithSharedFirms,
  type WatchRun,
  watchedWorld,
  watchTruth,
  yearsToWatch,
} from "../../../sim/index.ts";
import { busyWorld, key, kinds, quietWorld, sum, values, watch } from "../worlds.ts";

function watched(...start: Parameters<typeof startWatch>): WatchRun {
  const run = startWatch(...start);
  while (advanceWatch(run) !== null);
  return run;
}

describe.each(kinds)("a watched %s world", (kind) => {
  const scenario = busyWorld(kind, { imitationSame: 0.3, firms: 200, closureRate: 0.05, birthRate: 0.5 });
  const run = watched(scenario, key());
  const factual = watch(scenario, key());
  const alone = watch(withoutImitation(scenario), key());

  it("begins with nobody abroad and ends with the last recorded year", () => {
    expect(run.snapshots).toHaveLength(yearsToWatch(run));
    const first = run.snapshots[0];
    expect([first.year, first.with.total.abroad, first.with.total.alive]).toEqual([2003, 0, 200]);
    expect(run.snapshots.at(-1)?.year).toBe(2012);
    expect(advanceWatch(run)).toBeNull();
  });

  it("shows the statuses of both worlds as they are when each runs by itself", () => {
    for (const { year, with: seen, without } of run.snapshots.slice(1)) {
      for (const [world, counted] of [
        [factual, seen],
        [alone, without],
      ] as const) {
        const active = world.active.get(year) ?? new Uint8Array();
        const before = world.active.get(year - 1) ?? new Uint8Array(active.length);
        const alive = world.alive.get(year) ?? new Uint8Array();
        const firms = Array.from(alive.keys());
        const any = (firm: number, is: (pair: number) => boolean) =>
          Number([0, 1, 2, 3].some((destination) => is(4 * firm + destination)));
        expect(counted.total).toMatchObject({
          alive: sum(alive),
          pairs: sum(active),
          abroad: sum(firms.map((firm) => any(firm, (pair) => active[pair] === 1))),
          started: sum(firms.map((firm) => any(firm, (pair) => active[pair] === 1 && before[pair] === 0))),
          returned: sum(
            firms.map((firm) =>
              alive[firm] === 0 ? 0 : any(firm, (pair) => active[pair] === 0 && before[pair] === 1),
            ),
          ),
        });
        expect(Array.from(counted.destinations)).toEqual(
          [0, 1, 2, 3].map((destination) => sum(active.filter((_, pair) => pair % 4 === destination))),
        );
      }
    }
  });

  it("adds up over the provinces", () => {
    for (const { with: seen, difference } of run.snapshots) {
      expect(sum(seen.alive)).toBe(seen.total.alive);
      expect(sum(seen.abroad)).toBe(seen.total.abroad);
      expect(sum(seen.destinationsByProvince)).toBe(seen.total.pairs);
      expect(sum(difference.flipped)).toBe(difference.total.flipped);
      const living = seen.peers.reduce((total, mean, place) => total + mean * seen.alive[place], 0);
      expect(living / seen.total.alive).toBeCloseTo(seen.total.peers, 12);
    }
  });

  it("flips the firms and pairs that the counterfactual counts", () => {
    const counted = pairedCounterfactual(scenario, key());
    const recorded = run.snapshots.filter(({ year }) => year > scenario.firstYear);
    expect(sum(recorded.map(({ difference }) => difference.total.flippedPairs))).toBe(
      counted.flippedDecisions,
    );
    for (const { with: seen, without, difference } of run.snapshots) {
      const { onlyWith, onlyWithout } = difference.total;
      expect(onlyWith - onlyWithout).toBe(seen.total.abroad - without.total.abroad);
    }
    const { everFlipped, everFlippedRecorded } = run.snapshots.at(-1)?.difference.total ?? {};
    expect(everFlippedRecorded).toBe(counted.flippedFirms);
    expect(counted.flippedFirms).toBeGreaterThan(5);
    expect(everFlipped).toBeGreaterThanOrEqual(counted.flippedFirms);
  });

  it("shows each firm the peers that the panel has", () => {
    const unbalanced = { ...scenario, surveyRule: "unbalanced" as const };
    const history = simulate(unbalanced, key(), {
      columns: ["firm", "year", "destination", "msePeersSameDestination", "active"],
    });
    const [firm, year, destination, peers, active] = [
      "firm",
      "year",
      "destination",
      "msePeersSameDestination",
      "active",
    ].map((name) => values(history, name));
    const years = new Map(run.snapshots.map((each) => [each.year, each.index]));
    let compared = 0;
    for (let row = 0; row < history.rows; row += 7) {
      const index = years.get(year[row]) ?? 0;
      const place = (firm[row] - 1) % scenario.firms;
      const seen = firmDetails(run, place).years[index].with;
      expect(seen.peers[destination[row]]).toBe(peers[row]);
      expect(Number(seen.destinations.includes(destination[row]))).toBe(active[row]);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(400);
  });

  it("is the same whether or not its worlds share their firms", () => {
    const trackOf = tracksWithSharedFirms();
    // Each world comes after others that share its firms, with other parameters and other draws in between.
    const changes = [
      {},
      { base: -1 },
      { "controls.size": 0.02, "controls.population": 0.001 },
      { firmEffectSd: 0.6, sortingSd: 0, pairEffectSd: 0 },
      { firmEffectSd: 0.6, sortingSd: 0.4, pairEffectSd: 0.5, warmUpYears: 5 },
      { footwearShare: 0.7 },
      { keepsDomesticShare: 0.9, reviewRate: 0.5 },
      { recordedYears: 4 },
      { birthRate: 0.2 },
      {},
    ];
    for (const change of changes) {
      const changed = busyWorld(kind, { pauseShare: 0, clientFollowing: 0, ...change });
      const { snapshots } = watched(changed, key(), trackOf);
      expect(snapshots).toEqual(
        watched(changed, key(), (world, runKey) => startTrack(world, runKey)).snapshots,
      );
    }
  });

  it("is the same when a kept track of the world without imitation is used again", () => {
    const other = { ...scenario, imitationSame: 0.1 };
    const again = watched(other, key(), (world, runKey) =>
      world.imitationSame === 0 ? run.beside : startTrack(world, runKey),
    );
    expect(again.snapshots).toEqual(watched(other, key()).snapshots);
  });

  it("has the same effect of one more peer as its panel", () => {
    expect(watchTruth(scenario, key()).truth).toEqual(factual.history.truth);
  });
});

describe("the panel of a watched history", () => {
  const request = {
    scenario: "canello-2022/eq1",
    set: { firms: 60, warmUpYears: 2, recordedYears: 12, base: -1 },
    seed: "7",
  };

  it("has the statuses that were watched, and is the one the command line prints", () => {
    const { scenario, key: runKey } = watchedWorld(request);
    expect(runKey).toEqual({ seed: "7", condition: "canello-2022/eq1", replication: 1 });
    const run = watched(scenario, runKey);
    const active = values(simulate(scenario, runKey), "active");
    const recorded = run.snapshots.filter(({ year }) => year > scenario.firstYear);
    const seen = Array.from({ length: 60 * 4 * recorded.length }, (_, row) => {
      const [pair, at] = [Math.floor(row / recorded.length), row % recorded.length];
      const { destinations } = firmDetails(run, Math.floor(pair / 4)).years[recorded[at].index].with;
      return Number(destinations.includes(pair % 4));
    });
    expect(seen).toEqual(Array.from(active));
    expect(sum(seen)).toBeGreaterThan(100);
  });

  it("is refused for a parameter that does not exist", () => {
    expect(() => watchedWorld({ ...request, set: { imitationsame: 1 } })).toThrow(/imitationSame/);
  });
});

describe("a world in which nobody imitates", () => {
  it("is run once, and differs in nothing", () => {
    const run = watched(withoutImitation(quietWorld("behavioural")), key());
    expect(run.beside).toBe(run.factual);
    expect(run.snapshots.every(({ difference }) => difference.total.everFlipped === 0)).toBe(true);
  });
});

describe("the firms of a province", () => {
  const run = watched(busyWorld("behavioural", { imitationSame: 0.3, firms: 400 }), key());
  const last = run.snapshots.length - 1;
  const largest = run.snapshots[last].with.alive.indexOf(Math.max(...run.snapshots[last].with.alive));
  const code = run.factual.world.provinces[largest].code;

  it("are listed with those that flipped first, and the rest is counted", () => {
    const all = provinceDetails(run, code, last);
    const { with: seen, without, difference } = run.snapshots[last];
    expect(all.rest).toBe(0);
    expect(all.firms.filter(({ with: now }) => now.alive)).toHaveLength(seen.alive[largest]);
    expect(all.firms.filter(({ with: now }) => now.destinations.length > 0)).toHaveLength(
      seen.abroad[largest],
    );
    expect(all.firms.filter(({ without: now }) => now.destinations.length > 0)).toHaveLength(
      without.abroad[largest],
    );
    const flipped = all.firms.map((firm) => firm.flipped);
    expect(flipped.filter(Boolean)).toHaveLength(difference.flipped[largest]);
    expect(flipped.indexOf(false)).toBe(difference.flipped[largest]);
    const short = provinceDetails(run, code, last, 3);
    expect(short.firms).toEqual(all.firms.slice(0, 3));
    expect(short.rest).toBe(all.firms.length - 3);
  });

  it("have a tenure that grows by a year while a spell runs", () => {
    let grown = 0;
    for (const { place } of provinceDetails(run, code, last).firms) {
      const { years } = firmDetails(run, place);
      for (let at = 1; at < years.length; at++) {
        const [before, now] = [years[at - 1].with, years[at].with];
        expect(now.tenure >= 0).toBe(now.destinations.length > 0);
        if (before.destinations.length !== 1 || before.destinations.join() !== now.destinations.join())
          continue;
        expect(now.tenure).toBe(before.tenure + 1);
        grown += 1;
      }
    }
    expect(grown).toBeGreaterThan(10);
  });

  it("are not to be had of a province that does not exist, nor of a year not watched", () => {
    expect(() => provinceDetails(run, "XX", last)).toThrow(/province: found "XX"/);
    expect(() => provinceDetails(run, code, last + 1)).toThrow(RangeError);
    expect(() => firmDetails(run, 400)).toThrow(RangeError);
  });
});
