import { describe, expect, it } from "vitest";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { selectionCheck } from "../../scenarios/canello-2022/selectionCheck.ts";
import { resolveScenario } from "../../scenarios/index.ts";
import { simulate } from "../../sim/index.ts";
import { panelColumns } from "../../sim/recording/panelColumns.ts";
import { fitSelectionCheck } from "../../study/selectionCheck.ts";
import { key, panelOf } from "../sim/worlds.ts";

const history = simulate(resolveScenario("canello-2022", { firms: 2500, base: -3 }), key(), {
  recordTruth: false,
});
const panel = tableFromColumns(history.columns);
const columns = panelOf(history);

/** By pair: status in 2006, 2007, …, 2012. */
const statuses = new Map<number, number[]>();
for (let row = 0; row < history.rows; row++) {
  const of = statuses.get(columns.pair[row]) ?? [columns.yLag[row]];
  statuses.set(columns.pair[row], [...of, columns.active[row]]);
}

describe("the two-stage check of selection and duration", () => {
  it("names columns that the panel has, and leaves the selection some that the duration has not", () => {
    const recorded = new Set(panelColumns.map(({ name }) => name));
    const { selection, duration } = selectionCheck;
    for (const name of [...selection.numeric, ...selection.factors, ...duration.numeric, ...duration.factors])
      expect(recorded, name).toContain(name);
    const ofDuration: readonly string[] = duration.numeric;
    expect(selection.numeric.filter((name) => !ofDuration.includes(name)).length).toBeGreaterThan(3);
  });

  const fit = fitSelectionCheck(panel, selectionCheck);

  it("has a row for each pair that was not active in 2006, selected where one started by 2011", () => {
    const selectable = [...statuses.values()].filter(([first]) => first === 0);
    const selected = selectable.filter((status) => status.slice(0, -1).includes(1));
    const returned = selected.filter((status) => status.indexOf(0, status.indexOf(1)) > 0);
    expect(fit.observations).toBe(selectable.length);
    expect(fit.selectedObservations).toBe(selected.length);
    expect(fit.events).toBe(returned.length);
    expect(returned.length).toBeLessThan(selected.length);
  });

  it("has a maximum, both equations and a dependence", () => {
    expect(fit.converged, fit.warnings.map(({ message }) => message).join("; ")).toBe(true);
    const terms = fit.terms.map(({ term }) => term);
    expect(terms).toContain("selection: msePeersSameDestination");
    expect(terms).toContain("duration: msePeersSameDestinationBeforeEntry");
    expect(Math.abs(fit.dependence.estimate)).toBeLessThanOrEqual(1);
    expect(fit.warnings.map(({ code }) => code)).not.toContain("no-exclusion-restriction");
  });
});
