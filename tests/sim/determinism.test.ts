import { describe, expect, it } from "vitest";
import { simulate } from "../../sim/index.ts";
import { busyWorld, fingerprint, key, kinds } from "./worlds.ts";

describe.each(kinds)("a history of a %s world", (kind) => {
  const scenario = busyWorld(kind);
  const history = fingerprint(simulate(scenario, key(1)));

  it("is the same to the byte when its key is the same", () => {
    expect(fingerprint(simulate(scenario, key(1)))).toBe(history);
  });

  it("differs in another replication, under another seed and under another condition", () => {
    const others = [key(2), { ...key(1), seed: "another" }, { ...key(1), condition: "another" }];
    for (const other of others) expect(fingerprint(simulate(scenario, other))).not.toBe(history);
  });

  it("does not depend on what ran before it", () => {
    simulate(busyWorld(kind, { firms: 30 }), key(7));
    simulate(scenario, key(2));
    expect(fingerprint(simulate(scenario, key(1)))).toBe(history);
  });

  it("has the same panel and diagnostics of rates whether or not its truth is recorded", () => {
    const without = simulate(scenario, key(1), { recordTruth: false });
    const withTruth = simulate(scenario, key(1));
    expect(without.columns).toEqual(withTruth.columns);
    expect({ ...without.diagnostics, reproductionNumber: null }).toEqual({
      ...withTruth.diagnostics,
      reproductionNumber: null,
    });
    expect(without.diagnostics.reproductionNumber).toEqual({
      largest: Number.NaN,
      largestCell: "",
      mean: Number.NaN,
    });
  });
});
