import { describe, expect, it } from "vitest";
import { htmlTable } from "../../../study/journal/htmlTable.ts";
import { someFit, term, threeFits } from "./someFits.ts";

const html = htmlTable(threeFits, { caption: "Entry & exit", names: ["a", "b", "c"] });

describe("an HTML table", () => {
  it("is one document that needs nothing beside itself", () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(html).not.toMatch(/src=|href=|url\(|<script/);
    expect(html).toContain("prefers-color-scheme: dark");
    expect(html).toContain("@media print");
  });

  it("has a caption and headings with their scope", () => {
    expect(html).toContain("<caption>Entry &amp; exit</caption>");
    expect(html).toContain('<th scope="col">(3)</th>');
    expect(html).toContain('<th scope="row" rowspan="2">lag(y)</th>');
    expect(html).toContain('<th scope="row">Observations</th>');
  });

  it("fills every row to the same number of columns", () => {
    const rows = [...html.matchAll(/<tr(?: class="error")?>(.*?)<\/tr>/g)].map(([, row]) => row ?? "");
    const cells = rows.map((row) => [...row.matchAll(/<t[dh]/g)].length);
    const errors = [...html.matchAll(/<tr class="error">(.*?)<\/tr>/g)].map(([, row]) => row ?? "");
    expect(errors.length).toBe(5);
    for (const row of errors) expect([...row.matchAll(/<td/g)].length).toBe(3);
    expect(cells.filter((count) => count === 4).length).toBe(rows.length - errors.length);
  });

  it("shows stars, minus signs, infinite and omitted estimates", () => {
    expect(html).toContain("<td>−1.234<sup>***</sup></td>");
    expect(html).toContain("<td>−∞</td>");
    expect(html).toContain("<td>omitted</td>");
  });

  it("lets no name or warning be markup", () => {
    const name = '<img onerror="x">&\u001b';
    const text = htmlTable([someFit({ terms: [term(name, 1, 1, 0.3)] })]);
    expect(text).toContain("&lt;img onerror=&quot;x&quot;&gt;&amp; ");
    expect(text).not.toContain("<img");
    expect(html).toContain("no event at &lt;1&gt;");
  });
});
