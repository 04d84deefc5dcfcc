import { describe, expect, it } from "vitest";
import { type ResolvedDesign, resolveDesign } from "../../study/cells.ts";
import { parseDesign } from "../../study/design.ts";
import { runReplication } from "../../study/replication.ts";
import { replicationKeys } from "../../study/replicationKeys.ts";
import { summarise } from "../../study/summary.ts";

const world = {
  scenario: "canello-2022/return",
  set: { firms: 600, recordedYears: 6 },
  methods: ["canello-2022/cox-exact"],
};
function study(change: object = {}): ResolvedDesign {
  return resolveDesign(
    parseDesign({
      aim: "Is a proportional hazard recovered?",
      dataGenerating: [
        { ...world, name: "one" },
        { ...world, name: "two" },
      ],
      performance: ["bias", "coverage"],
      replications: 25,
      seed: "replication test",
      ...change,
    }),
  );
}

describe("a replication", () => {
  it("hangs on its key alone, not on what ran before it", () => {
    const first = runReplication(study(), 1, 2);
    runReplication(study(), 0, 5);
    expect(runReplication(study(), 1, 2)).toEqual(first);
    expect(first.every((row) => row.status === "ok" && row.cell === 1 && row.replication === 2)).toBe(true);
  });

  it("has other draws than its neighbour, another world and another seed", () => {
    const estimate = (design: ResolvedDesign, cell: number, replication: number) =>
      runReplication(design, cell, replication)[0].estimate;
    const estimates = [
      estimate(study(), 0, 1),
      estimate(study(), 0, 2),
      estimate(study(), 1, 1),
      estimate(study({ seed: "other" }), 0, 1),
    ];
    expect(new Set(estimates).size).toBe(4);
  });

  it("shares its draws with the same world under another name when streams are common", () => {
    const design = study({ streams: "common" });
    const withoutPlace = (cell: number) =>
      runReplication(design, cell, 1).map((row) => ({ ...row, world: "", cell: 0 }));
    expect(withoutPlace(1)).toEqual(withoutPlace(0));
  });

  it("whose simulation fails is a row with the reason, and no exception", () => {
    const design = study();
    const broken = { ...design, cells: [{ ...design.cells[0], scenario: JSON.parse("null") }] };
    const rows = runReplication(broken, 0, 3);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ status: "error", replication: 3, method: "canello-2022/cox-exact" });
    expect(rows[0].message).not.toBe("");
  });
});

it("25 replications recover every log hazard ratio of the world within four Monte Carlo errors", () => {
  const design = study({ dataGenerating: world });
  const rows = [...replicationKeys(design)].flatMap(({ cell, replication }) =>
    runReplication(design, cell, replication),
  );
  const { estimands } = summarise(design, rows);
  expect(estimands).toHaveLength(10);
  for (const { estimand, valid, measures } of estimands) {
    expect(valid, estimand).toBe(25);
    expect(
      Math.abs((measures.bias?.value ?? Number.NaN) / (measures.bias?.mcse ?? 0)),
      estimand,
    ).toBeLessThan(4);
    expect(measures.coverage?.value, estimand).toBeGreaterThan(0.75);
  }
});
