import { describe, expect, it } from "vitest";
import { fitConditionalLogit } from "../../estimators/index.ts";
import { column, numericValues, type Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import {
  type ModelSpecification,
  modelSpecification,
  modelSpecificationNames,
  resolveScenario,
} from "../../scenarios/index.ts";
import { simulate } from "../../sim/index.ts";
import { choiceConstants } from "../../study/choiceConstants.ts";
import { choiceRows, comparableChoices } from "../../study/choiceRows.ts";
import { unidentifiedReason } from "../../study/identification.ts";
import { fitSpecification } from "../../study/methods.ts";
import { interactionTerm, modelMatrix, strataCodes } from "../../study/modelColumns.ts";
import { key } from "../sim/worlds.ts";

interface Row {
  readonly firm: number;
  readonly destination: number;
  readonly active: number;
  readonly peers?: number;
}

const tableOf = (rows: readonly Row[]): Table =>
  tableFromColumns([
    { name: "firm", values: Int32Array.from(rows, ({ firm }) => firm) },
    { name: "destination", values: Int32Array.from(rows, ({ destination }) => destination) },
    { name: "active", values: Uint8Array.from(rows, ({ active }) => active) },
    { name: "peers", values: Float64Array.from(rows, ({ peers = 0 }) => peers) },
  ]);
const values = (table: Table, name: string) => Array.from(numericValues(column(table, name), name));

/** A firm that is offered some destinations and takes the first. */
const takes = (firm: number, ...offered: readonly number[]): Row[] =>
  offered.map((destination, at) => ({ firm, destination, active: at === 0 ? 1 : 0 }));

describe("choices", () => {
  it("are of one destination out of two or more", () => {
    const none = [1, 2].map((destination) => ({ firm: 1, destination, active: 0 }));
    const both = [1, 2].map((destination) => ({ firm: 2, destination, active: 1 }));
    const table = tableOf([...none, ...both, ...takes(3, 2, 1), ...takes(4, 1)]);
    expect(values(choiceRows(table, "active", ["firm"]), "firm")).toEqual([3, 3]);
  });
});

describe("constants of destinations", () => {
  const comparable = (rows: readonly Row[]) =>
    comparableChoices(tableOf(rows), "active", ["firm"], [["destination"]]);

  it("are compared where each beats the other, be it through a third", () => {
    const circle = [...takes(1, 1, 2), ...takes(2, 2, 3), ...takes(3, 3, 1)];
    expect(comparable(circle)).toMatchObject({ rows: 0, levels: [] });
  });

  it("leave out what is never chosen, and the choices that then have one alternative", () => {
    const { table, rows, levels } = comparable([...takes(1, 1, 2, 3), ...takes(2, 2, 1), ...takes(3, 1, 3)]);
    expect(values(table, "firm")).toEqual([1, 1, 2, 2]);
    expect(values(table, "destination")).toEqual([1, 2, 2, 1]);
    expect(rows).toBe(3);
    expect(levels).toEqual(["destination 3"]);
  });

  it("leave out a choice that is certain, and keep both of its alternatives elsewhere", () => {
    const pairs = [...takes(1, 1, 2), ...takes(2, 2, 1), ...takes(3, 3, 4), ...takes(4, 4, 3)];
    const { table } = comparable([...pairs, ...takes(5, 1, 3)]);
    expect(values(table, "firm")).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    const constants = choiceConstants(table, ["destination"], "active", ["firm"]);
    // Each of the two groups has a reference.
    expect(constants.levels.slice(1)).toEqual(["2", "4"]);
    expect([...constants.codes]).toEqual([0, 1, 1, 0, 0, 2, 2, 0]);
  });

  it("without a choice that is not certain leave the table as it is, for the estimator to say so", () => {
    const rows = [...takes(1, 1, 2), ...takes(2, 1, 2)];
    expect(comparable(rows)).toMatchObject({ rows: 0, levels: [] });
  });

  it("that are infinite leave the other estimates and the likelihood of the limit", () => {
    const drawn = Array.from({ length: 60 }, (_, firm) => {
      const destinations = firm % 5 === 0 ? [3, 1, 2] : firm % 3 === 0 ? [2, 1] : [1, 2];
      // Nobody who is offered 3 takes another, or takes it without the rest.
      const rows = takes(firm, ...destinations);
      return rows.map((row, at) => ({ ...row, peers: ((firm * 7 + at * 5) % 11) / 3 }));
    }).flat();
    const whole = tableOf(drawn);
    const fitOf = (table: Table, factor: ReturnType<typeof interactionTerm>) =>
      fitConditionalLogit({
        matrix: { ...modelMatrix(table, { numeric: ["peers"], factors: [] }, false), factors: [factor] },
        chosen: Uint8Array.from(values(table, "active")),
        choiceSet: strataCodes(table, ["firm"]),
      });
    const limit = fitOf(whole, interactionTerm(whole, ["destination"]));
    expect(limit.warnings.map(({ code }) => code)).toEqual(["monotone-likelihood"]);
    const { table, rows } = comparable(drawn);
    expect(rows).toBe(36);
    const left = fitOf(table, choiceConstants(table, ["destination"], "active", ["firm"]));
    expect(left.converged).toBe(true);
    expect(left.terms[0]?.estimate).toBeCloseTo(limit.terms[0]?.estimate ?? 0, 7);
    expect(left.logLikelihood).toBeCloseTo(limit.logLikelihood, 8);
  });
});

const { columns } = simulate(resolveScenario("canello-2022/W2", { firms: 4000 }), key(), {
  recordTruth: false,
});
const panel = tableFromColumns(columns);
const names = modelSpecificationNames().filter(
  (name) => modelSpecification(name).model === "conditionalLogit",
);
const fitted = (name: string) => fitSpecification(panel, modelSpecification(`canello-2022/${name}`), 0.95);

describe("the choice of the destination in a world of popular destinations", () => {
  it.each(names)("%s has a maximum, and errors clustered by province", (name) => {
    const { fit, estimates } = fitSpecification(panel, modelSpecification(name), 0.95);
    expect(fit.converged, fit.warnings.map(({ message }) => message).join("; ")).toBe(true);
    expect(estimates[0]?.stdError).toBe(fit.terms[0]?.robustStdError);
    expect(estimates.every(({ estimate }) => Number.isFinite(estimate))).toBe(true);
  });

  it("follows the peers, until the destinations have constants", () => {
    const z = (name: string) =>
      fitted(name).estimates.find(({ term }) => term === "msePeersSameDestination")?.statistic;
    expect(z("choice")).toBeGreaterThan(4);
    expect(Math.abs(z("choice-destination") ?? Number.NaN)).toBeLessThan(3);
  });
});

describe("a choice cannot tell", () => {
  const variant = (change: Partial<Pick<ModelSpecification, "numeric" | "factors" | "interactions">>) =>
    unidentifiedReason({ ...modelSpecification("canello-2022/choice"), ...change });

  it("what the firm has in all destinations alike", () => {
    expect(variant({ numeric: ["size"] })).toContain("size has one value wherever");
    expect(variant({ numeric: ["averageEmployeeWages"] })).toContain("firm × year");
  });

  it("peers elsewhere from peers here, of which they are the rest", () => {
    const both = ["msePeersSameDestination", "msePeersOtherDestinations"];
    expect(variant({ numeric: both })).toContain("take up the sum of");
  });

  it("dummies that are alike for all destinations", () => {
    expect(variant({ factors: ["region"] })).toContain("cross them with destination");
    expect(variant({ interactions: [["region", "destination"]] })).toBeNull();
  });

  it("the national number from constants of destination × industry × year", () => {
    const crossed = {
      numeric: ["nationalMseSameDestination"],
      interactions: [["destination", "industry", "year"]],
    };
    expect(variant(crossed)).toContain("nationalMseSameDestination has one value wherever");
  });
});
