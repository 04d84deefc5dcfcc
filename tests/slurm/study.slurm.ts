import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../cli/commandLine.ts";
import { type LocalSlurm, startLocalSlurm } from "./localSlurm.ts";

const cluster = startLocalSlurm();
if (typeof cluster === "string") console.warn(`no study was run on a cluster: ${cluster}`);

const design = {
  aim: "To be run on a cluster that fails",
  dataGenerating: {
    name: "w",
    scenario: "canello-2022/return",
    set: { firms: 4000, recordedYears: 6 },
    vary: { base: [-2.2, -2.4] },
  },
  methods: ["canello-2022/cox-exact"],
  performance: ["bias", "coverage"],
  replications: 60,
  seed: "2026",
};
const FILES = ["design.json", "replications.csv", "replications.parquet", "summary.json"];

describe.skipIf(typeof cluster === "string")("a study on Slurm", () => {
  const slurm = cluster as LocalSlurm;
  let bandwagon: ReturnType<typeof buildCommandLine>;
  let file: string;
  const inFolder = (...names: string[]) => join(bandwagon.folder, ...names);
  const study = (...words: string[]) => bandwagon.run("study", ...words);
  const submit = (out: string, shards: number) =>
    study("submit", file, "--out", inFolder(out), "--shards", String(shards), "--", "--mem-per-cpu=400M");
  const bytes = (out: string) => FILES.map((name) => readFileSync(inFolder(out, name)).toString("base64"));
  const done = async (out: string): Promise<number> =>
    JSON.parse((await study("status", inFolder(out), "--format", "json")).stdout).done;
  async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
    for (let second = 0; second < 240; second++) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    throw new Error(`waited in vain: ${what}`);
  }
  const merged = (out: string) => () => existsSync(inFolder(out, "summary.json"));
  const logOf = (out: string) =>
    readdirSync(inFolder(out, "log"))
      .map((name) => readFileSync(inFolder(out, "log", name), "utf8"))
      .join("\n");

  beforeAll(async () => {
    bandwagon = buildCommandLine();
    file = inFolder("study.json");
    writeFileSync(file, JSON.stringify(design));
    mkdirSync(inFolder("whole"));
    expect(await study("run", file, "--out", inFolder("whole"))).toMatchObject({ code: 0 });
  });
  afterAll(() => {
    slurm.stop();
    bandwagon?.remove();
  });

  it("ends in the bytes of a single process, with the merge after the shards", async () => {
    const { code, stdout, stderr } = await submit("cluster", 4);
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^jobs \d+, merge \d+\n$/);
    expect(stderr).toContain("attempt 1: 120 replications in 4 shards\n");
    await until("the merge", merged("cluster"));
    expect(bytes("cluster")).toEqual(bytes("whole"));
    expect(logOf("cluster")).toContain("shard 4 of 4: 30 replications, 0 of them there already");
    const again = await study("resume", inFolder("cluster"));
    expect(again).toMatchObject({ code: 0, stdout: "" });
    expect(again.stderr).toContain("nothing is missing");
  });

  it("survives a node that crashes in the middle", async () => {
    await submit("crash", 4);
    await until("replications on both nodes", async () => (await done("crash")) >= 4);
    slurm.crash("n1");
    await until("the merge", merged("crash"));
    slurm.repair();
    expect(bytes("crash")).toEqual(bytes("whole"));
    // The task that ran there was begun again.
    const begun = logOf("crash").match(/^shard \d of 4: /gm) ?? [];
    expect(begun.length).toBeGreaterThan(4);
  });

  it("that is cancelled says what is missing, and can be resumed in more shards", async () => {
    await submit("cancelled", 3);
    await until("some replications", async () => (await done("cancelled")) >= 3);
    expect(await study("cancel", inFolder("cancelled"))).toMatchObject({ code: 0 });
    let kept = -1;
    await until("the end of the jobs", async () => {
      const before = kept;
      kept = await done("cancelled");
      return kept === before;
    });
    expect(kept).toBeLessThan(120);
    const merge = await study("merge", inFolder("cancelled"));
    expect(merge.code).toBe(1);
    expect(merge.stderr).toContain(`${120 - kept} of 120 replications are missing: w {base=-2.`);
    const { code, stderr } = await study(
      "resume",
      inFolder("cancelled"),
      "--shards",
      "6",
      "--",
      "--mem-per-cpu=400M",
    );
    expect(code).toBe(0);
    expect(stderr).toContain(`attempt 2: ${120 - kept} replications in ${Math.min(6, 120 - kept)} shards\n`);
    await until("the merge", merged("cancelled"));
    expect(bytes("cancelled")).toEqual(bytes("whole"));
  });
});
