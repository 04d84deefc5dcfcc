import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { provinces103 } from "../../../sim/geography/italianProvinces.ts";
import { classText, legendEntries } from "../../../viz/map/legend.ts";
import { mapTable } from "../../../viz/map/mapTable.ts";
import { classOf, type MapScale } from "../../../viz/map/scale.ts";
import { mapWordsEn, mapWordsIt } from "../../../viz/map/words.ts";

const share: MapScale = { kind: "share", limits: [0.02, 0.05, 0.1, 0.2] };
const difference: MapScale = { kind: "difference", limits: [0.02, 0.05] };
const format = (value: number) => `${Math.round(value * 100)}%`;

describe("classes", () => {
  it("of shares: a value on a limit is of the class above it", () => {
    expect([0, 0.0199, 0.02, 0.07, 0.1, 0.2, 1].map((value) => classOf(share, value))).toEqual([
      0, 0, 1, 2, 3, 4, 4,
    ]);
  });

  it("of differences are the same up and down, with 0 in the middle", () => {
    expect([-0.05, -0.02, 0, -0, 0.0199, 0.02, 0.05].map((value) => classOf(difference, value))).toEqual([
      0, 1, 2, 2, 2, 3, 4,
    ]);
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(Number(classOf(difference, value)) + Number(classOf(difference, -value))).toBe(4);
      }),
    );
  });

  it("are none without a value", () => {
    expect([null, undefined, Number.NaN].map((value) => classOf(share, value))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("the legend", () => {
  it("says the limits in words, highest first", () => {
    const texts = (scale: MapScale, words = mapWordsEn) =>
      legendEntries(scale, [0.1], "light", words, format).map(({ text }) => text);
    expect(texts(share)).toEqual([
      "20% or more",
      "10% to under 20%",
      "5% to under 10%",
      "2% to under 5%",
      "under 2%",
    ]);
    expect(texts(difference)).toEqual([
      "up 5% or more",
      "up 2% to 5%",
      "change under 2%",
      "down 2% to 5%",
      "down 5% or more",
    ]);
    expect(texts(difference, mapWordsIt)[4]).toBe("5% o più in meno");
  });

  it("tells provinces without a value only when there are some", () => {
    expect(legendEntries(share, [0.1, null], "light", mapWordsEn, format).at(-1)?.text).toBe("no firms");
    expect(classText(share, undefined, mapWordsIt, format)).toBe("nessuna impresa");
  });
});

describe("the table", () => {
  const table = mapTable({
    provinces: provinces103,
    values: new Map([
      ["VR", 0.15],
      ["NA", null],
    ]),
    scale: share,
    marks: { pioneer: new Set(["VR"]), shock: new Set(["VR"]) },
    format,
    words: mapWordsEn,
  });

  it("has a row for each province and a cell for each column", () => {
    expect(table.rows.map(({ code }) => code)).toEqual(provinces103.map(({ code }) => code));
    expect(table.rows.every(({ cells }) => cells.length === table.columns.length)).toBe(true);
  });

  it("says what the map says", () => {
    const row = (code: string) => table.rows.find((each) => each.code === code);
    expect(row("VR")).toEqual({
      code: "VR",
      value: 0.15,
      cells: ["VR", "Verona", "Veneto", "15%", "10% to under 20%", "pioneer, shock"],
    });
    expect(row("NA")?.value).toBeNull();
    expect(row("NA")?.cells[3]).toBe("no firms");
  });
});
