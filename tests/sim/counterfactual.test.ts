import { describe, expect, it } from "vitest";
import { pairedCounterfactual, withoutImitation } from "../../sim/index.ts";
import { busyWorld, key, kinds, quietWorld, sum, watch } from "./worlds.ts";

describe.each(kinds)("a %s world beside itself without imitation", (kind) => {
  const scenario = busyWorld(kind, { imitationSame: 0.3 });
  const found = pairedCounterfactual(scenario, key());

  it("counts what two separate runs with the same key show", () => {
    const left = watch(scenario, key()).active;
    const right = watch(withoutImitation(scenario), key()).active;
    const years = [2007, 2008, 2009, 2010, 2011, 2012];
    const of = (runs: typeof left, year: number) => runs.get(year) ?? new Uint8Array();
    expect(found.activeWith).toEqual(years.map((year) => sum(of(left, year))));
    expect(found.activeWithout).toEqual(years.map((year) => sum(of(right, year))));
    const flips = years.map((year) =>
      Array.from(of(left, year), (status, pair) => Number(status !== of(right, year)[pair])),
    );
    expect(found.flippedDecisions).toBe(sum(flips.flat()));
    const firms = Array.from({ length: scenario.firms }, (_, firm) =>
      Number(flips.some((year) => year.slice(4 * firm, 4 * firm + 4).includes(1))),
    );
    expect(found.flippedFirms).toBe(sum(firms));
    expect(found.flippedFirms).toBeGreaterThan(5);
    expect(found.decisions).toBe(scenario.firms * 4 * 6);
  });

  it("flips nothing where nobody imitates", () => {
    const nobody = pairedCounterfactual(withoutImitation(scenario), key());
    expect(nobody.flippedDecisions).toBe(0);
    expect(nobody.flippedFirms).toBe(0);
    expect(nobody.activeWith).toEqual(nobody.activeWithout);
  });
});

describe("imitated returns by hazard", () => {
  it("are imitation too", () => {
    const set = {
      base: -0.5,
      exitHazard: 0.3,
      "hazard.msePeersBackshoringSameDestination": 1,
      warmUpYears: 5,
    };
    const found = pairedCounterfactual(quietWorld("entryExit", set), key());
    expect(found.flippedDecisions).toBeGreaterThan(0);
  });
});
