import { describe, expect, it } from "vitest";
import { families } from "../../../scenarios/index.ts";
import { runOrdinalChecks } from "../../../sim/clusters/checks/runOrdinalChecks.ts";
import { checkPropositions, measuredWorlds } from "../../../study/propositions.ts";
import {
  orderValues,
  repeatedClaims,
  repeatedOrders,
  worldsOfClaims,
} from "../../../study/replicate/repeatedClaims.ts";

function family(name: string) {
  const found = families.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no family ${name}`);
  return found;
}

describe("the claims of Freeman (2007)", () => {
  const freeman = family("freeman-2007");
  const measure = measuredWorlds({ replications: 3, seed: "2", set: { firms: 200 } });
  const { claims, notSimulated } = repeatedClaims(freeman, { scale: 0.1, seed: "2" }, measure);

  it("are about the worlds of its checks, the first preset among them", () => {
    expect(worldsOfClaims(freeman)).toEqual(
      ["", "/final", "/inward", "/pause", "/rivals"].map((end) => `freeman-2007${end}`),
    );
    for (const { world } of claims) expect(worldsOfClaims(freeman)).toContain(world);
  });

  it("are its targets, then its propositions as they are checked", () => {
    const checked = checkPropositions(freeman, measure);
    const propositions = claims.filter(({ of }) => of !== "target");
    expect(propositions.map(({ found, difference, holds }) => ({ found, difference, holds }))).toEqual(
      checked.map(({ found, difference, holds }) => ({
        found: found.mean,
        difference: difference.mean,
        holds,
      })),
    );
    expect(claims.filter(({ of }) => of === "target").map(({ difference }) => difference)).toEqual([
      null,
      null,
    ]);
    expect(notSimulated.map(({ of }) => of)).toEqual(["E-P1", "E-P2", "E-P3", "E-P5", "E-P6"]);
  });
});

it("the orders of Gancarczyk are the ordinal checks of its first world, with as many clusters as the scale says", () => {
  const { world, orders } = repeatedOrders(
    family("gancarczyk-2017"),
    { scale: 0.2 },
    [1, 2].map((seed) => orderValues(family("gancarczyk-2017"), 0.2, seed)),
  );
  const results = runOrdinalChecks(world, { seeds: 2, set: { clusters: 2 } });
  expect(orders.map(({ share, means }) => ({ share, means }))).toEqual(
    results.map(({ share, means }) => ({ share, means })),
  );
});
