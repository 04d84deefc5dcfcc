import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

const design = {
  aim: "To be killed while results are written",
  dataGenerating: { name: "w", scenario: "canello-2022/return", set: { firms: 200, recordedYears: 4 } },
  methods: ["canello-2022/cox-exact"],
  performance: ["bias"],
  replications: 6,
  seed: "2026",
};
const RESULTS = ["replications.csv", "replications.parquet", "summary.json"];
const FILES = ["design.json", ...RESULTS];

/** Kills the process before its n-th step at a result file: a file begun, renamed or removed. */
const KILLER = `
const fs = require("node:fs");
let steps = 0;
for (const name of ["writeFileSync", "renameSync", "rmSync"]) {
  const original = fs[name];
  fs[name] = (path, ...rest) => {
    if (/(replications|summary)[.]/.test(String(path)) && ++steps === Number(process.env.KILL_BEFORE)) {
      process.kill(process.pid, "SIGKILL");
    }
    return original(path, ...rest);
  };
}
require("node:module").syncBuiltinESMExports();
`;

let bandwagon: ReturnType<typeof buildCommandLine>;
let file: string;
const inFolder = (...names: string[]) => join(bandwagon.folder, ...names);
const run = (out: string) => bandwagon.run("study", "run", file, "--out", inFolder(out));
const bytes = (out: string) => FILES.map((name) => readFileSync(inFolder(out, name)).toString("base64"));

beforeAll(async () => {
  bandwagon = buildCommandLine();
  file = inFolder("study.json");
  writeFileSync(inFolder("short.json"), JSON.stringify({ ...design, replications: 3 }));
  writeFileSync(file, JSON.stringify(design));
  await bandwagon.run("study", "run", inFolder("short.json"), "--out", inFolder("short"));
  await run("whole");
});
afterAll(() => bandwagon.remove());

it("killed before any step of writing its results, a study has whole files only, and goes on to the same bytes", async () => {
  const killer = inFolder("killer.cjs");
  writeFileSync(killer, KILLER);
  // Older results stand where the new ones go.
  cpSync(inFolder("short"), inFolder("killed"), { recursive: true });
  const known = new Set(
    ["short", "whole"].flatMap((out) => RESULTS.map((name) => readFileSync(inFolder(out, name), "base64"))),
  );
  let killed = 0;
  for (;;) {
    const line = `KILL_BEFORE=${killed + 1} NODE_OPTIONS="--require ${killer}" "$@"; echo code $?`;
    const { stdout } = await bandwagon.shell(line, "study", "run", file, "--out", inFolder("killed"));
    for (const name of RESULTS) {
      const path = inFolder("killed", name);
      if (existsSync(path)) expect(known.has(readFileSync(path, "base64")), `${name}, ${killed}`).toBe(true);
    }
    if (stdout.includes("code 0\n")) break;
    expect(stdout).toContain("code 137\n");
    killed++;
  }
  // Three files: begun, the older ones aside, the new ones in their place, temporary and older ones removed.
  expect(killed).toBeGreaterThanOrEqual(12);
  expect(bytes("killed")).toEqual(bytes("whole"));
  expect(readdirSync(inFolder("killed")).sort()).toEqual([...FILES, "rows"].sort());
}, 240_000);

it("on a disk without room for its results it keeps every replication, and ends in the same bytes once there is room", async () => {
  cpSync(inFolder("whole"), inFolder("full"), { recursive: true });
  for (const name of RESULTS) rmSync(inFolder("full", name));
  const { code, stdout, stderr } = await bandwagon.shell(
    `ulimit -f 1; "$@"`,
    "study",
    "run",
    file,
    "--out",
    inFolder("full"),
  );
  expect(code).toBe(1);
  expect(stdout).toContain("canello-2022/cox-exact");
  expect(stderr).toContain("the results could not be written: ");
  expect(stderr).toContain("every replication is kept, and the same command writes them");
  expect(readdirSync(inFolder("full")).sort()).toEqual(["design.json", "rows"]);
  await run("full");
  expect(bytes("full")).toEqual(bytes("whole"));
});
