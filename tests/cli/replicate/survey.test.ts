import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

let cli: ReturnType<typeof buildCommandLine>;
beforeAll(() => {
  cli = buildCommandLine();
});
afterAll(() => cli.remove());

const tiny = ["replicate", "bettiol-2017", "--scale", "0.1", "--seeds", "2"];

describe("bandwagon replicate bettiol-2017", () => {
  it("prints the four tables and the text's figures, theirs beside ours, then targets and propositions", async () => {
    const { code, stdout, stderr } = await cli.run(...tiny);
    expect(code).toBe(0);
    expect(stdout).toContain("166 firms (scale 0.1), 26 of them asked, 2 histories, seed 1");
    for (const title of ["Table 1.", "Table 2.", "Table 3.", "Table 4.", "Text.", "Targets and propositions"])
      expect(stdout).toMatch(new RegExp(`^${title}`, "m"));
    expect(stdout).toMatch(
      /^ownBrands +placed +42\.1 +[\d.]+ \[[\d.]+\]≠? +62\.3 .*\*\*\* 0\.004 +[\d.]+ \(\d\/2\)/m,
    );
    expect(stdout).toMatch(/^rdDepartment +placed .* 35 \(52\.1\)† /m);
    expect(stdout).toMatch(/^done +emerges +5 \(10\.0\)† /m);
    expect(stdout).toContain("† bettiol2017-table4 n1: 33 of 50 is 66 %, printed 65.0 %.");
    expect(stdout).toContain("innovators: innovation is not simulated");
    expect(stdout.match(/^target /gm)).toHaveLength(15);
    expect(stdout.match(/^C-P\d /gm)).toHaveLength(8);
    expect(stderr).toContain("12/12 surveys");
  });

  // `npx vitest run tests/cli/replicate --update` writes it anew, for a change that is meant.
  it("prints the same for the same seed, as on record", async () => {
    const { stdout } = await cli.run(...tiny);
    await expect(stdout).toMatchFileSnapshot("../../golden/replicate/bettiol-2017.txt");
  });

  it("prints one JSON document with every cell, its limits and both variants of the tests", async () => {
    const { code, stdout } = await cli.run(...tiny, "--format", "json");
    expect(code).toBe(0);
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({
      kind: "survey",
      paper: "bettiol-2017",
      firms: 166,
      surveys: 2,
      seed: "1",
    });
    expect(document.tables).toHaveLength(5);
    expect(document.claims).toHaveLength(15 + 8);
    const [, table2] = document.tables;
    const brands = table2.rows.find(({ name }: { name: string }) => name === "ownBrands");
    expect(brands.cells.offshoring.published).toEqual({
      value: (100 * 43) / 69,
      percent: 62.3,
      count: 43,
      base: 69,
    });
    expect(brands.test.published.pValue).toBeCloseTo(0.004, 4);
    expect(brands.test.published.pValueYates).toBeCloseTo(0.0062, 4);
    expect(brands.test.other.surveys).toBeLessThanOrEqual(2);
  });

  it("prints a row a cell for programs", async () => {
    const { stdout } = await cli.run(...tiny, "--format", "csv");
    const [header = "", ...rows] = stdout.trimEnd().split("\n");
    const names = header.split(",");
    expect(names.slice(0, 6)).toEqual(["table", "variable", "category", "group", "origin", "published"]);
    const cells = rows.map((row) => row.split(","));
    for (const row of cells) expect(row).toHaveLength(names.length);
    const value = (name: string, row: readonly string[] | undefined) => row?.[names.indexOf(name)];
    const brands = cells.find((row) => row[1] === "ownBrands" && row[3] === "offshoring");
    expect(value("publishedCount", brands)).toBe("43");
    expect(value("publishedBase", brands)).toBe("69");
    expect(Number(value("intervalLow", brands))).toBeCloseTo(49.83, 1);
    expect(value("surveys", brands)).toBe("2");
    // 21 rows of one column and 6 + 15 + 20 more; 22 and 15 rows of three.
    expect(new Set(cells.map((row) => row[0])).size).toBe(5);
  });

  it("is LaTeX and HTML in which every row has as many cells, and a file where one is named", async () => {
    const path = join(cli.folder, "survey.html");
    const { code, stdout } = await cli.run(...tiny, "--out", path);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    const html = readFileSync(path, "utf8");
    expect(html).toMatch(/^<!DOCTYPE html>/);
    const tables = [...html.matchAll(/<table>(.*?)<\/table>/gs)].map(([, table = ""]) => table);
    expect(tables).toHaveLength(6);
    for (const table of tables) {
      const [head = 0, ...rows] = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(
        ([, row = ""]) => [...row.matchAll(/<t[dh]/g)].length,
      );
      expect(new Set(rows)).toEqual(new Set([head]));
    }
    const { stdout: latex } = await cli.run(...tiny, "--format", "latex");
    expect(latex.match(/\\begin\{tabular\}/g)).toHaveLength(6);
    expect(latex).toContain("Needs \\usepackage{booktabs,array}");
    expect(latex).not.toMatch(/[≠†χ√≤±]/);
  });

  it("has one survey without a spread where one history is asked for", async () => {
    const { code, stdout } = await cli.run("replicate", "bettiol-2017", "--scale", "0.1", "--seeds", "1");
    expect(code).toBe(0);
    expect(stdout).toContain("One survey of one history.");
    expect(stdout).not.toMatch(/\[\d/);
  });

  it("has no regression, and says so", async () => {
    const { code, stderr } = await cli.run("replicate", "bettiol-2017", "--models", "C");
    expect(code).toBe(2);
    expect(stderr).toContain("bettiol-2017 has no regression");
  });
});
