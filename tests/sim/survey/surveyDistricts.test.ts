import { describe, expect, it } from "vitest";
import { simulate } from "../../../sim/index.ts";
import {
  type DistrictSurveyColumn,
  districtSurveyCodebook,
  type SurveyQuestion,
} from "../../../sim/survey/districtSurvey.ts";
import { surveyDistricts } from "../../../sim/survey/surveyDistricts.ts";
import { districts } from "../districtWorlds.ts";
import { key, panelOf, quietWorld, sum } from "../worlds.ts";

const scenario = districts();
const history = simulate(scenario, key(), { recordTruth: false });
const survey = surveyDistricts(history, scenario, key());
const { columns } = survey;
const questions: readonly SurveyQuestion[] = districtSurveyCodebook;
const rows = Array.from({ length: survey.firms }, (_, row) => row);
const panel = panelOf(history);
const last = Math.max(...Array.from(panel.year));

describe("the survey of districts", () => {
  it("asks 259 different firms above EUR 1 million, each in its place of the codebook", () => {
    expect(survey.firms).toBe(259);
    expect(new Set(columns.firm).size).toBe(259);
    expect(Math.min(...columns.turnover2015)).toBeGreaterThan(1);
    expect(Object.keys(columns)).toEqual(questions.map(({ name }) => name));
    for (const answers of Object.values(columns)) expect(answers).toHaveLength(259);
  });

  it("puts each firm into the group it is in at the end of the last year", () => {
    const abroad = new Set<number>();
    for (let row = 0; row < history.rows; row++) {
      if (panel.year[row] === last && panel.active[row] === 1) abroad.add(panel.firm[row]);
    }
    for (const row of rows) expect(columns.group[row] === 1).toBe(abroad.has(columns.firm[row]));
    expect(sum(columns.group)).toBeGreaterThan(40);
  });

  it("asks everybody what everybody is asked, and nobody else what others are", () => {
    const isAsked: Record<SurveyQuestion["asked"], (row: number) => boolean> = {
      all: () => true,
      outsourcing: (row) => columns.outsources[row] === 1,
      offshoring: (row) => columns.group[row] === 1,
      emerging: (row) => columns.emergingEconomies[row] === 1,
      considering: (row) => columns.consideredNearshoring[row] + columns.consideredBackshoring[row] > 0,
      backshored: (row) => columns.considerationStage[row] === 1,
    };
    for (const { name, asked } of districtSurveyCodebook) {
      for (const row of rows) expect(Number.isNaN(columns[name][row])).toBe(!isAsked[asked](row));
    }
  });

  it("has answers that are of their kind", () => {
    for (const { name, kind, levels } of questions) {
      const answers = Array.from(columns[name as DistrictSurveyColumn]).filter(
        (answer) => !Number.isNaN(answer),
      );
      if (kind === "number") continue;
      expect(answers.every(Number.isInteger)).toBe(true);
      if (kind === "indicator") expect(answers.every((answer) => answer === 0 || answer === 1)).toBe(true);
      if (kind === "rating") expect(answers.every((answer) => answer >= 1 && answer <= 5)).toBe(true);
      if (levels !== undefined) expect(answers.every((answer) => answer in levels)).toBe(true);
    }
  });

  it("has supplier shares that add to 100, none abroad for domestic firms", () => {
    const { suppliersDistrictPct, suppliersRegionPct, suppliersItalyPct, suppliersAbroadPct } = columns;
    for (const row of rows) {
      if (columns.outsources[row] === 0) continue;
      const home = suppliersDistrictPct[row] + suppliersRegionPct[row] + suppliersItalyPct[row];
      expect(home + suppliersAbroadPct[row]).toBeCloseTo(100, 9);
      expect(suppliersAbroadPct[row] > 0).toBe(columns.group[row] === 1);
    }
  });

  it("has counts of Table 4 that add up: nearer or home, planned or done, a year for each that is done", () => {
    const emerging = rows.filter((row) => columns.emergingEconomies[row] === 1);
    for (const row of emerging) {
      expect(columns.consideredNearshoring[row] * columns.consideredBackshoring[row]).toBe(0);
      const done = columns.considerationStage[row] === 1;
      expect(columns.backshoringYear[row] > 0).toBe(done);
      if (done) expect(columns.consideredBackshoring[row]).toBe(1);
    }
    const considering = emerging.filter(
      (row) => columns.consideredNearshoring[row] + columns.consideredBackshoring[row] === 1,
    );
    expect(considering.length).toBeGreaterThan(5);
    expect(considering.every((row) => !Number.isNaN(columns.motiveMadeIn[row]))).toBe(true);
  });

  it("counts who has returned with everything as domestic, and only the simulator knows them", () => {
    const large = surveyDistricts(history, scenario, key(), { firms: 10_000 }).columns;
    const former = Array.from(large.formerOffshorer.keys()).filter((row) => large.formerOffshorer[row] === 1);
    expect(former.length).toBeGreaterThan(0);
    for (const row of former) {
      expect(large.group[row]).toBe(0);
      expect(large.startYear[row]).toBeNaN();
    }
  });

  it("is the same table again, and a smaller sample is a part of it", () => {
    expect(surveyDistricts(history, scenario, key())).toEqual(survey);
    const smaller = surveyDistricts(history, scenario, key(), { firms: 100 }).columns;
    const at = new Map(rows.map((row) => [columns.firm[row], row]));
    smaller.firm.forEach((firm, row) => {
      const same = at.get(firm);
      expect(same).toBeDefined();
      for (const { name } of districtSurveyCodebook)
        expect(smaller[name][row]).toBe(columns[name][same ?? -1]);
    });
  });

  it("is refused where firms have no portfolios, with the column that is missing", () => {
    const other = quietWorld("behavioural", { firms: 20 });
    expect(() => surveyDistricts(simulate(other, key()), other, key())).toThrow("needs the column");
  });
});
