import { describe, expect, it } from "vitest";
import { timeSeries } from "../../../viz/charts/timeSeries.ts";
import { figureCsv } from "../../../viz/figure/csv.ts";
import { figureConfiguration } from "../../../viz/figure/figureConfiguration.ts";
import { lightTheme } from "../../../viz/figure/theme.ts";

const data = {
  series: [
    { name: "with imitation", values: [0.1, 0.25, Number.NaN] },
    { name: "without", values: [0.1, 0.125, Number.NaN] },
  ],
  years: [1998, 1999, 2000],
  quantity: "share abroad",
  format: "percent",
  events: [{ year: 1999, name: "cost shock" }],
} as const;
const figure = timeSeries({ id: "share", title: "Firms abroad", language: "en" }, data);

describe("the time series", () => {
  it("says the last year's numbers and the years marked until then", () => {
    expect(figure.summary).toBe(
      "In 1999, share abroad: with imitation 25%, without 12.5%; marked: 1999 cost shock.",
    );
  });

  it("says the year at the cursor, in Italian with a decimal comma", () => {
    const italian = timeSeries({ id: "share", title: "Imprese", language: "it" }, { ...data, cursor: 1998 });
    expect(italian.summary).toBe("Nel 1998, share abroad: with imitation 10%, without 10%.");
    const second = timeSeries({ id: "share", title: "Imprese", language: "it" }, { ...data, cursor: 1999 });
    expect(second.summary).toContain("without 12,5%");
  });

  it("has a row a year in its table, empty where a year is not simulated yet", () => {
    expect(figureCsv(figure.table)).toBe(
      "year,with imitation,without\r\n1998,0.1,0.1\r\n1999,0.25,0.125\r\n2000,,\r\n",
    );
  });

  it("hands its values to Chart.js as they are, on an axis that reaches the last year and 0", () => {
    const { data: drawn, options } = figureConfiguration(figure, lightTheme);
    expect(drawn.datasets).toMatchObject([
      {
        label: "with imitation",
        data: [
          { x: 1998, y: 0.1 },
          { x: 1999, y: 0.25 },
          { x: 2000, y: Number.NaN },
        ],
      },
      {
        label: "without",
        data: [
          { x: 1998, y: 0.1 },
          { x: 1999, y: 0.125 },
          { x: 2000, y: Number.NaN },
        ],
      },
    ]);
    expect(options?.scales?.x).toMatchObject({ min: 1998, max: 2000 });
    expect(options?.scales?.y).toMatchObject({ min: 0 });
    expect(options?.animation).toBe(false);
  });

  it("tells the lines apart by dashes and shapes as well as by colour", () => {
    const [first, second] = figure.marks.map(({ style }) => style);
    expect(first?.colour).not.toBe(second?.colour);
    expect(first?.dash).not.toEqual(second?.dash);
    expect(first?.shape).not.toBe(second?.shape);
  });
});
