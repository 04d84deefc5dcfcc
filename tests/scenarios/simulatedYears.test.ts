import { expect, it } from "vitest";
import { resolveScenario, shocksWithoutEffect, simulatedYears } from "../../scenarios/index.ts";
import { advance, startWorld, yearsOf } from "../../sim/index.ts";

const short = { firms: 5, firstYear: 2000, warmUpYears: 4, recordedYears: 3 };

it("the simulated years are those the simulator goes through", () => {
  const scenario = resolveScenario("canello-2022", short);
  const world = startWorld(scenario, { seed: "1", condition: "c", replication: 1 });
  expect(world.year + 1).toBe(simulatedYears(scenario).first);
  advance(world, yearsOf(scenario));
  expect(world.year).toBe(simulatedYears(scenario).last);
});

it("a shock before the first or after the last simulated year is named with these years", () => {
  const shocksIn = (...years: number[]) =>
    shocksWithoutEffect(
      resolveScenario("canello-2022", { ...short, datedShocks: years.map((year) => ({ year, exit: 1 })) }),
    );
  expect(shocksIn(1997, 2000, 2002)).toEqual([]);
  expect(shocksIn(1996, 2000, 2003)).toEqual([
    "datedShocks[0] strikes in 1996 and has no effect: the simulated years are 1997 to 2002",
    "datedShocks[2] strikes in 2003 and has no effect: the simulated years are 1997 to 2002",
  ]);
});
