import { expect, it } from "vitest";
import { resolveDesign } from "../../../study/cells.ts";
import { parseDesign } from "../../../study/design.ts";
import { rowsOfLooks } from "../../../study/until/rowsOfLooks.ts";

const design = resolveDesign(
  parseDesign({
    aim: "To be looked at",
    dataGenerating: { name: "w", scenario: "canello-2022/return" },
    methods: ["canello-2022/cox-exact"],
    performance: ["bias"],
    replications: 50,
    seed: "1",
  }),
);
const replication = (number: number) => ({
  replication: number,
  rows: [
    {
      world: "w",
      cell: 0,
      replication: number,
      method: "canello-2022/cox-exact",
      estimand: "size",
      truth: 0.1,
      estimate: number / 3,
      stdError: 1,
      confLow: -1,
      confHigh: 1,
      pValue: Number.NaN,
      status: "ok",
      message: `message ${number}`,
    },
  ],
});

/** Looks after 10, 20 and 30 replications, at a source that has some beyond; how often each was read. */
function looks(atMost?: number) {
  const read = new Map<number, number>();
  let last = 0;
  const rowsAt = rowsOfLooks(design, () => last, atMost);
  const seen = [10, 20, 30].map((count) => {
    last = count;
    const source = rowsAt({
      *replicationsAfter(_, after) {
        for (let number = after + 1; number <= count + 5; number++) {
          if (number > count && number % 2 === 0) continue;
          if (number <= count) read.set(number, (read.get(number) ?? 0) + 1);
          yield replication(number);
        }
      },
    });
    // Sums are made in two rounds.
    return [[...source.replicationsOf(0)], [...source.replicationsOf(0)]];
  });
  return { seen, read: new Set(read.values()) };
}

it("a look sees every replication up to its own, and reads none a second time", () => {
  const { seen, read } = looks();
  for (const [at, rounds] of seen.entries()) {
    const whole = Array.from({ length: 10 * (at + 1) }, (_, index) => replication(index + 1));
    expect(rounds).toStrictEqual([whole, whole]);
  }
  expect(read).toEqual(new Set([1]));
});

it("where nothing can be held it sees the same", () => {
  const { seen, read } = looks(0);
  expect(seen).toStrictEqual(looks().seen);
  expect(read).toEqual(new Set([2, 4, 6]));
});

it("rows that grow beyond what can be held are let go, and the same is seen", () => {
  // Those of the first look fit, those of the second do not: nothing is read as often as where nothing is held.
  const { seen, read } = looks(7000);
  expect(seen).toStrictEqual(looks().seen);
  expect([...read].sort()).toEqual([2, 4]);
});
