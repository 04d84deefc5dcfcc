import { expect, it } from "vitest";
import { column, numericValues } from "../../../panel/table.ts";
import { survivors } from "../../../study/targets/survivors.ts";
import { handMadePanel } from "./handMadePanel.ts";

it("survivors are the firms with rows in every year; of a panel of survivors, the panel itself", () => {
  const mixed = handMadePanel([{}, { years: [2007] }, {}, { years: [2007, 2009] }], 2006, 4);
  const kept = survivors(mixed);
  expect([...new Set<number>(numericValues(column(kept, "firm")))]).toEqual([1, 3]);
  expect(kept.rows).toBe(2 * 4 * 3);
  expect(survivors(kept)).toBe(kept);
});
