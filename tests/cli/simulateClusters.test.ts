import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clusterPanelBytes, refuseLargeClusters } from "../../cli/clusterMemory.ts";
import { resolveClusterScenario } from "../../scenarios/clusters/index.ts";
import { clusterSummary, simulateClusters } from "../../sim/index.ts";
import { buildCommandLine } from "./commandLine.ts";

let bandwagon: ReturnType<typeof buildCommandLine>;
const inFolder = (...names: string[]) => join(bandwagon.folder, ...names);
const small = ["simulate", "gancarczyk-2017", "--set", "clusters=2", "--set", "years=5"];
const set = { clusters: 2, years: 5 };

beforeAll(() => {
  bandwagon = buildCommandLine();
});
afterAll(() => bandwagon.remove());

describe("bandwagon simulate of a world of clusters", () => {
  it("writes the panel with its codebook, one row a firm and year, and says what happened", async () => {
    const panel = inFolder("made", "clusters.csv");
    const { code, stdout, stderr } = await bandwagon.run(...small, "--out", panel);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(readdirSync(inFolder("made")).sort()).toEqual([
      "clusters.codebook.csv",
      "clusters.codebook.md",
      "clusters.csv",
    ]);
    const [header = "", ...rows] = readFileSync(panel, "utf8").trimEnd().split("\n");
    expect(rows).toHaveLength(2 * 60 * 5);
    const codebook = readFileSync(inFolder("made", "clusters.codebook.csv"), "utf8");
    for (const column of header.split(",")) expect(codebook).toContain(`\n${column},`);
    expect(stdout).toContain("600 rows, 27 columns: 120 firms in 2 clusters over 5 years");
    expect(stdout).toMatch(
      /^employees in the clusters +[\d,]+ after the first year, [\d,]+ after the last$/m,
    );
    expect(stdout).toContain(panel);
  });

  it("writes Parquet where the name says so, the same bytes each time, others for another seed", async () => {
    const bytes = async (name: string, ...flags: string[]) => {
      await bandwagon.run(...small, "--out", inFolder(name), ...flags);
      return readFileSync(inFolder(name));
    };
    const first = await bytes("a.parquet");
    expect(first.subarray(0, 4).toString()).toBe("PAR1");
    expect((await bytes("b.parquet")).equals(first)).toBe(true);
    expect((await bytes("c.parquet", "--seed", "2")).equals(first)).toBe(false);
  });

  it("prints one JSON document with what the simulator gives", async () => {
    const { stdout } = await bandwagon.run(...small, "--seed", "7", "--format", "json");
    const key = { seed: "7", condition: "gancarczyk-2017", replication: 1 };
    const history = simulateClusters(resolveClusterScenario("gancarczyk-2017", set), key);
    expect(JSON.parse(stdout)).toEqual({
      scenario: "gancarczyk-2017",
      set,
      key,
      rows: history.rows,
      columns: history.columns.length,
      summary: clusterSummary(history),
      files: [],
    });
  });

  it.each([
    [["--set", "clustres=2"], 'did you mean "clusters"?'],
    [["--set", "years=0"], "error: --set years"],
    [["--counterfactual"], "with --set clusterImitation=0"],
    [["--out", "clusters.xlsx"], "ends in .csv or .parquet"],
    [
      ["--set", "clusters=10000", "--set", "firmsPerCluster=10000", "--set", "years=200"],
      "clusters of these firms and years",
    ],
  ])("refuses %j", async (flags, message) => {
    const { code, stdout, stderr } = await bandwagon.run("simulate", "gancarczyk-2017", ...flags);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("ends at Ctrl-C without a file", async () => {
    const folder = inFolder("stopped");
    const { child, ended } = bandwagon.start(
      ...["simulate", "gancarczyk-2017", "--set", "clusters=300", "--set", "years=200"],
      ...["--out", join(folder, "clusters.csv")],
    );
    // The folder is there once the work begins, and gone with it.
    const looking = setInterval(() => existsSync(folder) && child.kill("SIGINT"), 20);
    const { code } = await ended;
    clearInterval(looking);
    expect(code).toBe(130);
    expect(existsSync(folder)).toBe(false);
  });
});

describe("the memory of a panel of clusters", () => {
  it("is that of its columns", () => {
    const scenario = resolveClusterScenario("gancarczyk-2017", set);
    const { columns } = simulateClusters(scenario, { seed: "1", condition: "a", replication: 1 });
    const held = columns.reduce((sum, { values }) => sum + values.byteLength, 0);
    expect(clusterPanelBytes(scenario)).toBe(held);
    expect(() => refuseLargeClusters(scenario, "SCENARIO", held)).not.toThrow();
    expect(() => refuseLargeClusters(scenario, "SCENARIO", held - 1)).toThrow("at most 1 clusters");
  });
});

describe("worlds of clusters elsewhere", () => {
  it("are listed beside the others, and printed with every parameter", async () => {
    const { stdout: list } = await bandwagon.run("scenarios", "--format", "json");
    expect(JSON.parse(list).map(({ name }: { name: string }) => name)).toContain("gancarczyk-2017/imitation");
    const { stdout } = await bandwagon.run("scenarios", "gancarczyk-2017/imitation");
    expect(stdout).toContain("clusterImitation = 0.8 (default 0)");
  });

  it("are refused by a study, which says what can be done with them", async () => {
    const design = inFolder("design.json");
    writeFileSync(
      design,
      JSON.stringify({
        aim: "a",
        dataGenerating: { scenario: "gancarczyk-2017" },
        methods: ["canello-2022/A"],
        estimands: ["yLag"],
        performance: ["bias"],
        replications: 1,
        seed: "1",
      }),
    );
    const { code, stderr } = await bandwagon.run("study", "run", design);
    expect(code).toBe(2);
    expect(stderr).toContain("a world of clusters, which has no pairs of firm and destination");
    expect(stderr).toContain("bandwagon simulate gancarczyk-2017");
  });

  it("are recognised when misspelt", async () => {
    const { code, stderr } = await bandwagon.run("simulate", "gancarczik-2017");
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean "gancarczyk-2017"?');
  });
});
