import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

const design = {
  aim: "To stop when it is known well enough",
  dataGenerating: {
    name: "w",
    scenario: "canello-2022/return",
    set: { recordedYears: 4 },
    cells: [{ firms: 300 }, { firms: 200 }],
  },
  methods: ["canello-2022/cox-exact"],
  estimands: ["size", "hazardRatio(size)", "peerEffect"],
  performance: ["bias", "coverage"],
  replications: 60,
  until: { mcse: { coverage: 0.06 }, estimands: ["size"], minimum: 10, every: 10 },
  secondsPerReplication: 60,
  seed: "2026",
};
const FILES = ["design.json", "looks.json", "replications.csv", "replications.parquet", "summary.json"];

let bandwagon: ReturnType<typeof buildCommandLine>;
let file: string;
const inFolder = (...names: string[]) => join(bandwagon.folder, ...names);
function fileWith(name: string, content: object): string {
  const path = inFolder(name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}
const run = (out: string, ...flags: string[]) =>
  bandwagon.run("study", "run", file, "--out", inFolder(out), ...flags);
const bytes = (out: string) => FILES.map((name) => readFileSync(inFolder(out, name)).toString("base64"));
const json = (out: string, name: string) => JSON.parse(readFileSync(inFolder(out, name), "utf8"));
const lines = (out: string) => {
  const folder = inFolder(out, "rows");
  const logs = existsSync(folder) ? readdirSync(folder) : [];
  return logs.flatMap((log) => readFileSync(join(folder, log), "utf8").split("\n").slice(1, -1));
};

beforeAll(async () => {
  bandwagon = buildCommandLine();
  file = fileWith("design.json", design);
  const { code, stdout } = await run("whole", "--workers", "1");
  expect(code).toBe(0);
  expect(stdout).toContain("at most 60 replications a cell");
  expect(stdout).toMatch(/design [0-9a-f]{64}\n/);
  expect(stdout).toContain("Stopped by the rule of the design:");
});
afterAll(() => bandwagon.remove());

describe("a study that stops by its errors", () => {
  it("has each cell's last look in its summary, all looks in looks.json, and no replication beyond", () => {
    const { stopping, design: digest, methods } = json("whole", "summary.json");
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    const looks: { cell: string; replications: number; stop: string | null; errors: { mcse: number }[] }[] =
      json("whole", "looks.json");
    for (const [at, cell] of ["w {firms=300}", "w {firms=200}"].entries()) {
      const ofCell = looks.filter((look) => look.cell === cell);
      expect(ofCell.map(({ replications }) => replications)).toEqual(
        ofCell.map((_, index) => 10 * (index + 1)),
      );
      expect(ofCell.slice(0, -1).every(({ stop }) => stop === null)).toBe(true);
      expect(stopping[at]).toEqual(ofCell.at(-1));
      expect(methods[at].replications).toBe(ofCell.at(-1)?.replications);
      const { stop, errors } = ofCell.at(-1) ?? {};
      expect(stop === "mcse" ? (errors?.[0]?.mcse ?? 1) <= 0.06 : stop === "replications").toBe(true);
    }
    expect(looks.some(({ stop }) => stop === "mcse")).toBe(true);
    const kept = stopping.reduce((sum: number, each: { replications: number }) => sum + each.replications, 0);
    expect(lines("whole")).toHaveLength(kept);
  });

  it("killed on the way goes on, and ends in the same bytes with two workers", async () => {
    const { child, ended } = bandwagon.start(
      "study",
      "run",
      file,
      "--out",
      inFolder("killed"),
      "--workers",
      "2",
    );
    while (lines("killed").length < 15) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill("SIGKILL");
    await ended;
    await run("killed", "--workers", "2");
    expect(bytes("killed")).toEqual(bytes("whole"));
    await run("killed");
    expect(bytes("killed")).toEqual(bytes("whole"));
  });

  it("prints the same summary without a folder", async () => {
    const { stdout } = await bandwagon.run("study", "run", file, "--format", "json");
    expect(JSON.parse(stdout)).toEqual(json("whole", "summary.json"));
  });

  it("is refused in shards, by a plain sentence", async () => {
    const shard = await run("shards", "--shard", "1/2");
    expect(shard).toMatchObject({ code: 2, stdout: "" });
    expect(shard.stderr).toContain("design.json: until\n");
    expect(shard.stderr).toContain("a fixed number of replications in a study that is dealt out in shards");
    const submitted = await bandwagon.run("study", "submit", file, "--out", inFolder("shards"), "--dry-run");
    expect(submitted.code).toBe(2);
    expect(existsSync(inFolder("shards"))).toBe(false);
    expect((await bandwagon.run("study", "merge", inFolder("whole"))).stderr).toContain(
      "design.json: until\n",
    );
  });

  it("stops for time at the first look after it", async () => {
    const short = fileWith("short.json", {
      ...design,
      until: { hours: 1e-9, minimum: 10, every: 10 },
    });
    const { stdout } = await bandwagon.run("study", "run", short, "--format", "json");
    const { stopping } = JSON.parse(stdout);
    expect(stopping).toMatchObject([
      { replications: 10, look: 1, stop: "hours" },
      { replications: 10, look: 1, stop: "hours" },
    ]);
  });
});

it("a replication that takes longer than its limit is a row with the cause", async () => {
  const slow = fileWith("slow.json", {
    ...design,
    until: undefined,
    dataGenerating: { name: "w", scenario: "canello-2022/return", set: { firms: 20_000 } },
    replications: 1,
    secondsPerReplication: 0.001,
  });
  const { code, stdout } = await bandwagon.run("study", "run", slow, "--format", "json");
  expect(code).toBe(1);
  expect(JSON.parse(stdout).methods[0].causes).toEqual([
    {
      status: "time-limit",
      count: 1,
      firstReplication: 1,
      message: "It took longer than 0.001 s, the time limit.",
    },
  ]);
});
