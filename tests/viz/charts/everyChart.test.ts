import { describe, expect, it } from "vitest";
import { figureCsv } from "../../../viz/figure/csv.ts";
import { figureConfiguration } from "../../../viz/figure/figureConfiguration.ts";
import { figureSvg } from "../../../viz/figure/figureSvg.ts";
import { darkTheme, lightTheme } from "../../../viz/figure/theme.ts";
import { demoFigures } from "../../browser/fixtures/figures/demoFigures.ts";

const english = demoFigures("en");
const italian = demoFigures("it");

describe.each(english.map((figure, at) => ({ id: figure.id, figure, inItalian: italian[at] })))(
  "the chart $id",
  ({ figure, inItalian }) => {
    it("speaks one sentence with numbers, another one in Italian", () => {
      expect(figure.summary).toMatch(/^\p{Lu}.*\d.*\.$/u);
      expect(inItalian?.summary).toMatch(/^\p{Lu}.*\d.*\.$/u);
      expect(inItalian?.summary).not.toBe(figure.summary);
      expect(figure.summary).not.toMatch(/NaN|undefined|Infinity/);
    });

    it("has the same data in its CSV in both languages, under the same keys where they are its own", () => {
      const [header = "", ...records] = figureCsv(figure.table).split("\r\n");
      expect(header.split(",")).toHaveLength(figure.table.columns.length);
      expect(records).toHaveLength(figure.table.rows.length + 1);
      for (const [at, row] of figure.table.rows.entries()) {
        const numbers = row.filter((cell) => typeof cell === "number");
        expect(inItalian?.table.rows[at]?.filter((cell) => typeof cell === "number")).toEqual(numbers);
      }
    });

    it("is on the canvas and in the drawing mark by mark, in both themes", () => {
      for (const theme of [lightTheme, darkTheme]) {
        const { data } = figureConfiguration(figure, theme);
        const bands = figure.marks.filter(({ kind }) => kind === "band").length;
        expect(data.datasets).toHaveLength(figure.marks.length + bands);
        const svg = figureSvg(figure, theme);
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        expect(svg).toContain(theme.ground);
      }
    });

    it("survives being cloned for a worker", () => {
      expect(structuredClone(figure)).toEqual(figure);
    });

    it("tells no two marks of its legend apart by colour alone", () => {
      const looks = figure.marks
        .filter(({ inLegend }) => inLegend !== false)
        .map(({ kind, style: { dash, shape } }) => `${kind} ${dash} ${shape}`);
      expect(new Set(looks).size).toBe(looks.length);
    });
  },
);

describe("a chart without numbers", () => {
  it("says so and can be drawn", async () => {
    const { distribution } = await import("../../../viz/charts/distribution.ts");
    const empty = distribution(
      { id: "none", title: "None", language: "en" },
      { values: [], quantity: "effect" },
    );
    expect(empty.summary).toBe("There are no numbers yet.");
    expect(figureSvg(empty, lightTheme)).not.toMatch(/NaN|Infinity/);
    expect(figureConfiguration(empty, lightTheme).options?.scales?.x).toMatchObject({
      min: -0.05,
      max: 1.05,
    });
  });
});
