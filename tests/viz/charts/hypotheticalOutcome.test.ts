import { describe, expect, it } from "vitest";
import { hypotheticalOutcome } from "../../../viz/charts/hypotheticalOutcome.ts";

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

  it("says which replication it is and what its estimates are", () => {
    expect(show(0).summary).toBe("Replication 1 of 2, effect: A 0.1, B 0.3.");
    expect(show(1).summary).toBe("Replication 2 of 2, effect: A 0.5, B –.");
  });
});
