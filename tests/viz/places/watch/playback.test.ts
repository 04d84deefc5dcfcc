import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPlayback } from "../../../../viz/places/watch/playback.ts";
import { speedAt, speeds } from "../../../../viz/places/watch/speeds.ts";

/** A screen whose frames come when the test says so. */
let frames: ((now: number) => void)[] = [];
let now = 0;

beforeEach(() => {
  frames = [];
  now = 0;
  vi.stubGlobal("requestAnimationFrame", (frame: (at: number) => void) => frames.push(frame));
  vi.stubGlobal("cancelAnimationFrame", (handle: number) => {
    frames[handle - 1] = () => undefined;
  });
  vi.stubGlobal("performance", { now: () => now });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function pass(count: number, milliseconds: number): void {
  for (let frame = 0; frame < count; frame++) {
    now += milliseconds;
    const [next] = frames.slice(-1);
    next?.(now);
  }
}

function years(of: number, speed: string) {
  const at = { year: 0, arrived: of };
  const playback = createPlayback({
    ahead: () => at.year + 1 < at.arrived,
    atEnd: () => at.year + 1 >= of,
    forward: () => {
      at.year += 1;
    },
    rewind: () => {
      at.year = 0;
    },
    speed: () => speed,
  });
  return { at, playback };
}

describe("playing", () => {
  it("goes a year a frame at the greatest speed, however long the frames are", () => {
    const { at, playback } = years(30, "max");
    playback.play();
    pass(5, 16);
    expect(at.year).toBe(5);
    pass(2, 900);
    expect(at.year).toBe(7);
  });

  it("goes two years a second at the normal speed, on a screen of any pace", () => {
    for (const frame of [10, 25]) {
      const { at, playback } = years(30, "");
      playback.play();
      pass(4000 / frame, frame);
      expect(at.year).toBe(8);
      playback.pause();
    }
  });

  it("waits for a year that has not arrived, and stops at the last one", () => {
    const { at, playback } = years(10, "max");
    at.arrived = 4;
    playback.play();
    pass(20, 16);
    expect([at.year, playback.playing.value]).toEqual([3, true]);
    at.arrived = 10;
    pass(20, 16);
    expect([at.year, playback.playing.value]).toEqual([9, false]);
  });

  it("begins anew when it is started at the end, and stands still when it is paused", () => {
    const { at, playback } = years(10, "max");
    at.year = 9;
    playback.toggle();
    expect(at.year).toBe(0);
    pass(3, 16);
    playback.toggle();
    pass(3, 16);
    expect([at.year, playback.playing.value, playback.byItself.value]).toEqual([3, false, false]);
    playback.playByItself();
    expect(playback.byItself.value).toBe(true);
  });

  it("has speeds in rising order, and the normal one for any other name", () => {
    const rates = speeds.map(({ yearsPerSecond }) => yearsPerSecond);
    expect(rates).toEqual([...rates].sort((one, other) => one - other));
    expect(speeds[speedAt("warp")].name).toBe("normal");
    expect(speeds.map(({ name }) => speedAt(name))).toEqual([0, 1, 2, 3, 4]);
  });
});
