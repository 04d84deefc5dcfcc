import { describe, expect, it } from "vitest";
import {
  firstSpecifications,
  specificationGroups,
  specificationsToFit,
} from "../../../../scenarios/lab/estimateSpecifications.ts";
import {
  chosenSpecifications,
  requestOf,
  writeSpecifications,
} from "../../../../viz/places/estimate/request.ts";
import { requestOf as watched } from "../../../../viz/places/watch/request.ts";
import { startState } from "../../../../viz/state/labState.ts";
import { readLink, writeLink } from "../../../../viz/state/urlState.ts";

describe("what a link to Estimate says", () => {
  it("is the history that Watch shows, with the paper's six years", () => {
    expect(requestOf(startState)).toEqual({ history: watched(startState), years: 6 });
    const state = { ...startState, world: "good-location", set: { imitationSame: 0.1 }, seed: "9" };
    expect(requestOf(state).history).toEqual(watched(state));
  });

  it("may ask fewer provinces, all years, and what it does not offer becomes the default", () => {
    const asked = requestOf({ ...startState, detail: { years: "all", provinces: "20" } });
    expect(asked.years).toBe(0);
    expect(asked.history.set.surveyedProvinces).toBe(20);
    const unknown = requestOf({ ...startState, detail: { years: "7", provinces: "-1" } });
    expect(unknown).toEqual(requestOf(startState));
  });

  it("brings back the specifications of every group, in their order, and names those there are not", () => {
    for (const { names } of specificationGroups) {
      const methods = writeSpecifications(names);
      expect(methods, "a group fits into a link").not.toBeNull();
      const link = writeLink({ ...startState, place: "estimate", detail: { methods: methods ?? "" } });
      const { state, problems } = readLink(link);
      expect(problems).toEqual([]);
      expect(chosenSpecifications(state)).toEqual({ chosen: names, unknown: [] });
    }
    const some = chosenSpecifications({ detail: { methods: "D,B,Z,canello-pavone/cox" } });
    expect(some.chosen).toEqual(["canello-2022/B", "canello-2022/D", "canello-pavone/cox"]);
    expect(some.unknown).toEqual(["canello-2022/Z"]);
  });

  it("may choose none, and nothing said is the first ones", () => {
    const none = writeSpecifications([]) ?? "";
    expect(chosenSpecifications({ detail: { methods: none } }).chosen).toEqual([]);
    expect(chosenSpecifications({ detail: {} }).chosen).toEqual(firstSpecifications);
  });

  it("holds no more than a link can", () => {
    expect(writeSpecifications([...specificationsToFit, ...specificationsToFit])).toBeNull();
  });
});
