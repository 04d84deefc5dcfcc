import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../../commandLine.ts";

const design = {
  aim: "To be reported",
  dataGenerating: { name: "w", scenario: "canello-2022/return", set: { firms: 200, recordedYears: 4 } },
  methods: ["canello-2022/cox-exact"],
  performance: ["bias", "coverage", "rejection"],
  replications: 6,
  seed: "2026",
};

let bandwagon: ReturnType<typeof buildCommandLine>;
const inFolder = (...names: string[]) => join(bandwagon.folder, ...names);
const report = (...args: string[]) => bandwagon.run("study", "report", ...args);

beforeAll(async () => {
  bandwagon = buildCommandLine();
  writeFileSync(inFolder("design.json"), JSON.stringify(design));
  await bandwagon.run("study", "run", inFolder("design.json"), "--out", inFolder("s"), "--workers", "1");
});
afterAll(() => bandwagon.remove());

describe("bandwagon study report", () => {
  it("writes one page into the folder of the study, with the data of each figure beside it", async () => {
    const { code, stdout } = await report(inFolder("s"));
    expect([code, stdout]).toEqual([0, `${inFolder("s", "report.html")}\n`]);
    const page = readFileSync(inFolder("s", "report.html"), "utf8");
    const linked = [...page.matchAll(/href="report\.data\/([^"]+)"/g)].map(([, name]) => name);
    expect(linked.length).toBeGreaterThan(3);
    expect(readdirSync(inFolder("s", "report.data")).sort()).toEqual([...linked].sort());
    const [header, first] = readFileSync(
      inFolder("s", "report.data", "estimates-pair-cox.csv"),
      "utf8",
    ).split("\n");
    expect(header.trim()).toBe("estimand,cell,cellLabel,method,replication,truth,estimate");
    expect(first).toMatch(/^\w+,0,w,canello-2022\/cox-exact,\d+,/);
  });

  it("writes the same bytes wherever the folder is and whatever is written already", async () => {
    await report(inFolder("s"), "--out", inFolder("elsewhere", "r.html"));
    const page = readFileSync(inFolder("s", "report.html"), "utf8");
    expect(readFileSync(inFolder("elsewhere", "r.html"), "utf8")).toBe(
      page.replaceAll("report.data/", "r.data/"),
    );
    for (const name of readdirSync(inFolder("s", "report.data"))) {
      expect(readFileSync(inFolder("elsewhere", "r.data", name))).toEqual(
        readFileSync(inFolder("s", "report.data", name)),
      );
    }
  });

  it.each([
    ["md", "report.md"],
    ["latex", "report.tex"],
  ])("--format %s writes tables into %s", async (format, name) => {
    const { code } = await report(inFolder("s"), "--format", format);
    expect(code).toBe(0);
    expect(readFileSync(inFolder("s", name), "utf8")).toContain("Performance in tables");
  });

  it("reports a study that was stopped", async () => {
    const out = inFolder("part");
    await bandwagon.run(
      "study",
      "run",
      inFolder("design.json"),
      "--out",
      out,
      "--shard",
      "1/2",
      "--workers",
      "1",
    );
    const { code } = await report(out);
    expect(code).toBe(0);
    expect(readFileSync(join(out, "report.html"), "utf8")).toContain("3 of 6 replications are there");
  });

  it("says why each cell of a study that stops by a rule has its replications", async () => {
    const until = { mcse: { coverage: 0.5 }, minimum: 2, every: 2 };
    writeFileSync(inFolder("until.json"), JSON.stringify({ ...design, until }));
    await bandwagon.run("study", "run", inFolder("until.json"), "--out", inFolder("until"), "--workers", "1");
    await report(inFolder("until"), "--format", "md");
    const text = readFileSync(inFolder("until", "report.md"), "utf8");
    expect(text).toContain("2 replications are there, as many as the rule of the design asked for.");
    expect(text).toContain("| w | errors at their targets |");
  });

  it("refuses a folder that is no study, one without a replication, and the ending of another format", async () => {
    mkdirSync(inFolder("none"));
    const none = await report(inFolder("none"));
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("a folder without design.json")]);

    await report(inFolder("part"), "--out", inFolder("x.html"));
    rmSync(inFolder("part", "rows"), { recursive: true });
    const empty = await report(inFolder("part"), "--out", inFolder("empty", "report.html"));
    expect([empty.code, empty.stderr]).toEqual([1, expect.stringContaining("no replication is there yet")]);
    expect(existsSync(inFolder("empty"))).toBe(false);

    const ending = await report(inFolder("s"), "--out", inFolder("report.pdf"));
    expect([ending.code, ending.stderr]).toEqual([2, expect.stringContaining("ends in .html")]);
  });
});
