import { beforeAll, describe, expect, it } from "vitest";
import type { ClusterStrategy } from "../../../../study/lesson/lessonWorlds.ts";
import type { LessonAnswer, LessonJob, LessonKind } from "../../../../workers/lab/lessonJobs.ts";
import { lessonService } from "../../../../workers/lab/lessonService.ts";

/** What the lessons say of their worlds, by ten seeds each. */
const seeds = Array.from({ length: 10 }, (_, at) => String(at + 1));

type Answer<Kind extends LessonKind> = Promise<LessonAnswer<Kind>>;
let run: (job: LessonJob) => Promise<unknown>;
const ask = <Kind extends LessonKind>(job: LessonJob<Kind>) => run(job as LessonJob) as Answer<Kind>;

beforeAll(async () => {
  const runner = await lessonService.prepare(null);
  const { signal } = new AbortController();
  run = async (job) => runner(job, () => undefined, signal);
});

const last = (values: readonly number[]) => values[values.length - 1];
const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

describe("step 1, one firm", () => {
  it("shows a firm whose chance is near one in five, with parts that add up, and fewer chances without peers", async () => {
    const started: boolean[] = [];
    for (const seed of seeds.slice(0, 6)) {
      const firm = await ask({ kind: "firm", seed });
      expect(firm.probability).toBeGreaterThan(0.15);
      expect(firm.probability).toBeLessThan(0.25);
      expect(Number.isInteger(firm.peers)).toBe(true);
      expect(firm.costs + firm.firm + firm.supplier + firm.imitation).toBeCloseTo(firm.index, 12);
      expect(firm.costs).toBeCloseTo(-3.6, 9);
      expect(firm.byPeers[0]).toBeLessThan(firm.probability / 2);
      expect(firm.byPeers.every((each, at, all) => at === 0 || each > all[at - 1])).toBe(true);
      started.push(firm.started);
    }
    // One in five or so goes: neither all nor, over six histories, more than half.
    expect(started.filter(Boolean).length).toBeLessThan(4);
  }, 60_000);
});

describe("step 2, one province", () => {
  it("the pioneer carries others along; without it next to nobody goes", async () => {
    for (const seed of seeds) {
      const story = await ask({ kind: "province", seed, pioneer: 0 });
      expect(story.years[0]).toBe(1999);
      expect(last(story.years)).toBe(2010);
      expect(last(story.abroadWith)).toBeGreaterThanOrEqual(last(story.abroadWithout) + 3);
      expect(last(story.abroadWithout)).toBeLessThanOrEqual(1);
      expect(story.firms.length).toBeLessThanOrEqual(26);
    }
  });

  it("differs from the twin only from the pioneer's year on", async () => {
    const story = await ask({ kind: "province", seed: "1", pioneer: 2 });
    const before = story.years.filter((year) => year < 2002).length;
    for (const firm of story.firms) expect(firm.with.slice(0, before)).toEqual(firm.without.slice(0, before));
    expect(story.firms[2].with[before]).toBe(true);
  });

  it("it can die out, too: as the teacher's note says", async () => {
    const dies = await ask({ kind: "province", seed: "7", pioneer: 10 });
    expect(last(dies.abroadWith)).toBe(0);
    const too = await ask({ kind: "province", seed: "5", pioneer: 5 });
    expect(last(too.abroadWith)).toBeLessThanOrEqual(1);
  });
});

describe("steps 3 to 5, the country", () => {
  it.each(seeds.slice(0, 3))(
    "seed %s: large provinces are far ahead where firms imitate, and the twin has less than half",
    async (seed) => {
      const a = await ask({ kind: "country", country: "imitators", strength: 1, seed });
      expect(a.shareOfLarge).toBeGreaterThan(2 * a.shareOfSmall);
      expect(last(a.shareWithout)).toBeLessThan(last(a.shareWith) / 2);
      const b = await ask({ kind: "country", country: "good-location", strength: 1, seed });
      expect(b.shareWithout).toEqual(b.shareWith);
      expect(b.everFlipped).toBe(0);
      // They look alike: as many provinces reach 2 %, and 20 %, but for a few.
      for (const limit of [0.02, 0.2]) {
        const reached = (country: typeof a) =>
          country.provincesWith[country.provincesWith.length - 1].filter((each) => (each ?? 0) >= limit)
            .length;
        expect(Math.abs(reached(a) - reached(b))).toBeLessThan(16);
      }
    },
    60_000,
  );

  it("without imitation the country is its own twin, and the slider is no straight line", async () => {
    const [none, half, full] = await Promise.all(
      [0, 0.5, 1].map((strength) => ask({ kind: "country", country: "imitators", strength, seed: "1" })),
    );
    expect(none.shareWith).toEqual(none.shareWithout);
    const [low, middle, high] = [none, half, full].map(({ shareWith }) => last(shareWith));
    expect(middle - low).toBeLessThan((high - low) / 2.5);
  }, 60_000);
});

describe("step 6, the probit", () => {
  it("finds what looks like imitation in both countries, in each of four histories", async () => {
    const a = await ask({ kind: "probits", seed: "1", country: "imitators", from: 1, until: 4 });
    const b = await ask({ kind: "probits", seed: "1", country: "good-location", from: 1, until: 4 });
    expect(a.map(({ replication }) => replication)).toEqual([1, 2, 3, 4]);
    for (const { pValue, estimate } of [...a, ...b]) {
      expect(pValue).toBeLessThan(0.05);
      expect(estimate).toBeGreaterThan(0);
    }
  }, 60_000);
});

describe("the lesson of herding (canello-2022)", () => {
  it("starts rise with peers under imitation and in good places, and do not where there is nothing", async () => {
    for (const seed of seeds.slice(0, 5)) {
      const [nothing, imitation, place] = await Promise.all(
        (["nothing", "imitation", "place"] as const).map((world) => ask({ kind: "startRates", world, seed })),
      );
      const ratio = (rates: typeof nothing) => rates[5].rate / rates[0].rate;
      expect(ratio(nothing)).toBeGreaterThan(0.8);
      expect(ratio(nothing)).toBeLessThan(1.35);
      expect(ratio(imitation)).toBeGreaterThan(1.4);
      expect(ratio(place)).toBeGreaterThan(1.4);
    }
  }, 60_000);
});

describe("the lesson of learning (canello-pavone)", () => {
  it("who starts among many stays longer in most histories, with learning and without, and longer with more of it", async () => {
    let longer = 0;
    for (const seed of seeds) {
      const [none, usual, strong] = await Promise.all(
        [0, 0.05, 0.2].map((gain) => ask({ kind: "survival", gain, seed })),
      );
      const gap = ({ few, many }: typeof none) => many.survival[1] - few.survival[1];
      if (gap(usual) > 0) longer += 1;
      expect(Math.abs(gap(usual) - gap(none))).toBeLessThan(0.02);
      expect(strong.many.survival[5]).toBeGreaterThan(none.many.survival[5]);
    }
    expect(longer).toBeGreaterThanOrEqual(7);
  }, 120_000);
});

describe("the lesson of districts (bettiol-2017)", () => {
  it("about twice as many firms are abroad without ties, and about a third with strong ones", async () => {
    for (const seed of seeds) {
      const [free, usual, strong] = await Promise.all(
        [0, 0.8, 2].map((embeddedness) => ask({ kind: "districts", embeddedness, seed })),
      );
      expect(usual.years[0]).toBe(1989);
      expect(last(usual.years)).toBe(2015);
      const end = last(usual.shares);
      expect(last(free.shares) / end).toBeGreaterThan(1.7);
      expect(last(free.shares) / end).toBeLessThan(2.4);
      expect(last(strong.shares) / end).toBeGreaterThan(0.25);
      expect(last(strong.shares) / end).toBeLessThan(0.42);
    }
  }, 60_000);
});

describe("the lesson of clusters (gancarczyk-2017)", () => {
  it("replicative moves cost the core, export alone locks in, selective moves do neither", async () => {
    for (const seed of seeds) {
      const of = (strategy: ClusterStrategy) => ask({ kind: "clusters", strategy, seed });
      const [selective, replicative, exportOnly] = await Promise.all([
        of("selective"),
        of("replicative"),
        of("exportOnly"),
      ]);
      expect(last(selective.core)).toBeGreaterThan(1.3);
      expect(last(replicative.core)).toBeLessThan(0.3);
      expect(last(exportOnly.lockIn)).toBeGreaterThan(0.9);
      expect(last(selective.lockIn)).toBeLessThan(0.3);
      expect(last(replicative.lockIn)).toBeLessThan(last(exportOnly.lockIn));
      expect(last(exportOnly.core)).toBeGreaterThan(1);
    }
  }, 60_000);
});

describe("the lesson of returns (freeman-2007)", () => {
  it("some are back without pauses, more with them, and about one in six after a year where half are pauses", async () => {
    const first: number[] = [];
    for (const seed of seeds) {
      const [none, usual, half] = await Promise.all(
        [0, 0.25, 0.5].map((pauseShare) => ask({ kind: "comingBack", pauseShare, seed })),
      );
      expect(none.share[4]).toBeGreaterThan(0.05);
      expect(none.share[4]).toBeLessThan(usual.share[4]);
      expect(usual.share[4]).toBeLessThan(half.share[4]);
      // Most pauses last longer than a year.
      expect(half.share[0]).toBeLessThan(0.25);
      first.push(half.share[0]);
    }
    expect(mean(first)).toBeGreaterThan(0.14);
    expect(mean(first)).toBeLessThan(0.19);
  }, 60_000);
});
