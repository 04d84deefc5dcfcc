import { describe, expect, it } from "vitest";
import { independenceTest } from "../../estimators/index.ts";
import { exactBinomialInterval } from "../../numerics/binomialInterval.ts";
import { bettiol2017 } from "../../scenarios/bettiol-2017/family.ts";
import type { AnswerCondition, SurveyQuantity, SurveyTable } from "../../scenarios/index.ts";
import { districtSurveyCodebook, type SurveyQuestion } from "../../sim/survey/districtSurvey.ts";

const tables = bettiol2017.published().flatMap((table) => (table.kind === "survey" ? [table] : []));
const items = bettiol2017.survey?.items ?? [];
const measures = bettiol2017.survey?.measures ?? {};

function table(end: string): SurveyTable {
  const found = tables.find(({ id }) => id === `bettiol2017-${end}`);
  if (found === undefined) throw new Error(`no table ${end}`);
  return found;
}

type Row = SurveyTable["rows"][number];
type Printed = Row["domestic"] | number | null;

function row(of: SurveyTable, name: string): Row {
  const found = of.rows.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no row ${name}`);
  return found;
}

const countOf = (printed: Printed) =>
  typeof printed === "object" ? (printed?.count ?? Number.NaN) : Number.NaN;
const percentOf = (printed: Printed) =>
  typeof printed === "object" ? (printed?.percent ?? Number.NaN) : Number.NaN;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const categoryCounts = (of: Row) =>
  Object.values(of.categories ?? {}).map((each) => (typeof each === "number" ? each : countOf(each)));

describe("Table 1", () => {
  it("has categories that add up to the 259 firms, and percentages of them", () => {
    for (const name of ["positioning", "productionOrganisation"]) {
      const { categories = {} } = row(table("table1"), name);
      expect(sum(categoryCounts(row(table("table1"), name)))).toBe(259);
      for (const printed of Object.values(categories))
        expect(Math.abs(percentOf(printed) - countOf(printed) / 2.59)).toBeLessThan(0.051);
    }
  });

  it("has three percentages of other bases, which its notes and the items name", () => {
    for (const [name, base] of [
      ["finishedConsumerProducts", 257],
      ["groupLeader", 47],
      ["rdDepartment", 254],
    ] as const) {
      const { count = 0, percent } = row(table("table1"), name);
      expect(Math.abs((percent ?? 0) - (100 * count) / base)).toBeLessThan(0.1);
      expect(items.find((item) => item.table === "bettiol2017-table1" && item.row === name)?.base).toBe(base);
    }
  });
});

describe("Table 2", () => {
  const counted = table("table2").rows.filter(({ all }) => typeof all === "object");

  it("has two groups that make all firms, but for the misprinted total of R&D", () => {
    const wrong = counted.filter(
      ({ domestic, offshoring, all }) => countOf(domestic) + countOf(offshoring) !== countOf(all),
    );
    expect(wrong.map(({ name }) => name)).toEqual(["rdDepartment"]);
    expect(countOf(wrong[0]?.all)).toBe(35);
    expect(percentOf(wrong[0]?.all)).toBe(52.1);
  });

  it("has percentages of the groups to within the rounding of the last digit", () => {
    for (const { name, domestic, offshoring, all } of counted) {
      expect(Math.abs(percentOf(domestic) - countOf(domestic) / 1.9), name).toBeLessThan(0.11);
      expect(Math.abs(percentOf(offshoring) - countOf(offshoring) / 0.69), name).toBeLessThan(0.051);
      if (name !== "rdDepartment")
        expect(Math.abs(percentOf(all) - countOf(all) / 2.59), name).toBeLessThan(0.051);
    }
  });

  it.each([
    ["turnoverBelow5", "turnover5to10", "turnover10to50", "turnoverAbove50"],
    ["furniture", "mechanics", "fashion"],
    ["makeToOrder", "makeToStock", "assembleToOrder", "engineerToOrder"],
    ["positionHigh", "positionMedium", "positionLow"],
    ["b2b", "b2c"],
  ])("has categories %s … that add up to both groups", (...names) => {
    const rows = names.map((name) => row(table("table2"), name));
    expect(sum(rows.map(({ domestic }) => countOf(domestic)))).toBe(190);
    expect(sum(rows.map(({ offshoring }) => countOf(offshoring)))).toBe(69);
  });

  it("has stars that fit *** for 1 % and ** for 5 % in χ² of whole questions, and not the legend's 0.1 %", () => {
    const pValue = (...names: string[]) => {
      const rows = names.map((name) => row(table("table2"), name));
      const counts = [
        rows.map(({ domestic }) => countOf(domestic)),
        rows.map((each) => countOf(each.offshoring)),
      ];
      const [one = [], two = []] = counts;
      return independenceTest([
        [...one, 190 - sum(one)],
        [...two, 69 - sum(two)],
      ]).pValue;
    };
    expect(pValue("turnoverBelow5", "turnover5to10", "turnover10to50", "turnoverAbove50")).toBeLessThan(1e-6);
    expect(pValue("ownBrands")).toBeCloseTo(0.004, 4);
    expect(pValue("rdDepartment")).toBeCloseTo(0.0019, 4);
    expect(pValue("marketingDepartment")).toBeCloseTo(0.0178, 4);
    expect(pValue("furniture", "mechanics", "fashion")).toBeCloseTo(0.027, 3);
    // Alone, the class of EUR 5 to 10 million does not differ: its stars are those of the whole question.
    expect(pValue("turnover5to10")).toBeGreaterThan(0.1);
  });
});

describe("Table 3", () => {
  it("has suppliers that add up to 100 % in each group", () => {
    const shares = ["District", "Region", "Italy", "Abroad"].map(
      (place) => row(table("table3"), `suppliers${place}Pct`).values ?? [],
    );
    for (const at of [0, 1, 2])
      expect(Math.abs(sum(shares.map((values) => values[at] ?? 0)) - 100)).toBeLessThan(0.15);
  });

  it("has means of all firms that weigh offshoring firms by about 0.3, not by 69 of 259", () => {
    for (const name of [
      "outsourcedActivitiesPct",
      "suppliers",
      "outsourcingOverSalesPct",
      "suppliersDistrictPct",
    ]) {
      const [domestic = 0, offshoring = 0, all = 0] = (row(table("table3"), name).values ?? []).map(Number);
      const weight = (all - domestic) / (offshoring - domestic);
      expect(weight, name).toBeGreaterThan(0.29);
      expect(weight, name).toBeLessThan(0.325);
    }
  });
});

describe("Table 4", () => {
  it("splits 50 firms into 4, 13 and 33, 17 of them into 5 and 12, and is misprinted in one percentage", () => {
    const count = (name: string) => row(table("table4"), name).count ?? Number.NaN;
    expect(count("consideredNearshoring") + count("consideredBackshoring") + count("remaining")).toBe(50);
    expect(count("consideredNearshoring") + count("consideredBackshoring")).toBe(17);
    expect(count("done") + count("planned")).toBe(17);
    expect(row(table("table4"), "remaining").percent).toBe(65);
  });

  it("has categories that add up to those who considered, and to those who did", () => {
    for (const [name, total] of [
      ["startOfSourcing", 17],
      ["offshoringEffect", 17],
      ["backshoringYear", 5],
      ["backshoringObject", 5],
    ] as const)
      expect(sum(categoryCounts(row(table("table4"), name)))).toBe(total);
  });
});

/** Columns that the surveys have: what was asked, and what only the simulator knows. */
const questions = new Map<string, SurveyQuestion>(districtSurveyCodebook.map((each) => [each.name, each]));

function conditionsOf(quantity: SurveyQuantity): readonly AnswerCondition[] {
  return [...("mean" in quantity ? [] : quantity.share), ...(quantity.among ?? [])];
}

describe("the questions behind the tables", () => {
  it("are there for every printed row and category, once, and for nothing else", () => {
    const printed = tables.flatMap(({ id, rows }) =>
      rows.flatMap(({ name, categories }) => {
        const notSimulated = items.some(
          (item) => item.table === id && item.row === name && "notSimulated" in item.of,
        );
        const labels = notSimulated ? [] : Object.keys(categories ?? {});
        return labels.length === 0 ? [`${id} ${name}`] : labels.map((label) => `${id} ${name} ${label}`);
      }),
    );
    const made = items.map(({ table: id, row: name, category }) =>
      [id, name, category].filter((part) => part !== undefined).join(" "),
    );
    expect([...made].sort()).toEqual([...printed].sort());
    expect(new Set(made).size).toBe(made.length);
  });

  it("are columns and labels of the survey", () => {
    const quantities = [
      ...items.flatMap(({ of }) => ("notSimulated" in of ? [] : [of])),
      ...Object.values(measures).flatMap(({ quantity, less }) => [
        quantity,
        ...(less === undefined ? [] : [less]),
      ]),
    ];
    for (const quantity of quantities) {
      if ("mean" in quantity) expect(questions.has(quantity.mean), quantity.mean).toBe(true);
      for (const { column, is = [] } of conditionsOf(quantity)) {
        if (column === "everAbroad") continue;
        const question = questions.get(column);
        expect(question, column).toBeDefined();
        for (const label of is) {
          if (typeof label === "string") expect(question?.levels, column).toContain(label);
        }
      }
    }
  });
});

describe("the targets", () => {
  const targets = bettiol2017.targets ?? [];

  it("are measures of the family, and the print lies in what is accepted", () => {
    for (const { name, published, from, to } of targets) {
      expect(measures[name], name).toBeDefined();
      const value = Number(/[\d.]+/.exec(published)?.[0]);
      expect(value, name).toBeGreaterThanOrEqual(from);
      expect(value, name).toBeLessThanOrEqual(to);
    }
  });

  it.each([
    ["offshoringShare", 69, 259],
    ["offshoringBelow5", 32, 166],
    ["offshoring5to10", 6, 35],
    ["offshoring10to50", 23, 49],
    ["offshoringAbove50", 8, 9],
    ["returnDone", 5, 50],
    ["returnConsidered", 17, 50],
  ])("%s accepts the exact limits of %i of %i", (name, count, total) => {
    const { low, high } = exactBinomialInterval(count, total);
    const target = targets.find((each) => each.name === name);
    expect(target?.from).toBeCloseTo(100 * low, 0);
    expect(Math.abs((target?.from ?? 0) - 100 * low)).toBeLessThan(0.051);
    expect(Math.abs((target?.to ?? 0) - 100 * high)).toBeLessThan(0.051);
  });
});

it("the propositions are about measures and worlds of the family", () => {
  const worlds = bettiol2017.presets.map(({ name }) => name);
  const checks = (bettiol2017.propositions ?? []).flatMap((proposition) => proposition.checks);
  expect((bettiol2017.propositions ?? []).map(({ name }) => name)).toEqual(["C-P1", "C-P2", "C-P3", "C-P4"]);
  for (const { measure, world, than } of checks) {
    expect(measures[measure], measure).toBeDefined();
    expect(worlds).toContain(world);
    if (typeof than !== "number") expect(worlds).toContain(than.world);
  }
});

it("every doubt about a cell is a note of its table, on a row of it", () => {
  for (const { table: id, note, variable } of bettiol2017.publishedOddities ?? []) {
    const of = tables.find((each) => each.id === id);
    expect(of?.notes.map((each) => each.id)).toContain(note);
    expect(of?.rows.map(({ name }) => name)).toContain(variable);
  }
});
