import { describe, expect, it } from "vitest";
import { type Family, families, resolveScenario, scenarioNames } from "../../scenarios/index.ts";
import { spellMeasures } from "../../sim/measures/spellMeasures.ts";
import { checkPropositions, checkTargets, measuredWorlds } from "../../study/propositions.ts";

function family(name: string): Family {
  const found = families.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no family ${name}`);
  return found;
}

describe.each(families.filter(({ propositions }) => propositions !== undefined))(
  "the propositions of $name",
  ({ propositions = [], survey }) => {
    const measures = Object.keys(survey?.measures ?? spellMeasures);
    it.each(propositions)(
      "$name names worlds and measures that exist, or says what is not simulated",
      (each) => {
        const worlds = each.checks.flatMap(({ world, than }) => [
          world,
          ...(typeof than === "number" ? [] : [than.world]),
        ]);
        for (const world of worlds) expect(scenarioNames()).toContain(world);
        for (const { measure } of each.checks) expect(measures).toContain(measure);
        if (each.checks.length === 0) expect(each.notSimulated.length).toBeGreaterThan(20);
        expect(each.claim.length).toBeGreaterThan(10);
        expect(each.source).toMatch(/\d{4}|draft/);
      },
    );
  },
);

describe("Freeman (2007) at small scale", () => {
  const histories = measuredWorlds({ replications: 6 });

  it.each(checkPropositions(family("freeman-2007"), histories))(
    "$proposition.name holds: $check.measure in $check.world",
    ({ holds, found, difference }) => {
      expect(found.histories).toBe(6);
      expect(difference.monteCarloError).toBeGreaterThan(0);
      expect(holds).toBe(true);
    },
  );

  it("comes near its targets", () => {
    const targets = checkTargets(family("freeman-2007"), histories);
    expect(targets.map(({ target }) => target.name)).toEqual(["reentryRate", "medianPause"]);
    for (const { holds, target, mean } of targets) expect(holds, `${target.name} ${mean}`).toBe(true);
  });

  it("finds no difference at all where inward switch and joint entry are off", () => {
    const off = measuredWorlds({ replications: 3, set: { firms: 300, inwardSwitch: 0, jointEntry: 0 } });
    const checked = checkPropositions(family("freeman-2007"), off);
    for (const name of ["freeman-2007/inward", "freeman-2007/rivals"]) {
      const found = checked.find(({ check }) => check.world === name);
      expect(found?.difference).toEqual({ mean: 0, monteCarloError: 0, histories: 3 });
      expect(found?.holds).toBe(false);
    }
  });
});

describe("a check", () => {
  const withCheck = (check: object): Family =>
    ({
      ...family("freeman-2007"),
      propositions: [{ name: "X", claim: "", source: "", notSimulated: "", checks: [check] }],
    }) as Family;

  it("compares worlds history by history, with a Monte Carlo error of zero where they are the same", () => {
    const [found] = checkPropositions(
      withCheck({
        measure: "reentryRate",
        world: "freeman-2007/pause",
        is: "above",
        than: { world: "freeman-2007/pause" },
      }),
      measuredWorlds({ replications: 3, set: { firms: 100 } }),
    );
    expect(found?.difference).toEqual({ mean: 0, monteCarloError: 0, histories: 3 });
    expect(found?.holds).toBe(false);
  });

  it("has the sign claimed beyond Student's t of its histories, and cannot be told from fewer than three", () => {
    const claim = withCheck({ measure: "reentryRate", world: "freeman-2007/pause", is: "above", than: 0 });
    const judged = (...values: number[]) =>
      checkPropositions(claim, () => values).map(({ holds }) => holds)[0];
    expect(judged(1)).toBeNull();
    expect(judged(1, 1.1)).toBeNull();
    expect(judged(1, 1.1, Number.NaN)).toBeNull();
    expect(judged(1, 1.1, 0.9)).toBe(true);
    // 3.46 standard errors; t of two degrees of freedom asks for 4.30.
    expect(judged(1, 2, 3)).toBe(false);
    expect(judged(-1, -1.1, -0.9)).toBe(false);
  });

  it("of a measure that does not exist is refused with those that do", () => {
    const wrong = withCheck({ measure: "reentry", world: "freeman-2007", is: "above", than: 0 });
    expect(() => checkPropositions(wrong, measuredWorlds())).toThrow(
      "there is no measure reentry; there are reentryRate",
    );
  });

  it("of targets has nothing to say of a family without any", () => {
    expect(checkTargets({ ...family("canello-2022"), targets: [] }, measuredWorlds())).toEqual([]);
    expect(resolveScenario("canello-2022").pauseShare).toBe(0);
  });
});
