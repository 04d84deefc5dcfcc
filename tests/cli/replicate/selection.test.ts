import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

let cli: ReturnType<typeof buildCommandLine>;
beforeAll(() => {
  cli = buildCommandLine();
});
afterAll(() => cli.remove());

const check = ["replicate", "canello-2022", "--scale", "0.05", "--models", "III,selection"];

describe("the two-stage check of Canello (2022)", () => {
  it("stands below Table 3 with both equations, the correlation and its bound, and what the paper says", async () => {
    const { code, stdout, stderr } = await cli.run(...check);
    expect(code).toBe(0);
    const lines = stdout.split("\n");
    const table3 = lines.findIndex((line) => line.startsWith("Table 3."));
    const heading = lines.findIndex((line) => line.startsWith("Selection and duration in two stages"));
    expect(heading).toBeGreaterThan(table3);
    expect(table3).toBeGreaterThan(0);
    expect(stdout).toContain("said to confirm Table 3,\nnot reported");
    expect(stdout).toMatch(/starting ours +III paper +III ours +III two-stage +III time ratio/);
    expect(stdout).toMatch(/^msePeersSameDestinationBeforeEntry +0\.751\*\*\* /m);
    expect(stdout).toMatch(/Correlation of starting with staying: -?0\.\d+ .*at most ±0\.25/);
    expect(stdout).toMatch(/Log-likelihood -\d+\.\d+, of the two equations apart -\d+\.\d+/);
    expect(stderr).toContain("3/3 steps");
  });

  it("stands alone where nothing else is asked for, and then has no Cox model of ours beside it", async () => {
    const { stdout } = await cli.run(...check.slice(0, 4), "--models", "selection");
    expect(stdout).toMatch(/starting ours +III paper +III two-stage +III time ratio/);
    expect(stdout).not.toContain("Table 3. ");
  });

  it("is in JSON, CSV, LaTeX and HTML as well, every row as wide as its table", async () => {
    const { stdout: json } = await cli.run(...check, "--format", "json");
    const { selection } = JSON.parse(json);
    expect(selection.correlation.bound).toBe(0.25);
    expect(selection.staying).toHaveLength(8);

    const { stdout: csv } = await cli.run(...check, "--format", "csv");
    expect(csv.split("\n").filter((row) => row.startsWith("selection,starting,"))).toHaveLength(
      selection.starting.length,
    );
    expect(csv).toMatch(
      /^selection,staying,msePeersSameDestinationBeforeEntry,-0\.2863,0\.751,0\.082,\*\*\*,/m,
    );

    const { stdout: html } = await cli.run(...check, "--format", "html");
    expect(html).toContain('<th scope="colgroup" colspan="4">III</th>');
    const table = html.slice(html.indexOf("<caption>Selection"));
    for (const [, row = ""] of table.matchAll(/<tr class="error">(.*?)<\/tr>/g)) {
      expect([...row.matchAll(/<td/g)]).toHaveLength(5);
    }

    const { stdout: latex } = await cli.run(...check, "--format", "latex");
    const part = latex.slice(latex.indexOf("\\caption{Selection"));
    expect(part).toContain("\\multicolumn{4}{c}{III}");
    const rows = part.split("\n").filter((line) => line.endsWith(" \\\\") && !line.includes("multicolumn"));
    for (const row of rows) expect(row.split(" & ")).toHaveLength(6);
  });
});
