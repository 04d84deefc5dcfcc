import { describe, expect, it } from "vitest";
import { turnoverOf } from "../../../sim/firms/turnover.ts";
import { startWorld } from "../../../sim/index.ts";
import { quietDistricts } from "../districtWorlds.ts";
import { key, panelOf, sum, values, watch } from "../worlds.ts";

const world = startWorld(quietDistricts("behavioural", { firms: 30_000 }), key());
const { register, firms } = world;
if (register === null) throw new Error("no register");
const mean = (numbers: readonly number[]) => sum(numbers) / numbers.length;
const frame = Array.from(register.turnover.keys()).filter((firm) => register.turnover[firm] > 1);
const share = (is: (firm: number) => boolean) => frame.filter(is).length / frame.length;

describe("register firms above EUR 1 million", () => {
  it("are 1,002 of 1,657", () => {
    expect(frame.length / firms.count).toBeCloseTo(1002 / 1657, 2);
  });

  it("have the published classes and mean of turnover: 64.1, 13.5, 18.9 and 3.5 %, EUR 13.2 million", () => {
    const classes = [0, 1, 2, 3].map((size) => share((firm) => register.turnoverClass[firm] === size));
    [0.641, 0.135, 0.189, 0.035].forEach((published, at) => {
      expect(Math.abs(classes[at] - published)).toBeLessThan(0.01);
    });
    expect(Math.abs(mean(frame.map((firm) => register.turnover[firm])) - 13.2)).toBeLessThan(1);
  });

  it("have the published employees: 49.6 on average, 77 % below 49", () => {
    expect(Math.abs(mean(frame.map((firm) => firms.size[firm])) - 49.6)).toBeLessThan(2);
    expect(Math.abs(share((firm) => firms.size[firm] < 49) - 0.773)).toBeLessThan(0.02);
  });

  it("were founded in 1983 on average, and 57 % make consumer goods", () => {
    expect(Math.abs(mean(frame.map((firm) => register.foundingYear[firm])) - 1983)).toBeLessThan(0.7);
    expect(Math.abs(share((firm) => register.consumerGoods[firm] === 1) - 0.568)).toBeLessThan(0.02);
  });

  it("have more often a department of R&D, one of marketing and own brands the larger they are", () => {
    for (const trait of [register.research, register.marketing, register.ownBrands]) {
      const ofClass = [0, 1, 2, 3].map((size) =>
        mean(frame.filter((firm) => register.turnoverClass[firm] === size).map((firm) => trait[firm])),
      );
      expect(ofClass).toEqual([...ofClass].sort((a, b) => a - b));
    }
  });
});

it("a register firm's turnover is what follows from its size and productivity, and stays", () => {
  const { history, world: later } = watch(quietDistricts("behavioural", { firms: 50 }));
  const kept = later.register;
  if (kept === null) throw new Error("no register");
  const panel = panelOf(history);
  for (let row = 0; row < history.rows; row++) {
    expect(panel.turnover[row] / 1000).toBeCloseTo(kept.turnover[panel.firm[row] - 1], 9);
  }
  expect(turnoverOf(later.firms)[7] / 1000).toBeCloseTo(kept.turnover[7], 9);
  expect(values(history, "foundingYear")).toHaveLength(history.rows);
});
