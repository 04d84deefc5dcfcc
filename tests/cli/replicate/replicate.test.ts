import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

let cli: ReturnType<typeof buildCommandLine>;
beforeAll(() => {
  cli = buildCommandLine();
});
afterAll(() => cli.remove());

const tiny = ["replicate", "canello-2022", "--scale", "0.03", "--models", "C,IV"];

/** Six digits: what a change of the optimiser's path may move is beyond them. */
function rounded(document: string): string {
  const value: unknown = JSON.parse(document, (_, each: unknown) =>
    typeof each === "number" ? Number(each.toPrecision(6)) : each,
  );
  return `${JSON.stringify(value, null, 2)}\n`;
}

describe("bandwagon replicate canello-2022", () => {
  it("prints each table in the paper's layout, ours beside theirs, and what the marks mean", async () => {
    const { code, stdout, stderr } = await cli.run(...tiny);
    expect(code).toBe(0);
    const lines = stdout.split("\n");
    const heading = lines.findIndex((line) => /C paper\s+C ours/.test(line));
    expect(lines.slice(heading).find((line) => line.startsWith("yLag"))).toMatch(
      /^yLag +2\.335\*\*\* +\d\.\d{3}\*/,
    );
    expect(stdout).toMatch(/IV paper +IV ours/);
    expect(stdout).toMatch(/^observations +381,632 {3}† +\d/m);
    expect(stdout).toContain("≠ ours differs from theirs by more than sampling error");
    expect(stdout).toContain("† canello2022-table2 n1: 63,608 x 6");
    // Notes on cells that are not printed here.
    expect(stdout).not.toContain("canello2022-table4");
    expect(stderr).toContain("3/3 steps · 0 failed");
  });

  // `npx vitest run tests/cli/replicate --update` writes it anew, for a change that is meant.
  it("prints one JSON document, the same for the same seed", async () => {
    const { code, stdout } = await cli.run(...tiny, "--format", "json");
    expect(code).toBe(0);
    await expect(rounded(stdout)).toMatchFileSnapshot("../../golden/replicate/canello-2022.json");
  });

  it("writes a file, in the format of its name, and prints nothing", async () => {
    const path = join(cli.folder, "replication.json");
    const { code, stdout } = await cli.run(...tiny, "--out", path, "--seed", "2");
    expect(code).toBe(0);
    expect(stdout).toBe("");
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({
      paper: "canello-2022",
      firms: 597,
      seed: "2",
    });
  });

  it("prints a row a number for programs: coefficients, then what stands below them", async () => {
    const { stdout } = await cli.run(...tiny, "--format", "csv");
    const [header, ...rows] = stdout.trimEnd().split("\n");
    expect(header).toMatch(/^table,model,variable,publishedEstimate,/);
    expect(rows).toHaveLength(19 + 5 + 12 + 4);
    expect(rows[0]).toMatch(/^canello2022-table2,C,yLag,2\.335,,0\.055,\*\*\*,/);
    expect(rows[19]).toMatch(/^canello2022-table2,C,observations,381632,,,,\d+,.*,n1$/);
    const named = rows.map((row) => row.split(",").slice(1, 3).join(" "));
    expect([...named.slice(19, 24), ...named.slice(36)]).toEqual([
      ...["observations", "predictedRows", "groups", "logLikelihood", "sigma"].map((name) => `C ${name}`),
      ...["observations", "predictedRows", "events", "logLikelihood"].map((name) => `IV ${name}`),
    ]);
  });

  it("is LaTeX and HTML in which every row has as many cells", async () => {
    const { stdout: html } = await cli.run(...tiny, "--format", "html");
    expect(html).toMatch(/^<!DOCTYPE html>/);
    expect(html).toContain("<td>2.335<sup>***</sup></td>");
    expect(html).toMatch(/<td>381,632†<\/td>/);
    const errors = [...html.matchAll(/<tr class="error">(.*?)<\/tr>/g)].map(([, row]) => row ?? "");
    expect(errors).toHaveLength(19 + 12);
    for (const row of errors) expect([...row.matchAll(/<td/g)]).toHaveLength(2);

    const { stdout: latex } = await cli.run(...tiny, "--format", "latex");
    const rows = latex.split("\n").filter((line) => line.endsWith(" \\\\"));
    expect(rows.length).toBeGreaterThan(60);
    for (const row of rows.filter((row) => !row.includes("multicolumn"))) {
      expect(row.split(" & ")).toHaveLength(3);
    }
    expect(latex).toContain(" & 2.335$^{***}$ & ");
    expect(latex).not.toMatch(/[≠†]/);
  });

  it("fails where no model can be fitted", async () => {
    const { code, stdout, stderr } = await cli.run(
      "replicate",
      "canello-2022",
      "--scale",
      "0.0001",
      "--models",
      "C",
    );
    expect(code).toBe(1);
    expect(stdout).toContain("the outcome is 0 in every row");
    expect(stderr).toContain("error: no model could be fitted");
  });
});

describe("papers without regressions", () => {
  it("have targets and propositions, each with what was found and whether it holds", async () => {
    const { code, stdout, stderr } = await cli.run(
      "replicate",
      "freeman-2007",
      "--scale",
      "0.05",
      "--format",
      "csv",
    );
    expect(code).toBe(0);
    const [header, ...rows] = stdout.trimEnd().split("\n");
    expect(header).toBe("of,measure,world,expected,found,difference,error,histories,holds");
    expect(rows.map((row) => row.split(",")[0])).toEqual([
      "target",
      "target",
      "E-P1",
      "E-P2",
      "E-P3",
      "E-P4",
      "E-P5",
      "E-P5",
      "E-P6",
    ]);
    for (const row of rows) expect(row).toMatch(/,(yes|no)$/);
    expect(stderr).toContain("150/150 histories");
  });

  it("or orders, each with the share of seeds in which it held", async () => {
    const { code, stdout } = await cli.run("replicate", "gancarczyk-2017", "--scale", "0.2");
    expect(code).toBe(0);
    expect(stdout).toMatch(/of +quantity +order +means +share of seeds/);
    expect(stdout).toMatch(/P1a +core +selective > replicative +[\d.]+, [\d.]+ +1 /);
  });
});

describe("what is refused", () => {
  it.each([
    [["canello"], "a paper: canello-2022, "],
    [["canello-2022", "--models", "C,Q"], "error: --models"],
    [["freeman-2007", "--models", "C"], "freeman-2007 has no regression"],
    [["gancarczyk-2017", "--seed", "x"], "a whole number from 1 to 999999999"],
    [["canello-2022", "--seed", "x", "--seeds", "2"], "a whole number from 1 to 999999999"],
    [["canello-2022", "--seeds", "0"], "a whole number from 1 to 1000"],
    [["canello-2022", "--models", "two-stage"], "4.I, selection; without the number"],
    [["freeman-2007", "--models", "selection"], "freeman-2007 has no regression"],
    [["canello-2022", "--models", "C,,Q"], "names with a comma between them"],
    [["canello-2022", "--scale", "0"], "a number above 0 and at most 1"],
    [["canello-2022", "--out", "tables.docx"], "ends in .txt, .json, .csv, .tex, .html"],
  ])("%j", async (args, message) => {
    const { code, stdout, stderr } = await cli.run("replicate", ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});
