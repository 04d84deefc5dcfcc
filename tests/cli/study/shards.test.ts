import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

const design = {
  aim: "To be shared out",
  dataGenerating: { name: "w", scenario: "canello-2022/return", set: { firms: 200, recordedYears: 4 } },
  methods: ["canello-2022/cox-exact"],
  performance: ["bias"],
  replications: 7,
  seed: "2026",
};
const FILES = ["design.json", "replications.csv", "replications.parquet", "summary.json"];

let bandwagon: ReturnType<typeof buildCommandLine>;
let file: string;
const inFolder = (...names: string[]) => join(bandwagon.folder, ...names);
const study = (...words: string[]) => bandwagon.run("study", ...words);
const bytes = (out: string) => FILES.map((name) => readFileSync(inFolder(out, name)).toString("base64"));

beforeAll(async () => {
  bandwagon = buildCommandLine();
  file = inFolder("study.json");
  writeFileSync(file, JSON.stringify(design));
  await study("run", file, "--out", inFolder("whole"));
});
afterAll(() => bandwagon.remove());

describe("shards", () => {
  it("may run at the same time, some of them twice, and merge into the bytes of one run", async () => {
    const out = inFolder("shards");
    const shard = (i: number) => study("run", file, "--out", out, "--shard", `${i}/3`);
    const ended = await Promise.all([shard(1), shard(2), shard(2)]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(existsSync(join(out, "summary.json"))).toBe(false);
    const early = await study("merge", out);
    expect(early.code).toBe(1);
    expect(early.stderr).toContain(`error: ${out}: 2 of 7 replications are missing: w 3; w 6\n`);
    const status = await study("status", out, "--format", "json");
    expect(JSON.parse(status.stdout)).toMatchObject({ total: 7, done: 5, cells: [{ cell: "w", done: 5 }] });
    expect((await shard(3)).code).toBe(0);
    expect((await study("status", out)).stdout).toContain("7 of 7 replications are there\n");
    expect(await study("merge", out)).toMatchObject({ code: 0 });
    expect(bytes("shards")).toEqual(bytes("whole"));
    expect(readdirSync(out).sort()).toEqual([...FILES, "rows"].sort());
  });

  it("are refused where they do not fit", async () => {
    for (const wrong of ["0/3", "4/3", "1", "a/b"]) {
      const { code, stderr } = await study("run", file, "--out", inFolder("x"), "--shard", wrong);
      expect(code).toBe(2);
      expect(stderr).toContain("Expected i/n with i from 1 to n");
    }
    const { code, stderr } = await study("run", file, "--shard", "1/2");
    expect(code).toBe(2);
    expect(stderr).toContain("needs --out <folder>");
  });

  it("of a plan run by its number, and a folder without a study is named", async () => {
    const out = inFolder("planned");
    const submitted = await study(
      "submit",
      file,
      "--out",
      out,
      "--shards",
      "2",
      "--dry-run",
      "--",
      "-p",
      "long",
    );
    expect(submitted).toMatchObject({ code: 0, stdout: "" });
    expect(submitted.stderr).toContain("attempt 1: 7 replications in 2 shards\n");
    expect(submitted.stderr).toContain("dry run: nothing was handed in\n");
    const script = readFileSync(join(out, "jobs", "attempt-1.shards.sh"), "utf8");
    expect(script).toContain("#SBATCH --array=1-2\n");
    expect(script).toContain("#SBATCH -p long\n");
    expect(script).toMatch(
      /\nexec \S+ \S+cli\.js study shard \S+planned --attempt 1 --shard "\$SLURM_ARRAY_TASK_ID" /,
    );
    for (const number of ["1", "2"]) {
      const task = ["--attempt", "1", "--shard", number, "--task", `j${number}.r0`];
      expect(await study("shard", out, ...task)).toMatchObject({ code: 0 });
    }
    expect(readdirSync(join(out, "rows")).sort()).toEqual(["a1.s1.j1.r0.jsonl", "a1.s2.j2.r0.jsonl"]);
    expect(await study("merge", out)).toMatchObject({ code: 0 });
    expect(bytes("planned")).toEqual(bytes("whole"));

    for (const command of [
      ["status"],
      ["merge"],
      ["cancel"],
      ["resume"],
      ["replay", "--cell", "0", "--replication", "1"],
    ]) {
      const { code, stderr } = await study(...command, inFolder("nowhere"));
      expect(code, command[0]).toBe(2);
      expect(stderr).toContain("found     no such folder\n");
    }
    mkdirSync(inFolder("empty"));
    expect((await study("merge", inFolder("empty"))).stderr).toContain("a folder without design.json");
  });
});

describe("a replication that is replayed", () => {
  it("has the rows in the folder, and a panel that can be written", async () => {
    const panel = inFolder("panel.csv");
    const request = [inFolder("whole"), "--cell", "0", "--replication", "3", "--out", panel];
    const { code, stdout, stderr } = await study("replay", ...request, "--format", "json");
    expect(code).toBe(0);
    const found = JSON.parse(stdout);
    expect(found).toMatchObject({
      cell: "w",
      asInFolder: true,
      key: { seed: "2026", condition: "w", replication: 3 },
    });
    expect(found.rows[0]).toMatchObject({ replication: 3, method: "canello-2022/cox-exact" });
    expect(stderr).toContain(`file: ${panel}\n`);
    expect(readFileSync(panel, "utf8").split("\n")).toHaveLength(200 * 4 * 3 + 2);
  });

  it("need not be in the folder; a cell must be in the study", async () => {
    const later = await study("replay", inFolder("whole"), "--cell", "0", "--replication", "8");
    expect(later).toMatchObject({ code: 0 });
    expect(later.stderr).toContain("the folder does not hold this replication yet\n");
    const { code, stderr } = await study("replay", inFolder("whole"), "--cell", "1", "--replication", "1");
    expect(code).toBe(2);
    expect(stderr).toContain("found     1\n  expected  a cell of the study: 0 (w)\n");
  });
});
