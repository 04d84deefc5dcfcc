import { describe, expect, it } from "vitest";
import { coefficients } from "../../../viz/charts/coefficients.ts";
import { figureCsv } from "../../../viz/figure/csv.ts";
import { figureConfiguration } from "../../../viz/figure/figureConfiguration.ts";
import { lightTheme } from "../../../viz/figure/theme.ts";

const figure = coefficients(
  { id: "coefficients", title: "Estimates", language: "en" },
  {
    quantity: "coefficient",
    terms: [
      { term: "peers", label: "peers, same destination" },
      { term: "yLag", label: "abroad last year" },
    ],
    estimates: [
      { method: "B", term: "peers", estimate: 0.12, low: 0.05, high: 0.19 },
      { method: "D", term: "peers", estimate: 0.01, low: -0.06, high: 0.08 },
      { method: "B", term: "yLag", estimate: 1.5, low: Number.NaN, high: Number.NaN },
      { method: "D", term: "notShown", estimate: 9, low: 8, high: 10 },
    ],
    truth: new Map([["peers", 0.1]]),
    published: new Map([["peers", 0.09]]),
  },
);

describe("the coefficient plot", () => {
  it("says each estimate, its interval, the truth and the published value", () => {
    expect(figure.summary).toBe(
      "Peers, same destination: B 0.12 (0.05 to 0.19), D 0.01 (−0.06 to 0.08), truth 0.1, published 0.09; " +
        "abroad last year: B 1.5 (– to –).",
    );
  });

  it("has a row an estimate of a shown term", () => {
    expect(figureCsv(figure.table)).toBe(
      [
        "term,method,estimate,confLow,confHigh,truth,published",
        '"peers, same destination",B,0.12,0.05,0.19,0.1,0.09',
        '"peers, same destination",D,0.01,-0.06,0.08,0.1,0.09',
        "abroad last year,B,1.5,,,,",
        "",
      ].join("\r\n"),
    );
  });

  it("draws the methods of a term side by side in its row, with error bars, and marks the truth and the published", () => {
    const { data } = figureConfiguration(figure, lightTheme);
    expect(data.datasets).toMatchObject([
      { label: "truth", type: "scatter" },
      { label: "B", type: "scatterWithErrorBars" },
      { label: "D", type: "scatterWithErrorBars" },
      { label: "published", type: "scatter" },
    ]);
    expect(data.datasets[1]?.data[0]).toEqual({
      x: 0.12,
      xMin: 0.05,
      xMax: 0.19,
      y: -0.11,
      yMin: -0.11,
      yMax: -0.11,
    });
    expect(data.datasets[2]?.data[0]).toMatchObject({ x: 0.01, y: 0.11 });
  });
});
