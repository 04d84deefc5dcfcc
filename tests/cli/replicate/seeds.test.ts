import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

let cli: ReturnType<typeof buildCommandLine>;
beforeAll(() => {
  cli = buildCommandLine();
});
afterAll(() => cli.remove());

const tiny = ["replicate", "canello-2022", "--scale", "0.03", "--models", "C,III,selection"];

describe("bandwagon replicate --seeds", () => {
  it("has the mean and the spread of what each seed gives alone, and in how many it differs", async () => {
    const { code, stdout, stderr } = await cli.run(
      ...tiny,
      "--seed",
      "5",
      "--seeds",
      "3",
      "--format",
      "json",
    );
    expect(code).toBe(0);
    expect(stderr).toContain("12/12 steps");
    const spread = JSON.parse(stdout);
    expect(spread).toMatchObject({ kind: "spread", seeds: ["5", "6", "7"], firms: 597 });
    const [c] = spread.models;
    const peers = c.terms.find(
      ({ variable }: { variable: string }) => variable === "msePeersSameDestination",
    );
    const alone = await Promise.all(
      ["5", "6", "7"].map(async (seed) => {
        const { stdout } = await cli.run(...tiny, "--seed", seed, "--format", "json");
        const found = JSON.parse(stdout).models[0].terms.find(
          ({ variable }: { variable: string }) => variable === "msePeersSameDestination",
        );
        return { estimate: found.ours.estimate, differs: found.differs };
      }),
    );
    expect(peers.estimates).toEqual(alone.map(({ estimate }) => estimate));
    expect(peers.mean).toBeCloseTo(
      alone.reduce((sum, { estimate }) => sum + estimate / 3, 0),
      12,
    );
    expect(peers.differing).toEqual({ histories: alone.filter(({ differs }) => differs).length, of: 3 });
    expect(spread.selection.correlation.estimates).toHaveLength(3);
  });

  it("prints theirs beside the mean, the deviation and the count, in each format", async () => {
    const several = [...tiny, "--seeds", "3"];
    const { stdout } = await cli.run(...several);
    expect(stdout).toMatch(/C paper +C mean \[sd\] +C differ/);
    expect(stdout).toMatch(/^yLag +2\.335\*\*\* +\d\.\d{3} .*[0-3]\/3/m);
    expect(stdout).toContain("3 histories, seeds 1 to 3");
    expect(stdout).toMatch(/Correlation of starting with staying: -?0\.\d+ on average \[/);

    const { stdout: csv } = await cli.run(...several, "--format", "csv");
    expect(csv).toMatch(/^table,model,variable,publishedEstimate,publishedStdError,mean,sd,meanStdError,/);
    expect(csv.trimEnd().split("\n")).toHaveLength(1 + 19 + 2 + 8 + 2 + 17 + 8);
    expect(csv).toMatch(/^\S+,III,events,,,\d+/m);

    const { stdout: html } = await cli.run(...several, "--format", "html");
    expect(html).toContain('<th scope="colgroup" colspan="3">C</th>');
    const { stdout: latex } = await cli.run(...several, "--format", "latex");
    const rows = latex.split("\n").filter((line) => line.endsWith(" \\\\") && !line.includes("multicolumn"));
    expect(rows.length).toBeGreaterThan(60);
    for (const row of rows) expect(row.split(" & ")).toHaveLength(4);
  });

  it("has Table 1 as means with their deviations below", async () => {
    const { stdout } = await cli.run("replicate", "canello-2022", "--scale", "0.002", "--seeds", "2");
    expect(stdout).toMatch(/paper[^\n]*\n +ours[^\n]*\n +sd /);
    expect(stdout).toContain("Two histories are too few to tell");
    const { stdout: csv } = await cli.run(
      ...["replicate", "canello-2022", "--scale", "0.002", "--seeds", "2", "--format", "csv"],
    );
    expect(csv).toMatch(/^canello2022-table1,2006,mseTotal,19896,,[\d.]+,[\d.]+,,2,,,$/m);
    expect(csv).toMatch(/^canello2022-table1,average,mseTotal,/m);
    expect(csv).toMatch(/^canello2022-table1,2007,exitHazard,0\.\d+,,/m);
  });

  it("ends at Ctrl-C with no file, between two fits of any history", async () => {
    const { child, ended } = cli.start(
      ...tiny.slice(0, 2),
      "--scale",
      "0.1",
      "--seeds",
      "50",
      "--out",
      `${cli.folder}/x.json`,
    );
    child.stderr.once("data", () => child.kill("SIGINT"));
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toContain("no file was written");
  });

  it("of a paper without regressions is the number of its histories, counted from --seed", async () => {
    const orders = ["replicate", "gancarczyk-2017", "--scale", "0.1", "--seeds", "2", "--format", "json"];
    const { stdout: first } = await cli.run(...orders, "--seed", "1");
    const { stdout: same } = await cli.run(...orders);
    const { stdout: other } = await cli.run(...orders, "--seed", "3");
    expect(first).toBe(same);
    expect(JSON.parse(first).orders[0].seeds).toBe(2);
    expect(JSON.parse(other).firstSeed).toBe(3);
    expect(JSON.parse(other).orders).not.toEqual(JSON.parse(first).orders);
    const { stdout: claims } = await cli.run(
      "replicate",
      "freeman-2007",
      "--scale",
      "0.03",
      "--seeds",
      "3",
      "--format",
      "csv",
    );
    expect(claims).toMatch(/^target,reentryRate,.*,3,(yes|no)$/m);
  });
});
