import { describe, expect, it } from "vitest";
import { generatedParts, withPart } from "../../scripts/docs/generatedParts.ts";
import { markdownTable } from "../../scripts/docs/markdownTable.ts";
import { page } from "./pages.ts";

describe("the tables made from the code", () => {
  it.each(generatedParts)("$name in $page is up to date (if not: npm run docs)", (part) => {
    const written = page(part.page);
    expect(written).toBe(withPart(written, part));
  });

  it("keep what stands before and after their markers, and replace what stands between", () => {
    const before = "head\n<!-- x:start -->\nold\n<!-- x:end -->\nfoot";
    const after = withPart(before, { name: "x", content: () => "new" });
    expect(after).toBe("head\n<!-- x:start -->\n\nnew\n\n<!-- x:end -->\nfoot");
    expect(withPart(after, { name: "x", content: () => "new" })).toBe(after);
  });

  it.each([
    ["no markers", "text"],
    ["no end", "<!-- x:start -->"],
    ["the end first", "<!-- x:end --><!-- x:start -->"],
    ["two pairs", "<!-- x:start --><!-- x:end --><!-- x:start --><!-- x:end -->"],
  ])("are refused by a page with %s", (_, text) => {
    expect(() => withPart(text, { name: "x", content: () => "" })).toThrow("expected one <!-- x:start -->");
  });

  it("escape a bar and a line end, so that a cell cannot break its row", () => {
    expect(markdownTable(["a|b"], [["c\nd"]])).toBe("| a\\|b |\n| --- |\n| c d |");
  });
});
