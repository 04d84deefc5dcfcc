import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { causes } from "../../../../scenarios/lab/lookAlikes.ts";
import { detailProblems, readDetail, writeDetail } from "../../../../viz/places/tellApart/linkDetail.ts";
import { orderOf } from "../../../../viz/places/tellApart/order.ts";
import {
  addTallies,
  emptyTally,
  type Guesses,
  noGuesses,
  scoreOf,
} from "../../../../viz/places/tellApart/score.ts";
import { parseSession } from "../../../../viz/places/tellApart/session.ts";
import { startState } from "../../../../viz/state/labState.ts";
import { readLink, writeLink } from "../../../../viz/state/urlState.ts";
import "../../../propertySeed.ts";

const order = ["shock", "imitation", "location"] as const;

describe("which world is A, B and C", () => {
  it("is the same for the same seed, and each cause is there once", () => {
    for (const seed of ["1", "2", "a lesson"]) {
      expect(orderOf(seed)).toEqual(orderOf(seed));
      expect([...orderOf(seed)].sort()).toEqual([...causes].sort());
    }
  });

  it("is each of the six orders about as often, for seeds that are numbers", () => {
    const counts = new Map<string, number>();
    for (let seed = 1; seed <= 1200; seed++) {
      const name = orderOf(String(seed)).join();
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // 200 expected of each, binomial standard deviation 13.
    for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(4 * 13);
  });
});

describe("the score of a round", () => {
  it("counts the worlds that were told, of those of which something was said", () => {
    const guesses: Guesses = [
      { cause: "shock", sure: 80 },
      { cause: "location", sure: 50 },
      { cause: null, sure: 33 },
    ];
    expect(scoreOf(guesses, order)).toEqual({ rounds: 1, guessed: 2, right: 1, sure: 130 });
  });

  it("is nothing where nothing was said", () => {
    expect(scoreOf(noGuesses, order)).toEqual(emptyTally);
  });

  it("adds up over rounds", () => {
    const one = { rounds: 1, guessed: 3, right: 1, sure: 150 };
    expect(addTallies(one, one)).toEqual({ rounds: 2, guessed: 6, right: 2, sure: 300 });
  });

  it("of a session starts at nothing where something else was kept", () => {
    expect(parseSession(null)).toEqual({ tally: emptyTally, counted: [] });
    expect(parseSession('{"tally":{"right":-1,"rounds":"2"},"counted":["7",8]}')).toEqual({
      tally: emptyTally,
      counted: ["7"],
    });
  });
});

const guess = fc.record({
  cause: fc.constantFrom(...causes, null),
  sure: fc.integer({ min: 33, max: 100 }),
});
const details = fc.record({
  guesses: fc.tuple(guess, guess, guess),
  revealed: fc.boolean(),
  cell: fc.constantFrom(null, { table: "own", cause: "shock", method: "peer-shuffle-industries" } as const),
  histories: fc.option(fc.integer({ min: 1, max: 200 })),
});

describe("the link of the place", () => {
  it("holds guesses, whether they are revealed, the opened cell and the histories asked for", () => {
    fc.assert(
      fc.property(details, (detail) => {
        const link = writeLink({
          ...startState,
          place: "tell-apart",
          seed: "9",
          detail: writeDetail(detail),
        });
        const { state, problems } = readLink(link, "en");
        expect(problems).toEqual([]);
        expect(readDetail(state.detail)).toEqual(detail);
        expect(detailProblems(state.detail)).toEqual([]);
      }),
    );
  });

  it("takes what it does not understand for not said", () => {
    expect(readDetail({ a: "moon 50", b: "shock 1000", cell: "own moon B", histories: "1e9" })).toEqual({
      guesses: [
        { cause: null, sure: 50 },
        { cause: "shock", sure: 33 },
        { cause: null, sure: 33 },
      ],
      revealed: false,
      cell: null,
      histories: null,
    });
  });

  it("says what it does not understand", () => {
    const names = (detail: Record<string, string>) => detailProblems(detail).map(({ name }) => name);
    expect(
      names({ a: "moon 50", b: "shock 1000", cell: "own moon B", histories: "1e9", revealed: "yes" }),
    ).toEqual(["a", "b", "cell", "histories", "revealed"]);
    expect(names({ c: "open 40" })).toEqual([]);
  });
});
