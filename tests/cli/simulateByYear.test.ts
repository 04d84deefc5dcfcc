import { describe, expect, it } from "vitest";
import { Interrupted } from "../../cli/failure.ts";
import { simulateByYear } from "../../cli/simulateByYear.ts";
import { resolveScenario } from "../../scenarios/index.ts";
import { pairedCounterfactual, simulate } from "../../sim/index.ts";

const key = { seed: "1", condition: "canello-2022", replication: 1 };
const small = { firms: 150, warmUpYears: 6, datedShocks: [{ year: 2009, closure: 0.1 }] };

describe("a history year by year", () => {
  it.each(["canello-2022", "canello-2022/eq1", "canello-2022/return"])(
    "of %s equals the one in one go, and so does the one without imitation",
    async (name) => {
      const scenario = resolveScenario(name, small);
      const { signal } = new AbortController();
      const found = await simulateByYear(scenario, key, { counterfactual: true, signal });
      expect(found.history).toEqual(simulate(scenario, key));
      expect(found.counterfactual).toEqual(pairedCounterfactual(scenario, key));
      const alone = await simulateByYear(scenario, key, { counterfactual: false, signal });
      expect(alone).toEqual({ history: found.history, counterfactual: null });
    },
  );

  it("ends at the next year when it is interrupted, not at the last", async () => {
    const scenario = resolveScenario("canello-2022", small);
    const controller = new AbortController();
    let breaths = 0;
    // Comes in between as a signal does: only when the loop of events turns.
    const heard = () => {
      breaths += 1;
      if (breaths === 3) controller.abort();
      else setImmediate(heard);
    };
    setImmediate(heard);
    const { signal } = controller;
    await expect(simulateByYear(scenario, key, { counterfactual: true, signal })).rejects.toBeInstanceOf(
      Interrupted,
    );
    expect(breaths).toBe(3);
  });
});
