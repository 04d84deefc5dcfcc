import { describe, expect, it } from "vitest";
import { resolveDesign } from "../../../study/cells.ts";
import { parseDesign } from "../../../study/design.ts";
import { designChanges } from "../../../study/log/designChange.ts";

const begun = {
  aim: "To see whether a study can go on",
  dataGenerating: { scenario: "canello-2022/eq1", vary: { firms: [100, 200] } },
  methods: ["canello-2022/B"],
  performance: ["bias"],
  replications: 10,
  seed: "1",
};
const changes = (now: object) =>
  designChanges(resolveDesign(parseDesign(begun)), resolveDesign(parseDesign({ ...begun, ...now })));

describe("a design with a study under way", () => {
  it("may have more replications and more cells, in any order", () => {
    expect(changes({})).toEqual([]);
    expect(changes({ replications: 11 })).toEqual([]);
    expect(
      changes({ dataGenerating: { scenario: "canello-2022/eq1", vary: { firms: [400, 200, 100] } } }),
    ).toEqual([]);
    const worlds = [
      { scenario: "canello-2022/eq1", vary: { firms: [100, 200] } },
      { scenario: "canello-2022" },
    ];
    expect(changes({ dataGenerating: worlds })).toEqual([]);
  });

  it("may not have fewer of either", () => {
    expect(changes({ replications: 9 })).toEqual([{ path: "replications", begun: "10", now: "9" }]);
    expect(changes({ dataGenerating: { scenario: "canello-2022/eq1", vary: { firms: [100] } } })).toEqual([
      { path: "cell canello-2022/eq1 {firms=200}", begun: "a cell of the study", now: "not there" },
    ]);
  });

  it("may not say anything else differently", () => {
    expect(changes({ seed: "2" })).toEqual([{ path: "seed", begun: '"1"', now: '"2"' }]);
    expect(changes({ alpha: 0.1 })).toEqual([{ path: "alpha", begun: "0.05", now: "0.1" }]);
    expect(changes({ estimands: ["size"] })[0]).toEqual({
      path: "estimands",
      begun: "nothing",
      now: '["size"]',
    });
    const set = { scenario: "canello-2022/eq1", set: { base: -2 }, vary: { firms: [100, 200] } };
    expect(changes({ dataGenerating: set })).toEqual([
      { path: "cell canello-2022/eq1 {firms=100}: base", begun: "-2.4", now: "-2" },
      { path: "cell canello-2022/eq1 {firms=200}: base", begun: "-2.4", now: "-2" },
    ]);
  });
});
