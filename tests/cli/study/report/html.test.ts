import { describe, expect, it } from "vitest";
import { figuresOf, studyDocument } from "../../../../cli/study/report/studyDocument.ts";
import { resolveDesign } from "../../../../study/cells.ts";
import { parseDesign } from "../../../../study/design.ts";
import { failed, loopDesign, loopRows, row } from "../../../study/report/someStudy.ts";
import { HOSTILE, hostileStudy, html, loopStudy, reported } from "./someReports.ts";

const document = studyDocument(loopStudy, { figures: true, measuresATable: 6 });
const page = html(loopStudy);

/** The open elements a document ends with, by a plain walk over its tags; "" where every element is closed in order. */
function unclosed(markup: string): string {
  const empty = new Set(["meta", "br", "wbr"]);
  const open: string[] = [];
  for (const [, closing, name, attributes] of markup.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/g,
  )) {
    if (empty.has(name) || attributes.endsWith("/")) continue;
    if (closing === "") open.push(name);
    else if (open.pop() !== name) return `</${name}> does not close what is open`;
  }
  return open.join(" ");
}

describe("the report in HTML", () => {
  it("is well-formed", () => {
    expect(unclosed(page)).toBe("");
    expect(unclosed(html(hostileStudy))).toBe("");
  });

  it("asks nothing of a network and runs nothing", () => {
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    expect(page).not.toMatch(/https?:|<script|<link|<img|<iframe|@import|url\(|\son[a-z]+=/i);
    const links = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, target]) => target);
    expect(links.filter((target) => !/^#[a-z]+$|^report\.data\/[a-z-]+\.csv$/.test(target))).toEqual([]);
  });

  it("draws every kind of figure", () => {
    expect(figuresOf(document).map(({ id }) => id)).toEqual([
      "failures",
      "estimates-pair-cox",
      "performance-pair-cox",
      "power-pair-cox",
      "nested-loop-pair-cox",
      "zip-pair-cox",
      "standard-errors-pair-cox",
    ]);
  });

  it("gives every figure a title, a sentence, a table of its numbers and a file of data", () => {
    for (const { id, title, sentence, table, data, cards } of figuresOf(document)) {
      expect(title, id).not.toBe("");
      expect(sentence, id).toMatch(/\.$/);
      expect(cards.length, id).toBeGreaterThan(0);
      expect(table.rows.length, id).toBeGreaterThan(0);
      expect(
        table.rows.every((row) => row.length === table.columns.length),
        id,
      ).toBe(true);
      expect(data[0].values.length, id).toBeGreaterThan(0);
      expect(page).toContain(`href="report.data/${id}.csv"`);
    }
    const figures = page.match(/<figure /g)?.length;
    expect(
      page.match(
        /<figure aria-labelledby="figure-[a-z-]+">[\s\S]*?<details>[\s\S]*?<table>[\s\S]*?<\/figure>/g,
      ),
    ).toHaveLength(figures ?? 0);
  });

  it("describes every drawing to those who do not see it", () => {
    const drawings = page.match(/<svg [^>]*>/g) ?? [];
    expect(drawings.filter((each) => !/role="img" aria-label="[^"]+"|aria-hidden="true"/.test(each))).toEqual(
      [],
    );
    expect(page).not.toContain("NaN");
    expect(page).not.toContain("Infinity");
  });

  it("shows the estimates before any measure of performance", () => {
    const ids = document.sections.map(({ id }) => id);
    expect(ids.indexOf("estimates")).toBeLessThan(ids.indexOf("tables"));
    expect(ids).toEqual(["design", "run", "estimates", "tables", "performance", "intervals", "repeat"]);
  });

  it("names the first failure of each cause, and the command that repeats it", () => {
    expect(page).toContain("<code>bandwagon study replay . --cell 1 --replication 3</code>");
    expect(page).toContain("did-not-converge");
    expect(page).toContain("32 fits were made in them; 1 failed.");
  });

  it("says what of an unfinished study is there", () => {
    const rows = loopRows().filter(({ cell, replication }) => cell < 2 && replication < 4);
    const page = html(reported(loopDesign, rows, [3, 3, 0, 0]));
    expect(page).toContain("6 of 16 replications are there: the study is not finished");
  });

  it("is one of a study in which every fit failed", () => {
    const rows = loopRows().map(({ cell, replication, method }) => failed({ cell, replication, method }));
    const study = reported(loopDesign, rows);
    expect(unclosed(html(study))).toBe("");
    const { sections } = studyDocument(study, { figures: true, measuresATable: 6 });
    expect(sections.map(({ id }) => id)).not.toContain("estimates");
  });

  it("has the verdict that the design asks for, after the estimates", () => {
    const effect = "msePeersSameDestination";
    const partial = `averagePartialEffect(${effect})`;
    const design = resolveDesign(
      parseDesign({
        aim: "A verdict",
        dataGenerating: { name: "w", scenario: "canello-2022/impostor" },
        methods: ["canello-2022/B-small"],
        estimands: [effect, partial],
        verdict: { effect },
        performance: ["rejection"],
        replications: 40,
        seed: "1",
      }),
    );
    const method = "canello-2022/B-small";
    // No effect, and every test finds one.
    const rows = Array.from({ length: 40 }, (_, at) => at + 1).flatMap((replication) => [
      row({ method, replication, estimand: effect, truth: Number.NaN, estimate: 5 + replication / 40 }),
      row({ method, replication, estimand: partial, truth: 0, estimate: 3 + replication / 40 }),
    ]);
    const { sections } = studyDocument(reported(design, rows), { figures: true, measuresATable: 6 });
    expect(sections.map(({ id }) => id).slice(2, 5)).toEqual(["estimates", "verdict", "tables"]);
    const tables = sections[3].blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));
    expect(tables.map(({ rows }) => rows)).toEqual([
      [[method, "size-distorted", "size-distorted: 1"]],
      [
        [
          "w",
          method,
          "size-distorted",
          "0",
          "40 of 40",
          "100.0\n(91.2 to 100.0)",
          "100.0\n(91.2 to 100.0)",
          "3.513\n(0.046)",
        ],
      ],
    ]);
  });

  it("takes no text for markup", () => {
    const page = html(hostileStudy);
    expect(page).not.toContain("<script");
    expect(page).not.toContain("\u202e");
    expect(page).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
    expect(page).not.toContain(HOSTILE);
  });

  it("has the same bytes for the same rows in any order", () => {
    expect(html(reported(loopDesign, [...loopRows()].reverse()))).toBe(page);
  });
});
