import { describe, expect, it } from "vitest";
import { decimalsFor, formatMeasure, formatNumber, formatShare } from "../../cli/formatMeasure.ts";
import { duration, progressDisplay } from "../../cli/progressDisplay.ts";
import { textTable, wrapText } from "../../cli/textTable.ts";
import { visibleText } from "../../cli/visibleText.ts";

describe("numbers in a table", () => {
  it("show as many decimals as two digits of the Monte Carlo error need", () => {
    expect([0.0123, 0.95, 3.2, 40].map(decimalsFor)).toEqual([3, 2, 1, 0]);
    expect(formatMeasure({ value: 0.12345, mcse: 0.0123 }, 3)).toBe("0.123\n(0.012)");
  });

  it("never show an error as zero, nor zero as negative, nor an undefined number as a number", () => {
    expect(formatMeasure({ value: 1, mcse: 0.0004 }, 2)).toBe("1.00\n(<0.01)");
    expect(formatNumber(-0.0001, 2)).toBe("0.00");
    expect(formatMeasure({ value: Number.NaN, mcse: Number.NaN }, 2)).toBe("–");
  });

  it("give a share in per cent with its error, or the Wilson limit where that would be zero", () => {
    expect(formatShare({ value: 0.95, mcse: 0.015, low: 0.91, high: 0.97 })).toBe("95.0\n(1.5)");
    expect(formatShare({ value: 0, mcse: 0, low: 0, high: 0.0713 })).toBe("0.0\n(≤7.1)");
    expect(formatShare({ value: 1, mcse: 0, low: 0.9287, high: 1 })).toBe("100.0\n(≥92.9)");
  });
});

it("a table aligns its columns, and cells of two lines take two", () => {
  const table = textTable(
    [
      { title: "name", align: "left" },
      { title: "n", align: "right" },
    ],
    [
      ["long name", "1\n(22)"],
      ["x", "333"],
    ],
  );
  expect(table.split("\n")).toEqual([
    "name          n",
    "───────────────",
    "long name     1",
    "           (22)",
    "x           333",
  ]);
});

it("text is wrapped between words, later lines indented", () => {
  expect(wrapText("one two three four", 9, "  ")).toBe("one two\n  three\n  four");
});

it("a terminal gets signs in place of control characters, and line ends as they are", () => {
  expect(visibleText("a\u001b[31mb\u0007\r\n\u009b2J\u007fé")).toBe("a␛[31mb␇␍\n�2J␡é");
});

describe("progress off a terminal", () => {
  it("ends with one plain line of what was done and what failed", () => {
    const written: string[] = [];
    const stream = {
      isTTY: false,
      write: (text: string) => written.push(text),
    } as unknown as NodeJS.WriteStream;
    const display = progressDisplay(3, stream);
    for (const done of [1, 2, 3]) display.update(done, 1);
    display.stop();
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/^3\/3 replications · 1 failed · \S+ · 0s left\n$/);
  });

  it("durations read as a clock does", () => {
    expect([7.4, 192, 7500].map(duration)).toEqual(["7s", "3m12s", "2h05m"]);
  });
});
