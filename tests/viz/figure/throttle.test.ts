import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { throttleLatest } from "../../../viz/figure/throttle.ts";

describe("the throttle", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("says the first at once, then only the latest when the pause is over", () => {
    const said: number[] = [];
    const throttle = throttleLatest<number>((value) => said.push(value), 2000);
    for (const value of [1, 2, 3]) throttle.push(value);
    expect(said).toEqual([1]);
    vi.advanceTimersByTime(1999);
    expect(said).toEqual([1]);
    vi.advanceTimersByTime(1);
    expect(said).toEqual([1, 3]);
  });

  it("says nothing after it was cancelled", () => {
    const said: number[] = [];
    const throttle = throttleLatest<number>((value) => said.push(value), 2000);
    throttle.push(1);
    throttle.push(2);
    throttle.cancel();
    vi.advanceTimersByTime(10_000);
    expect(said).toEqual([1]);
  });
});
