import { beforeAll, describe, expect, it } from "vitest";
import { watchWorlds } from "../../../scenarios/lab/watchWorlds.ts";
import {
  advanceWatch,
  startWatch,
  type WatchRun,
  type WorldTrack,
  type WorldYear,
  watchedWorld,
} from "../../../sim/index.ts";

/** All of it holds for ten as well, which take more than twice as long. */
const seeds = ["1", "2", "3", "4"];
const indexOf = (year: number) => year - 1984;

/** What one run shows: shares in percent of the living firms. */
interface Shown {
  readonly with: readonly number[];
  readonly without: readonly number[];
  readonly everFlipped: number;
  readonly onlyWithout: number;
  /** Standard deviation of the shares of provinces with a hundred firms or more, in the last year. */
  readonly spread: number;
  readonly spreadWithout: number;
  readonly milan: number;
  readonly elsewhere: number;
  readonly milanWithout: number;
  /** Share of spells that end within three years, of those begun until 1993 and from 2001 to 2009. */
  readonly early: number;
  readonly late: number;
  readonly earlyWithout: number;
  readonly lateWithout: number;
}

const shown = new Map<string, Shown[]>();
const of = (id: string): Shown[] => shown.get(id) ?? [];

beforeAll(() => {
  for (const { id, scenario, set } of watchWorlds) {
    const all = seeds.map((seed) => {
      const world = watchedWorld({ scenario, set, seed });
      const run = startWatch(world.scenario, world.key);
      while (advanceWatch(run) !== null);
      return show(run);
    });
    shown.set(id, all);
  }
}, 300_000);

function show(run: WatchRun): Shown {
  const last = run.snapshots[run.snapshots.length - 1];
  const milan = run.factual.world.provinces.findIndex(({ code }) => code === "MI");
  const [early, late] = [shortSpells(run.factual, 1, 9), shortSpells(run.factual, 17, 25)];
  return {
    with: run.snapshots.map((each) => share(each.with)),
    without: run.snapshots.map((each) => share(each.without)),
    everFlipped: last.difference.total.everFlipped,
    onlyWithout: last.difference.total.onlyWithout,
    spread: spread(last.with),
    spreadWithout: spread(last.without),
    milan: (100 * last.with.abroad[milan]) / last.with.alive[milan],
    elsewhere:
      (100 * (last.with.total.abroad - last.with.abroad[milan])) /
      (last.with.total.alive - last.with.alive[milan]),
    milanWithout: (100 * last.without.abroad[milan]) / last.without.alive[milan],
    early,
    late,
    earlyWithout: shortSpells(run.beside, 1, 9),
    lateWithout: shortSpells(run.beside, 17, 25),
  };
}

const share = ({ total }: WorldYear) => (100 * total.abroad) / total.alive;

function spread({ abroad, alive }: WorldYear): number {
  const shares = Array.from(abroad.keys())
    .filter((place) => alive[place] >= 100)
    .map((place) => (100 * abroad[place]) / alive[place]);
  const mean = shares.reduce((sum, each) => sum + each, 0) / shares.length;
  return Math.sqrt(shares.reduce((sum, each) => sum + (each - mean) ** 2, 0) / shares.length);
}

function shortSpells({ statuses: { firms, bytes } }: WorldTrack, from: number, to: number): number {
  let [short, all] = [0, 0];
  for (let firm = 0; firm < firms; firm++) {
    for (let year = from; year <= to; year++) {
      const begun = bytes[year * firms + firm] & ~bytes[(year - 1) * firms + firm] & 15;
      const lasting = [1, 2, 3].reduce((left, after) => left & bytes[(year + after) * firms + firm], begun);
      for (let bit = 1; bit < 16; bit *= 2) {
        if ((begun & bit) === 0) continue;
        all += 1;
        if ((lasting & bit) === 0) short += 1;
      }
    }
  }
  return (100 * short) / all;
}

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[values.length >> 1];
const end = (shares: readonly number[]) => shares[shares.length - 1];

describe("the worlds to watch, by four seeds each", () => {
  it("have names of their own, begin with nobody abroad and end in 2012", () => {
    expect(new Set(watchWorlds.map(({ id }) => id)).size).toBe(watchWorlds.length);
    for (const { id } of watchWorlds)
      for (const each of of(id)) expect([each.with[0], each.with.length]).toEqual([0, indexOf(2012) + 1]);
  });

  it.each(["no-herding", "good-location", "common-shock", "national-peers"])(
    "%s: nothing changes with imitation off",
    (id) => expect(of(id).map(({ everFlipped }) => everFlipped)).toEqual(seeds.map(() => 0)),
  );

  it("no-herding: the share abroad settles, alike in all provinces", () => {
    for (const each of of("no-herding")) {
      expect(end(each.with)).toBeGreaterThan(5);
      expect(end(each.with)).toBeLessThan(8);
      expect(Math.abs(end(each.with) - each.with[indexOf(1995)])).toBeLessThan(1);
      expect(each.spread).toBeLessThan(2.5);
    }
  });

  it("herding: four times as many abroad as without imitation, nobody kept at home by it, and provinces apart", () => {
    for (const each of of("herding")) {
      expect(end(each.with)).toBeGreaterThan(4 * end(each.without));
      expect(each.onlyWithout).toBe(0);
      expect(each.spread).toBeGreaterThan(4 * each.spreadWithout);
    }
  });

  it("good-location: provinces differ as they do under herding, without any", () => {
    for (const [at, each] of of("good-location").entries())
      expect(each.spread).toBeGreaterThan(1.5 * of("no-herding")[at].spread);
    const ratio =
      median(of("good-location").map((each) => each.spread)) /
      median(of("herding").map((each) => each.spread));
    expect(ratio).toBeGreaterThan(2 / 3);
    expect(ratio).toBeLessThan(3 / 2);
  });

  it("common-shock: a wave that has doubled the share abroad by 1996 and is over in 2012", () => {
    for (const each of of("common-shock")) {
      expect(each.with[indexOf(1996)]).toBeGreaterThan(2 * each.with[indexOf(1993)]);
      expect(Math.max(...each.with)).toBe(each.with[indexOf(1996)]);
      expect(end(each.with)).toBeLessThan(each.with[indexOf(1996)] / 2);
    }
  });

  it("local-peers: the wave stays in the province of its pioneers", () => {
    for (const each of of("local-peers")) {
      expect(each.milan).toBeGreaterThan(25);
      expect(each.milanWithout).toBeLessThan(1);
      expect(each.elsewhere).toBeLessThan(0.5);
    }
  });

  it("national-peers: the same pioneers are followed in all the country", () => {
    for (const each of of("national-peers")) {
      expect(each.elsewhere).toBeGreaterThan(8);
      expect(each.milan).toBeLessThan(1.5 * each.elsewhere);
    }
  });

  it("cascade-reversal: a wave beyond a quarter of all firms that is gone in the end, and none without imitation", () => {
    for (const each of of("cascade-reversal")) {
      expect(Math.max(...each.with)).toBeGreaterThan(25);
      expect(end(each.with)).toBeLessThan(2);
      expect(Math.max(...each.without)).toBeLessThan(7);
    }
  });

  it("late-adopters: those who start late come home sooner, by far more than without imitation", () => {
    for (const each of of("late-adopters")) {
      expect(each.late).toBeGreaterThan(each.early + 10);
      expect(each.late - each.early).toBeGreaterThan(each.lateWithout - each.earlyWithout + 5);
    }
  });
});
