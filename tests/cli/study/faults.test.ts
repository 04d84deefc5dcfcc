import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

const design = {
  aim: "To come through",
  dataGenerating: { name: "w", scenario: "canello-2022/return", set: { firms: 200, recordedYears: 4 } },
  methods: ["canello-2022/cox-exact"],
  performance: ["bias"],
  replications: 6,
  seed: "2026",
};
const FILES = ["design.json", "replications.csv", "replications.parquet", "summary.json"];

let bandwagon: ReturnType<typeof buildCommandLine>;
let file: string;
const inFolder = (...names: string[]) => join(bandwagon.folder, ...names);
const bytes = (out: string) => FILES.map((name) => readFileSync(inFolder(out, name)).toString("base64"));

beforeAll(async () => {
  bandwagon = buildCommandLine();
  file = inFolder("study.json");
  writeFileSync(file, JSON.stringify(design));
  await bandwagon.run("study", "run", file, "--out", inFolder("whole"));
});
afterAll(() => bandwagon.remove());

describe("a study comes to the same bytes", () => {
  it("while the clock moves backwards", async () => {
    const clock = inFolder("clock.cjs");
    writeFileSync(clock, "let now = Date.now(); Date.now = () => (now -= 3_600_000);");
    const run = `NODE_OPTIONS="--require ${clock}" "$@"`;
    const out = inFolder("backwards");
    const { code, stderr } = await bandwagon.shell(run, "study", "run", file, "--out", out);
    expect(code).toBe(0);
    expect(stderr).toMatch(/6\/6 replications · 0 failed · [\d.]+\/s · \d+s · 0s left/);
    expect(bytes("backwards")).toEqual(bytes("whole"));
  });

  it("however many threads there are", async () => {
    await bandwagon.run("study", "run", file, "--out", inFolder("seven"), "--workers", "7");
    expect(bytes("seven")).toEqual(bytes("whole"));
  });
});

describe("the folder of a study", () => {
  it("is the study's own at every moment: a design that is the same is not written again", async () => {
    const path = inFolder("whole", "design.json");
    const before = statSync(path);
    await bandwagon.run("study", "run", file, "--out", inFolder("whole"));
    expect(statSync(path).ino).toBe(before.ino);
    expect(statSync(path).mtimeMs).toBe(before.mtimeMs);
  });

  it("is swept of what killed processes left there, and of nothing else", async () => {
    const left = [
      "design.json.partial-7",
      "summary.json.previous-7",
      "replications.csv.partial-7",
      "lock.stale-7",
    ];
    for (const name of [...left, "notes.txt", "report.html.partial-1"])
      writeFileSync(inFolder("whole", name), "x");
    await bandwagon.run("study", "run", file, "--out", inFolder("whole"));
    expect(readdirSync(inFolder("whole")).sort()).toEqual(
      [...FILES, "rows", "notes.txt", "report.html.partial-1"].sort(),
    );
  });

  it("refuses a folder or a pipe among its logs by name", async () => {
    const strange = inFolder("whole", "rows", "strange.jsonl");
    mkdirSync(strange);
    const { code, stderr } = await bandwagon.run("study", "status", inFolder("whole"));
    expect(code).toBe(2);
    expect(stderr).toContain(`error: ${strange}\n  found     something that is no file\n`);
  });
});
