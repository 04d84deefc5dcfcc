import { describe, expect, it } from "vitest";
import { resolveScenario } from "../../../scenarios/index.ts";
import { simulate } from "../../../sim/index.ts";

const set = { firms: 300, warmUpYears: 3, recordedYears: 3 };
const panel = (surveyedProvinces: number, replication = 1) => {
  const scenario = resolveScenario("canello-2022/eq1", { ...set, surveyedProvinces });
  const { rows, columns } = simulate(scenario, { seed: "provinces", condition: "common", replication });
  const values = (name: string) => Array.from(columns.find((each) => each.name === name)?.values ?? []);
  return { rows, values, provinces: new Set(values("province")) };
};

describe("a survey of some provinces", () => {
  it("has firms of so many provinces at most, those of fewer among those of more", () => {
    const [ten, forty] = [panel(10), panel(40)];
    expect(ten.provinces.size).toBeLessThanOrEqual(10);
    expect(ten.provinces.size).toBeGreaterThan(0);
    expect(forty.rows).toBeGreaterThan(ten.rows);
    for (const province of ten.provinces) expect(forty.provinces).toContain(province);
  });

  it("leaves the world as it is: the rows that stay are the rows of the whole panel, peers elsewhere among them", () => {
    const [all, some] = [panel(0), panel(30)];
    const lines = ({ values }: typeof all) => {
      const columns = ["pair", "year", "active", "msePeersSameDestination", "province"].map(values);
      return (columns[0] ?? []).map((_, row) => columns.map((column) => column[row]).join());
    };
    const whole = new Set(lines(all));
    expect(lines(some).length).toBeGreaterThan(0);
    for (const line of lines(some)) expect(whole).toContain(line);
  });

  it("is of all provinces where as many are asked for as there are", () => {
    expect(panel(103).rows).toBe(panel(0).rows);
  });

  it("draws other provinces in another replication", () => {
    expect([...panel(10, 2).provinces].sort()).not.toEqual([...panel(10).provinces].sort());
  });
});
