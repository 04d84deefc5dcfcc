import { describe, expect, it } from "vitest";
import { figureCsv } from "../../../viz/figure/csv.ts";

describe("the CSV of a figure", () => {
  it("quotes what RFC 4180 says, keeps all digits, and leaves out what is no number", () => {
    const text = figureCsv({
      columns: [
        { key: "na,me", label: "Name", format: "text" },
        { key: "value", label: "Value", format: "percent" },
      ],
      rows: [
        ['say "hello"', 0.1 + 0.2],
        ["two\nlines", Number.NaN],
        ["Napoli NA", null],
        ["tiny", -1e-7],
      ],
    });
    expect(text).toBe(
      '"na,me",value\r\n"say ""hello""",0.30000000000000004\r\n"two\nlines",\r\nNapoli NA,\r\ntiny,-1e-7\r\n',
    );
  });
});
