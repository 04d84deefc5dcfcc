import { describe, expect, it } from "vitest";
import { tableFromColumns } from "../../../panel/tableFromColumns.ts";
import { canello2022 } from "../../../scenarios/canello-2022/family.ts";
import { modelSpecification, resolveScenario } from "../../../scenarios/index.ts";
import { simulate } from "../../../sim/index.ts";
import { fitSpecification } from "../../../study/methods.ts";
import {
  checkTargetsOfHistories,
  measureHistory,
  targetKey,
} from "../../../study/targets/checkTargetsOfHistories.ts";
import { measureFits } from "../../../study/targets/fitMeasures.ts";
import { measurePanel } from "../../../study/targets/panelMeasures.ts";
import { survivors } from "../../../study/targets/survivors.ts";

const targets = canello2022.calibrationTargets ?? [];
/** Nobody closes, so that the survivors are everybody. */
const scenario = resolveScenario("canello-2022", { firms: 900, surveyRule: "balanced", datedShocks: [] });
const key = targetKey("targets", 1);
const measures = measureHistory(scenario, key, { starters: true });
const whole = tableFromColumns(simulate(scenario, key).columns);

function termOf(panel: typeof whole, specification: string, term: string) {
  const found = fitSpecification(panel, modelSpecification(specification), 0.95).fit.terms.find(
    (each) => each.term === term,
  );
  if (found === undefined) throw new Error(`${specification} has ${term}`);
  return found;
}

describe("a history of a small world", () => {
  it("is measured by every part of every target", () => {
    const parts = targets.flatMap((target) => target.parts.map(({ measure }) => measure));
    expect(parts.filter((measure) => !(measure in measures))).toEqual([]);
  });

  it("has from the columns that are needed the measures of the whole panel", () => {
    expect(measures).toEqual({ ...measurePanel(whole), ...measureFits(whole, { starters: true }) });
  });

  it("has in the first stage what it has in both", () => {
    const first = measureHistory(scenario, key, { stage: "panel" });
    expect(measures).toMatchObject(first);
    for (const { needs, parts } of targets)
      for (const { measure } of parts) expect(measure in first, measure).toBe(needs === "panel");
  });

  it("has coefficients and t statistics of the published columns, by the model's errors and by clustered ones", () => {
    const peers = termOf(whole, "canello-2022/C-clustered", "msePeersSameDestination");
    expect(measures.peersSameC).toBe(peers.estimate);
    expect(measures["peersSameC.t"]).toBe(peers.estimate / peers.stdError);
    expect(measures["peersSameC.clusteredT"]).toBe(peers.estimate / (peers.robustStdError ?? Number.NaN));
    const peersD = termOf(whole, "canello-2022/D", "msePeersSameDestination");
    expect(measures.peersSameDOverC).toBe(peersD.estimate / peers.estimate);
    const before = termOf(whole, "canello-2022/cox-IV", "msePeersSameDestinationBeforeEntry");
    expect(measures["peersBeforeStartIV.t"]).toBeCloseTo(before.estimate / before.stdError, 10);
  });

  it("compares the gains of log-likelihood of the national count and of the local ones", () => {
    const [a, c, d] = ["A", "C", "D"].map(
      (column) =>
        fitSpecification(whole, modelSpecification(`canello-2022/${column}`), 0.95).fit.logLikelihood,
    );
    expect(measures.nationalGainOverLocal).toBeCloseTo(
      ((d ?? Number.NaN) - (c ?? Number.NaN)) / ((c ?? Number.NaN) - (a ?? Number.NaN)),
      6,
    );
  });

  it("reads peers that started where it is asked to", () => {
    const started = termOf(whole, "canello-2022/D-flow-clustered", "msePeersStartedSameDestination");
    expect(measures.startersSameD).toBeCloseTo(started.estimate, 10);
    expect(measures.startersSameDOverC).toBe(
      (measures.startersSameD ?? Number.NaN) / (measures.startersSameC ?? Number.NaN),
    );
  });

  it("fits no more columns than it is asked for", () => {
    const durations = measureFits(whole, { only: ["IV"] });
    expect(Object.keys(durations).every((name) => /IV(\.t|\.clusteredT)?$/.test(name))).toBe(true);
    expect(durations["peersBackshoringIV.t"]).toBe(measures["peersBackshoringIV.t"]);
    const { peersSameDOverC, ...others } = measureFits(whole, { only: ["C", "D"] });
    expect(peersSameDOverC).toBe(measures.peersSameDOverC);
    expect(others).not.toHaveProperty("startersSameC");
    expect(others).not.toHaveProperty("nationalGainOverLocal");
  });
});

describe("a history in which firms close, as an unbalanced survey sees it", () => {
  const shrinking = resolveScenario("canello-2022", {
    firms: 900,
    surveyRule: "unbalanced",
    datedShocks: [{ year: 2009, closure: 0.3 }],
  });
  const panel = tableFromColumns(simulate(shrinking, key).columns);

  it("has regressions of the survivors, and Table 1 of everybody", () => {
    const found = measureHistory(shrinking, key);
    expect(survivors(panel).rows).toBeLessThan(0.95 * panel.rows);
    expect(found.laggedStatusC).toBe(termOf(survivors(panel), "canello-2022/C", "yLag").estimate);
    expect(found.activeShare2007).toBe(measurePanel(panel).activeShare2007);
    expect(found.activeShare2007).not.toBe(measurePanel(survivors(panel)).activeShare2007);
  });
});

describe("several histories of a world", () => {
  it("are measured one by one, with the draws that their number names, and judged together", () => {
    const done: number[] = [];
    const judged = checkTargetsOfHistories(targets, scenario, {
      histories: 2,
      seed: "targets",
      stage: "panel",
      onHistory: (count) => done.push(count),
    });
    expect(done).toEqual([1, 2]);
    expect(judged).toMatchObject({ histories: 2, measured: 13, onTarget: false, shareOnTarget: 0 });
    const second = measureHistory(scenario, targetKey("targets", 2), { stage: "panel" });
    const [first] = judged.targets[1]?.parts ?? [];
    expect(first?.mean).toBeCloseTo(
      ((measures.entryRate ?? Number.NaN) + (second.entryRate ?? Number.NaN)) / 2,
      12,
    );
  });
});
