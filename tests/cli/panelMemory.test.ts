import { describe, expect, it } from "vitest";
import { EXIT, explainFailure } from "../../cli/failure.ts";
import { memoryLimit, panelBytes, refuseTooLarge, withinMemory } from "../../cli/panelMemory.ts";
import { resolveScenario } from "../../scenarios/index.ts";
import { simulate } from "../../sim/index.ts";
import { refusal } from "../scenarios/refusal.ts";

/** Nobody closes, unless set. */
const world = (set: Record<string, unknown> = {}) =>
  resolveScenario("canello-2022", { surveyRule: "balanced", datedShocks: [], ...set });

describe("the bytes of a panel", () => {
  it("are those of its columns, and of a mark a row", () => {
    const scenario = world({ firms: 50, warmUpYears: 3 });
    const { rows, columns } = simulate(scenario, { seed: "1", condition: "c", replication: 1 });
    const held = columns.reduce((sum, { values }) => sum + values.byteLength, rows);
    expect(panelBytes(scenario)).toBe(held);
  });

  it("count twice where firms may close", () => {
    const closing = world({ datedShocks: [{ year: 2009, closure: 0.1 }] });
    expect(panelBytes(closing)).toBe(2 * panelBytes(world()));
  });
});

describe("a world too large for memory", () => {
  const large = world({ firms: 1_000_000, recordedYears: 60 });

  it("is refused with what it takes and the most firms that fit, and these do fit", () => {
    const limit = 24e9;
    const { path, found, expected } = refusal(() => refuseTooLarge(large, "SCENARIO", 1, limit));
    expect([path, found]).toEqual([
      "SCENARIO",
      `firms = 1000000 with recordedYears = 60: a panel of ${Number((panelBytes(large) / 1e9).toPrecision(2))} GB in all`,
    ]);
    const firms = Number(/at most (\d+) firms/.exec(expected)?.[1]);
    expect(() => refuseTooLarge(world({ firms, recordedYears: 60 }), "", 1, limit)).not.toThrow();
    const more = world({ firms: 1.2 * firms, recordedYears: 60 });
    expect(() => refuseTooLarge(more, "", 1, limit)).toThrow();
    expect(() => refuseTooLarge(world({ firms, recordedYears: 60 }), "", 2, limit)).toThrow(
      "2 panels at once",
    );
  });

  it("is one that fits elsewhere: the paper's own fits here", () => {
    expect(() => refuseTooLarge(world(), "", 1, memoryLimit())).not.toThrow();
  });

  it("that was let through ends with one clear line and code 1", async () => {
    for (const length of [2 ** 40, 2 ** 60]) {
      const failure = withinMemory(large, async () => new Float64Array(length));
      expect(await failure.catch(explainFailure)).toEqual({
        code: EXIT.workFailed,
        lines: [
          "error: out of memory with firms = 1000000 and recordedYears = 60; fewer of either take less",
        ],
      });
    }
    const noRoom = withinMemory(large, async () => new ArrayBuffer(2 ** 50));
    expect(await noRoom.catch(explainFailure)).toMatchObject({ code: EXIT.workFailed });
    await expect(noRoom).rejects.toThrow("out of memory");
  });

  it("is not what a fault of ours is taken for", async () => {
    const faults = [() => new Float64Array(-1), () => "x".repeat(-1)];
    for (const fault of faults) {
      await expect(withinMemory(large, async () => fault())).rejects.toBeInstanceOf(RangeError);
    }
  });
});
