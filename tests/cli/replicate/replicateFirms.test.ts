import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

let cli: ReturnType<typeof buildCommandLine>;
beforeAll(() => {
  cli = buildCommandLine();
});
afterAll(() => cli.remove());

const tiny = ["replicate", "canello-pavone", "--scale", "0.05"];

describe("bandwagon replicate canello-pavone", () => {
  it("prints its three tables, ours beside theirs, and names what no world has", async () => {
    const { code, stdout } = await cli.run(...tiny);
    expect(code).toBe(0);
    expect(stdout).toContain("clothing.captiveOffshoring");
    expect(stdout).toMatch(/^activityDuration† +paper +3\.02 +3\.86 +2\.81 +4\.11/m);
    expect(stdout).toMatch(/^yLag +2\.531\*\*\* +\d\.\d{3}\*/m);
    // No errors are printed in Table 3: none below its hazard ratios, and no verdict.
    expect(stdout).toMatch(/^profits +0\.643\*\*\* +\d\.\d{3}\*{0,3} *\n +\(\d\.\d{3}\)/m);
    expect(stdout).not.toContain("NaN");
    expect(stdout).toContain("Not compared: Extension of the market served");
    expect(stdout).not.toContain("rules that count producers");
  });

  it("has all formats, and each model by the number of its table", async () => {
    const probit = [...tiny, "--models", "2.main"];
    const json = await cli.run(...probit, "--format", "json");
    expect(
      JSON.parse(json.stdout).models.map((model: { specification: string }) => model.specification),
    ).toEqual(["canello-pavone/probit"]);
    const csv = (await cli.run(...tiny, "--format", "csv")).stdout.split("\n");
    expect(csv.filter((row) => row.startsWith("canello-pavone-table3,"))).toHaveLength(9 + 4);
    expect(
      csv.find((row) =>
        row.startsWith("canello-pavone-table1,clothing.offshoreOutsourcing,activityDuration,"),
      ),
    ).toMatch(/,3\.02,,,,\d\.\d+,/);
    expect((await cli.run(...tiny, "--format", "latex")).stdout).toContain("\\begin{tabular}");
    expect((await cli.run(...tiny, "--format", "html")).stdout).toContain(
      "Offshore outsourcers in the province",
    );
  });
});
