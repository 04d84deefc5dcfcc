import { describe, expect, it } from "vitest";
import { hypotheticalOutcome } from "../../../viz/charts/hypotheticalOutcome.ts";
import { outcomesInRows } from "../../../viz/charts/outcomesInRows.ts";

const show = (at: number) =>
  hypotheticalOutcome(
    { id: "outcome", title: "Outcome", language: "en" },
    {
      quantity: "effect",
      rows: [
        { name: "A", draws: [0.1, 0.5], truth: 0.2 },
        { name: "B", draws: [0.3, Number.NaN] },
      ],
      at,
    },
  );

describe("the hypothetical outcome plot", () => {
  it("shows one draw of each row on an axis that is the same for all draws", () => {
    const dots = (at: number) => show(at).marks.find(({ name }) => name === "estimate");
    expect(dots(0)).toMatchObject({
      points: [
        { x: 0.1, y: 0 },
        { x: 0.3, y: 1 },
      ],
    });
    expect(dots(1)).toMatchObject({ points: [{ x: 0.5, y: 0 }] });
    expect(show(1).x).toEqual(show(0).x);
  });

  it("is opened by its dot, as the replication that is shown", () => {
    expect(show(1).marks.at(-1)).toMatchObject({ rows: [1] });
    expect(show(1).marks[0]).not.toHaveProperty("rows");
  });

  it("says which replication it is and what its estimates are", () => {
    expect(show(0).summary).toBe("Replication 1 of 2, effect: A 0.1, B 0.3.");
    expect(show(1).summary).toBe("Replication 2 of 2, effect: A 0.5, B –.");
  });
});

describe("outcomes one below the other", () => {
  const draws = [0.1, Number.NaN, 0.4, -0.2, 0.3];
  const inRows = (from: number) =>
    outcomesInRows(
      { id: "rows", title: "Rows", language: "en" },
      { quantity: "effect", draws, replications: [1, 2, 3, 5, 6], truth: 0.2, from, count: 3 },
    );

  it("are a handful, each named by its replication and opened as itself, on an axis that stands still", () => {
    expect(inRows(0).y.categories).toEqual(["1", "2", "3"]);
    expect(inRows(3).y.categories).toEqual(["5", "6"]);
    expect(inRows(0).marks[0]).toMatchObject({
      points: [
        { x: 0.1, y: 0 },
        { x: 0.4, y: 2 },
      ],
      rows: [0, 2],
    });
    expect(inRows(3).marks[0]).toMatchObject({ rows: [3, 4] });
    expect(inRows(3).x).toEqual(inRows(0).x);
    expect(inRows(0).guides).toMatchObject([{ axis: "x", at: 0.2 }]);
  });

  it("have all estimates in their table, and say those that are shown", () => {
    expect(inRows(3).table.rows).toEqual([
      [1, 0.1],
      [2, null],
      [3, 0.4],
      [5, -0.2],
      [6, 0.3],
    ]);
    expect(inRows(3).summary).toBe("Replication 5: −0.2; replication 6: 0.3.");
  });
});
