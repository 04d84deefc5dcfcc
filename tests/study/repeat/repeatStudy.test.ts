import { describe, expect, test } from "vitest";
import { resolveScenario } from "../../../scenarios/index.ts";
import { watchedWorld } from "../../../sim/index.ts";
import { resolveDesign } from "../../../study/cells.ts";
import { parseDesign } from "../../../study/design.ts";
import { historyOf } from "../../../study/repeat/historyOf.ts";
import { repeatDesign } from "../../../study/repeat/repeatDesign.ts";
import { designText, studyName } from "../../../study/repeat/studyName.ts";
import { runReplication } from "../../../study/replication.ts";

const request = {
  scenario: "canello-2022/eq1",
  set: { firms: 150, "controls.size": 0.01 },
  seed: "7",
  method: "canello-2022/C-small",
  replications: 10,
};

describe("the study of a watched world", () => {
  test("draws the histories that are watched: the same scenario, and the key of a study of that name", () => {
    const design = resolveDesign(repeatDesign(request));
    const { scenario, key } = watchedWorld({ ...request, replication: 3 });
    expect(design.cells).toHaveLength(1);
    expect(design.cells[0]?.scenario).toEqual(scenario);
    expect({ seed: design.design.seed, condition: design.cells[0]?.condition, replication: 3 }).toEqual(key);
  });

  test("has hazard ratios among the estimands of a Cox model, and gives them", () => {
    const design = resolveDesign(
      repeatDesign({
        ...request,
        scenario: "canello-2022/return",
        set: { firms: 300 },
        method: "canello-2022/cox-yearly",
      }),
    );
    const given = runReplication(design, 0, 1).map(({ estimand }) => estimand);
    expect(given).toContain("size");
    expect(given).toContain("hazardRatio(size)");
  });

  test("refuses a specification that there is not, by its name", () => {
    expect(() => repeatDesign({ ...request, method: "canello-2022/Z" })).toThrow(/canello-2022\/Z/);
  });
});

describe("the name of a study", () => {
  test("does not change with the number of replications, and does with anything else", () => {
    const name = studyName(repeatDesign(request));
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect(studyName(repeatDesign({ ...request, replications: 1000 }))).toBe(name);
    for (const change of [{ seed: "8" }, { set: { firms: 151 } }, { method: "canello-2022/B" }])
      expect(studyName(repeatDesign({ ...request, ...change }))).not.toBe(name);
  });

  test("is that of its file, however that is written down", () => {
    const design = repeatDesign(request);
    const { aim, ...rest } = JSON.parse(designText(design));
    expect(studyName(parseDesign({ ...rest, aim }))).toBe(studyName(design));
  });
});

describe("the history of a replication", () => {
  const design = resolveDesign(
    parseDesign({
      aim: "Parameters in every form.",
      dataGenerating: [
        {
          name: "a",
          scenario: "canello-2022/impostor",
          set: { controls: { size: 0.02 }, destinationOffset: [0, 0.1, 0.2, 0.3] },
          vary: { firms: [100, 200] },
        },
        { name: "b", scenario: "canello-2022/eq1" },
      ],
      methods: ["canello-2022/B-small"],
      performance: ["bias"],
      replications: 2,
      seed: "s",
    }),
  );

  test("is the cell's world, with parameters by their paths, and the cell's draws", () => {
    const history = historyOf(design, { cell: 1, replication: 2 });
    expect(history).toEqual({
      scenario: "canello-2022/impostor",
      set: { "controls.size": 0.02, destinationOffset: [0, 0.1, 0.2, 0.3], firms: 200 },
      seed: "s",
      condition: design.cells[1]?.condition,
      replication: 2,
    });
    expect(resolveScenario(history.scenario, history.set)).toEqual(design.cells[1]?.scenario);
  });

  test("is refused for a cell that there is not", () => {
    expect(() => historyOf(design, { cell: 3, replication: 1 })).toThrow(RangeError);
  });
});
