import { describe, expect, it } from "vitest";
import { column, numericValues, type Table } from "../../../panel/table.ts";
import { tableFromColumns } from "../../../panel/tableFromColumns.ts";
import { resolveScenario } from "../../../scenarios/index.ts";
import { hypotheses } from "../../../scenarios/lab/hypotheses.ts";
import { modelSpecification } from "../../../scenarios/specificationCatalogue.ts";
import { simulate, watchedWorld } from "../../../sim/index.ts";
import { conclusions } from "../../../study/lab/conclusions.ts";
import { labFit } from "../../../study/lab/labFit.ts";
import { surveyedPanel } from "../../../study/lab/surveyedPanel.ts";
import { trueAnswers } from "../../../study/lab/trueAnswers.ts";
import { fitSpecification } from "../../../study/methods.ts";
import { neededColumns } from "../../../study/neededColumns.ts";
import { requestOf } from "../../../viz/places/watch/request.ts";

const key = { seed: "1", condition: "a test", replication: 1 };
const herding = resolveScenario("canello-2022/W1", { firms: 1500, imitationStay: 0.2 });
const impostor = resolveScenario("canello-2022/W3", { firms: 1500 });

/** The bytes of a column: a million cells are compared at once. */
function bytesOf(table: Table, name: string): Buffer {
  const found = column(table, name);
  const { buffer, byteOffset, byteLength } = found.kind === "category" ? found.codes : found.values;
  return Buffer.from(buffer, byteOffset, byteLength);
}

describe("a survey of a history", () => {
  const whole = surveyedPanel(herding, key, { years: 0 });
  const last = surveyedPanel(herding, key, { years: 3 });

  it("of all years is the panel that simulate records, and its truth", () => {
    const history = simulate(herding, key);
    const recorded = tableFromColumns(history.columns);
    expect([...whole.panel.columns.keys()]).toEqual([...recorded.columns.keys()]);
    for (const [name, { kind }] of recorded.columns) {
      expect(bytesOf(whole.panel, name).equals(bytesOf(recorded, name)), `${name}, a ${kind}`).toBe(true);
    }
    expect(whole.truth).toEqual(history.truth);
    expect(surveyedPanel(herding, key, { years: 6 }).panel.rows).toBe(whole.panel.rows);
  });

  it("of the last years has their rows, and the year before them for the initial status", () => {
    expect(last.facts).toMatchObject({ firstYear: 2010, lastYear: 2012, rows: whole.panel.rows / 2 });
    const before = numericValues(column(last.panel, "yLag"));
    const initial = numericValues(column(last.panel, "yInitial"));
    const years = numericValues(column(last.panel, "year"));
    const firstRows = [...years.keys()].filter((row) => years[row] === 2010);
    expect(firstRows.filter((row) => initial[row] !== before[row])).toEqual([]);
    expect(last.truth.peerEffect.entryDecisions).toBeLessThan(whole.truth.peerEffect.entryDecisions);
  });

  it("says whether anybody imitates", () => {
    expect(whole.facts.nobodyImitates).toBe(false);
    const nobody = (scenario: typeof impostor) =>
      surveyedPanel(scenario, key, { years: 6, columns: ["size"] }).facts.nobodyImitates;
    expect(nobody(impostor)).toBe(true);
    expect(nobody(resolveScenario("canello-2022/W4", { firms: 300 })), "an industry that learns").toBe(false);
  });

  it("is fitted to the numbers of a study, with curves for spells with peers and without", () => {
    const specification = modelSpecification("canello-2022/cox-IV");
    const ours = labFit(whole, specification);
    const theirs = fitSpecification(whole.panel, specification, 0.95);
    expect(ours.terms.map(({ estimate }) => estimate)).toEqual(
      theirs.estimates.filter(({ term }) => !term.startsWith("factor(")).map(({ estimate }) => estimate),
    );
    if (!ours.converged) return expect(ours.warnings).not.toEqual([]);
    expect(ours.survival?.without.peers).toBe(0);
    expect(ours.survival?.with.peers).toBeGreaterThan(0);
    expect(ours.ratios).toHaveLength(ours.terms.length);
  });
});

describe("the impostor of Watch", () => {
  it("is taken for herding by column B with dummies of parts of the country, and nobody imitates", () => {
    const { scenario, key: watched } = watchedWorld(
      requestOf({ world: "good-location", set: { surveyedProvinces: 40 }, seed: "1" }),
    );
    const specification = modelSpecification("canello-2022/B-small");
    const survey = surveyedPanel(scenario, watched, { years: 6, columns: neededColumns([specification]) });
    expect(survey.facts.nobodyImitates).toBe(true);
    const found = conclusions(
      [labFit(survey, specification)],
      hypotheses,
      trueAnswers(hypotheses, scenario, survey.truth),
    );
    expect(found[0]).toMatchObject({ hypothesis: "same", verdict: "false-alarm" });
  });
});

describe("what is true of the papers' claims", () => {
  const answers = (scenario: typeof herding) =>
    trueAnswers(hypotheses, scenario, surveyedPanel(scenario, key, { years: 6, columns: ["size"] }).truth);

  it("is herding where an intervention moves those who decide to start, and what the parameters cause", () => {
    const found = answers(herding);
    expect(found.get("same")).toMatchObject({ holds: true, causes: ["imitationSame"] });
    expect(found.get("lasting")).toMatchObject({ holds: true, causes: ["imitationStay"] });
    expect(found.get("backshoring")).toMatchObject({ holds: false, causes: [] });
  });

  it("is that peers elsewhere draw a firm away where it goes to one destination only, and there alone", () => {
    const exclusive = resolveScenario("canello-2022/W1", { firms: 300, destinationChoice: "exclusive" });
    expect(answers(exclusive).get("other")).toMatchObject({
      holds: true,
      causes: ["imitationSame", "destinationChoice"],
    });
    const open = resolveScenario("canello-2022/W1", { firms: 300 });
    expect(answers(open).get("other")).toMatchObject({ holds: false, causes: [] });
  });

  it("is that large firms are followed where suppliers go where their clients are", () => {
    const suppliers = resolveScenario("canello-2022/W7", { firms: 300 });
    expect(answers(suppliers).get("captive")).toMatchObject({ holds: true, causes: ["clientFollowing"] });
    const alone = resolveScenario("canello-2022/W7", { firms: 300, captiveFirms: 0 });
    expect(answers(alone).get("captive")).toMatchObject({ holds: false, causes: [] });
  });

  it("is nothing of it where places are merely good", () => {
    const found = answers(impostor);
    expect(found.get("same")).toEqual({ holds: false, effect: 0, causes: [] });
    expect([...found.values()].every(({ holds }) => holds === false)).toBe(true);
  });
});
