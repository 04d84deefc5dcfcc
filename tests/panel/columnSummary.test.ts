import { describe, expect, test } from "vitest";
import { columnSummaries, firstCells } from "../../panel/columnSummary.ts";
import { readCsv } from "../../panel/readCsv.ts";

describe("what columns hold", () => {
  test("is told of numbers by their ends and mean over the cells that are there, of labels by those that occur", async () => {
    const table = await readCsv("size,place,none\n1.5,MI,\n,RM,\n4.5,,\n3,MI,\n");
    const [size, place, none] = columnSummaries(table, { levels: 1 });
    expect(size).toMatchObject({ kind: "number", missing: 1, min: 1.5, max: 4.5, mean: 3, labels: null });
    expect(place).toMatchObject({ kind: "category", missing: 1, labels: 2, levels: ["MI"], mean: null });
    expect(none).toMatchObject({ missing: 4, min: null, max: null, mean: null });
  });

  test("is whole where every number is, also where some are missing, as years are", async () => {
    const table = await readCsv("year,zero,share,label\n2001,0,0.5,a\n,0,1,b\n2003,0,,a\n");
    const summaries = columnSummaries(table, { levels: 1 });
    expect(summaries.map(({ name, kind, whole }) => [name, kind, whole])).toEqual([
      ["year", "number", true],
      ["zero", "indicator", true],
      ["share", "number", false],
      ["label", "category", false],
    ]);
    expect(summaries[1]).toMatchObject({ min: 0, max: 0 });
  });

  test("is shown by the first cells as texts, the missing ones as null", async () => {
    const table = await readCsv("a,b,c\n1,x,2.5\n0,,\n1,y,3\n");
    expect(firstCells(table, { rows: 2, columns: 2 })).toEqual([
      ["1", "x"],
      ["0", null],
    ]);
  });
});
