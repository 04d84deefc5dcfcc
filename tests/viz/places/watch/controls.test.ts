import { describe, expect, it } from "vitest";
import { resolveScenario, type Scenario } from "../../../../scenarios/index.ts";
import { advanceWatch, startWatch, watchedWorld } from "../../../../sim/index.ts";
import {
  firmStops,
  peerMeasures,
  slidersOf,
  type WatchSlider,
} from "../../../../viz/places/watch/controls.ts";
import { requestOf } from "../../../../viz/places/watch/request.ts";
import { offeredWorlds } from "../../../../viz/places/watch/worlds.ts";
import { worldToWatch } from "../../../../workers/lab/worldToWatch.ts";

const small = { firms: 700, recordedYears: 6, warmUpYears: 6, firstYear: 1990 };

function requestIn(world: string, set: Record<string, unknown> = {}) {
  const request = requestOf({ world, set: {}, seed: "3" });
  return { ...request, set: { ...request.set, ...set } };
}

/** Where every firm stands in every year. */
function statuses(world: string, set: Record<string, unknown>): string {
  const { scenario, key } = watchedWorld(requestIn(world, { ...small, base: -2, ...set }));
  const run = startWatch(scenario, key);
  while (advanceWatch(run) !== null);
  return run.factual.statuses.bytes.join("");
}

function described(world: string) {
  const request = requestIn(world, small);
  const { scenario, key } = watchedWorld(request);
  return { scenario, world: worldToWatch(startWatch(scenario, key), request) };
}

const all = (scenario: Scenario): WatchSlider[] => Object.values(slidersOf(scenario)).flat();

describe("the sliders of the place Watch", () => {
  it.each(offeredWorlds)("set what the schema of %s accepts at both ends, and read it back", (name) => {
    const { scenario, world } = described(name);
    for (const slider of all(scenario)) {
      expect(Object.keys(scenario)).toContain(slider.path);
      for (const value of [slider.min, slider.max]) {
        const set = { ...requestIn(name).set, [slider.path]: slider.write(world, value) };
        const changed = resolveScenario(requestIn(name).scenario, set);
        expect(slider.read(world, changed), slider.name).toBeCloseTo(value, 2);
      }
    }
  });

  it("offer weights of imitation that the schema accepts with every peer measure", () => {
    for (const [peerMeasure, { max, usual }] of Object.entries(peerMeasures)) {
      const scenario = resolveScenario("canello-2022/W0", {
        peerMeasure,
        imitationSame: max,
        imitationStay: usual,
      });
      expect(slidersOf(scenario).imitation[0].max).toBe(max);
      expect(usual).toBeLessThanOrEqual(max);
    }
  });

  it.each([
    "herding",
    "no-herding",
    "canello-2022",
    "canello-2022/return",
    "canello-2022/eq1",
    "canello-pavone",
  ])(
    "are enabled in %s where they change a history, and there alone",
    (name) => {
      const { scenario, world } = described(name);
      for (const slider of all(scenario)) {
        if (slider.name === "firms" || slider.name === "years") continue;
        const [low, high] = [slider.min, slider.max].map((value) =>
          statuses(name, { [slider.path]: slider.write(world, value) }),
        );
        expect(low !== high, slider.name).toBe(slider.idle(scenario) === null);
      }
    },
    30_000,
  );

  it("stop at the number of firms of the world itself, in order", () => {
    expect(firmStops(1_200)).toContain(1_200);
    expect(firmStops(15_902)).toEqual([...firmStops(15_902)].sort((one, other) => one - other));
    expect(new Set(firmStops(2_000)).size).toBe(firmStops(2_000).length);
  });
});
