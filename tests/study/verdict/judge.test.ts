import { describe, expect, it } from "vitest";
import { wilsonLimits } from "../../../study/measuresOfMoments.ts";
import { type Evidence, judgeEffect, judgePlacebo, NORMAL_975 } from "../../../study/verdict/judge.ts";

/** `count` of `total`. */
const share = (count: number, total: number) => ({
  count,
  of: total,
  value: count / total,
  ...wilsonLimits(count, total, NORMAL_975),
});
const judged = (evidence: Partial<Evidence>) =>
  judgeEffect({
    truth: 0,
    rejection: share(2, 40),
    misses: null,
    estimate: { value: 0, mcse: 0.1 },
    alpha: 0.05,
    ...evidence,
  });

describe("where there is no effect", () => {
  it("a rate that is above α beyond Monte Carlo error is size-distorted: 6 of 40 is, 5 is not", () => {
    // Wilson's limit alone would accuse at 5, which one right test in twenty reaches.
    expect(share(5, 40).low).toBeGreaterThan(0.05);
    expect(judged({ rejection: share(5, 40) })).toBe("undecided");
    expect(judged({ rejection: share(6, 40) })).toBe("sizeDistorted");
  });

  it("accuses a test that is right with a chance below 2.5 %, whatever the number of replications", () => {
    for (const total of [5, 10, 16, 40, 100, 500]) {
      let chance = 0.95 ** total;
      let accused = 0;
      for (let count = 0; count <= total; count++) {
        if (judged({ rejection: share(count, total) }) === "sizeDistorted") accused += chance;
        chance *= ((0.05 / 0.95) * (total - count)) / (count + 1);
      }
      expect(accused).toBeLessThan(0.025);
      expect(accused).toBeGreaterThan(0);
    }
  });

  it("takes Wilson's limit alone where replications are many", () => {
    expect(judged({ rejection: share(5_100, 100_000) })).toBe("identified");
    expect(judged({ rejection: share(5_200, 100_000) })).toBe("sizeDistorted");
  });

  it("a method is identified once a size of 20 % is ruled out: at 3 of 40, not at 4", () => {
    expect(judged({ rejection: share(3, 40) })).toBe("identified");
    expect(judged({ rejection: share(4, 40) })).toBe("undecided");
  });

  it("fifteen replications identify nothing, whatever they find", () => {
    expect(judged({ rejection: share(0, 15) })).toBe("undecided");
    expect(judged({ rejection: share(0, 16) })).toBe("identified");
  });

  it("the sign of the estimate does not matter: there is none to be wrong", () => {
    expect(judged({ rejection: share(40, 40), estimate: { value: -1, mcse: 0.01 } })).toBe("sizeDistorted");
  });
});

describe("where there is an effect", () => {
  const there = (evidence: Partial<Evidence>) =>
    judged({
      truth: 0.01,
      rejection: share(38, 40),
      misses: share(2, 40),
      estimate: { value: 0.01, mcse: 0.001 },
      ...evidence,
    });

  it("a method that finds it and covers it is identified", () => {
    expect(there({})).toBe("identified");
  });

  it("one that finds it and misses its size is size-distorted", () => {
    expect(there({ misses: share(6, 40) })).toBe("sizeDistorted");
    expect(there({ misses: share(5, 40) })).toBe("undecided");
  });

  it("one that finds it in less than half of the replications is powerless, even if it misses it", () => {
    expect(there({ rejection: share(13, 40) })).toBe("powerless");
    expect(there({ rejection: share(13, 40), misses: share(30, 40) })).toBe("powerless");
    expect(there({ rejection: share(14, 40) })).toBe("undecided");
    expect(there({ rejection: share(26, 40) })).toBe("undecided");
    expect(there({ rejection: share(27, 40) })).toBe("identified");
  });

  it("one that finds the contrary has the wrong sign, for either sign of the truth", () => {
    const negative = { value: -0.01, mcse: 0.001 };
    expect(there({ estimate: negative })).toBe("wrongSign");
    expect(there({ truth: -0.01 })).toBe("wrongSign");
    expect(there({ truth: -0.01, estimate: negative })).toBe("identified");
  });

  it("a mean of the other sign within its Monte Carlo error, or without significance, is not a wrong sign", () => {
    expect(there({ estimate: { value: -0.001, mcse: 0.001 } })).toBe("identified");
    expect(there({ estimate: { value: -0.01, mcse: 0.001 }, rejection: share(2, 40) })).toBe("powerless");
  });

  it("a method that estimates no average partial effect has only to find it", () => {
    expect(there({ misses: null })).toBe("identified");
  });
});

it("without an estimate there is nothing to judge; without a truth nothing to judge by", () => {
  expect(judged({ rejection: null })).toBe("noEstimate");
  expect(judged({ truth: Number.NaN })).toBe("undecided");
});

it("a placebo warns, is silent, or cannot be told", () => {
  expect(judgePlacebo(share(6, 40), 0.05)).toBe("warns");
  expect(judgePlacebo(share(4, 40), 0.05)).toBe("undecided");
  expect(judgePlacebo(share(3, 40), 0.05)).toBe("silent");
  expect(judgePlacebo(null, 0.05)).toBe("noEstimate");
});
