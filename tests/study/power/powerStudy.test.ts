/// <reference path="../../../sim/random/seedrandom.d.ts" />
import alea from "seedrandom/lib/alea.js";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../../numerics/normal.ts";
import { type ResolvedDesign, resolveDesign } from "../../../study/cells.ts";
import { type Design, parseDesign } from "../../../study/design.ts";
import { failureRow } from "../../../study/failureRows.ts";
import { type AskedOfPower, powerRequest } from "../../../study/power/powerRequest.ts";
import { powerStudy, type RunStage } from "../../../study/power/powerStudy.ts";
import { rowsInMemory } from "../../../study/rowSource.ts";

const estimand = "msePeersSameDestination";
const method = "canello-2022/B-small";

function request(asked: AskedOfPower, set: Record<string, unknown> = {}) {
  const design: Design = parseDesign({
    aim: "A test whose power is known",
    dataGenerating: { scenario: "canello-2022/eq1", set: { imitationSame: 0.1, firms: 400, ...set } },
    estimands: [estimand],
    methods: [method],
    performance: ["rejection"],
    replications: 300,
    seed: "known",
  });
  return powerRequest(resolveDesign(design), asked);
}

/**
 * In place of simulations: an estimate is normal around `imitationSame` with error 1 / √firms; where destinations suit
 * provinces it is off by 0.2.
 */
function runner(stages: string[] = [], failing = 0): RunStage {
  return (name, design: ResolvedDesign) => {
    stages.push(name);
    const { seed, replications } = design.design;
    const rows = design.cells.flatMap((cell) => {
      const draw = alea(seed);
      const { imitationSame, firms, provinceDestinationFitSd } = cell.scenario;
      const stdError = 1 / Math.sqrt(firms);
      return Array.from({ length: replications }, (_, at) => {
        const error = normalQuantile(draw() + 2 ** -33) * stdError;
        if (at < failing) return failureRow(cell, at + 1, method, "error", "no estimate");
        const estimate = imitationSame + (provinceDestinationFitSd > 0 ? 0.2 : 0) + error;
        const pValue = Math.abs(estimate) > 1.959963984540054 * stdError ? 0.01 : 0.5;
        const row = failureRow(cell, at + 1, method, "ok", "");
        return { ...row, estimand, truth: imitationSame, estimate, stdError, pValue };
      });
    });
    return Promise.resolve(rowsInMemory(design, rows));
  };
}

/** (1.959964 + 0.841621)² / 0.1². */
const TRUE_FIRMS = 785;

describe("a power study", () => {
  it("looks at the size first, finds N, and looks at power and size again on fresh seeds", async () => {
    const stages: string[] = [];
    const result = await powerStudy(request({ solve: "firms", confirm: 500 }), runner(stages));
    expect(stages[0]).toBe("size");
    expect(stages.slice(-2)).toEqual(["confirmation", "size-at-answer"]);
    expect(result.size).toMatchObject([{ null: "imitationSame = 0", value: 400, verdict: "kept" }]);
    expect(result.answer?.low).toBeLessThan(TRUE_FIRMS);
    expect(result.answer?.high).toBeGreaterThan(TRUE_FIRMS);
    expect(result.confirmation?.power.low).toBeLessThan(0.8);
    expect(result.confirmation?.power.high).toBeGreaterThan(0.8);
    expect(result.confirmation?.positive).toBe(1);
    expect(result.sizeAtAnswer).toMatchObject([{ value: result.answer?.value, verdict: "kept" }]);
  });

  it("finds the smallest effect, and that of the other sign by its distance from 0", async () => {
    const effect = 2.801585 / Math.sqrt(400);
    const up = await powerStudy(request({ mde: true, to: 0.4, confirm: 0 }), runner());
    const down = await powerStudy(request({ mde: true, confirm: 0 }, { imitationSame: -0.2 }), runner());
    expect(up.parameter).toBe("imitationSame");
    expect(Math.abs((up.answer?.value ?? 0) - effect)).toBeLessThan(0.02);
    expect(Math.abs((down.answer?.value ?? 0) + effect)).toBeLessThan(0.02);
    expect(up.confirmation).toBeNull();
  });

  it("names the nulls in which the size is exceeded", async () => {
    const nulls = { off: { imitationSame: 0 }, fit: { imitationSame: 0, provinceDestinationFitSd: 0.3 } };
    const { size } = await powerStudy(request({ solve: "firms", nulls, confirm: 0 }), runner());
    expect(size.map(({ verdict }) => verdict)).toEqual(["kept", "exceeded"]);
  });

  it("counts a replication without an estimate as not found, and not at all in the size", async () => {
    const result = await powerStudy(
      request({ solve: "firms", confirm: 0, from: 3000, to: 6000 }),
      runner([], 150),
    );
    expect(result.tried.at(-1)).toMatchObject({ replications: 300, failed: 150, found: 150 });
    expect(result.tried.at(-1)?.power.value).toBe(0.5);
    expect(result.outcome).toBe("notReached");
    expect(result.answer).toBeNull();
    expect(result.size[0]?.rejection.value).toBeLessThan(0.12);
    expect(result.size[0]?.failed).toBe(150);
  });

  it("says so when the first value has the power already", async () => {
    const result = await powerStudy(request({ solve: "firms", confirm: 0, from: 3000, to: 6000 }), runner());
    expect(result.outcome).toBe("belowRange");
    expect(result.answer).toBeNull();
  });
});
