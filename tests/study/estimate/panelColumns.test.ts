import { expect, test } from "vitest";
import { panelColumns } from "../../../study/estimate/estimateOptions.ts";

test.each([
  ["firm,year", "firm", "year"],
  [" firm id , year ", "firm id", "year"],
  ["`id, old`,year", "id, old", "year"],
  ["year,`id, old`", "year", "id, old"],
  ["`a\\`,b`,c", "a`,b", "c"],
])("The two columns of --panel %s are %s and %s", (text, id, time) => {
  expect(panelColumns(text)).toEqual({ id, time });
});

test.each(["", "firm", "firm,", ",year", "a,b,c", "id, old,year"])("--panel %j is refused", (text) => {
  expect(() => panelColumns(text)).toThrow(/two columns/);
});
