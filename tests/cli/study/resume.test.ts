import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logHeaderLine } from "../../../study/log/logHeader.ts";
import { buildCommandLine } from "../commandLine.ts";

const design = {
  aim: "To be stopped and to go on",
  dataGenerating: { name: "w", scenario: "canello-2022/return", set: { firms: 200, recordedYears: 4 } },
  methods: ["canello-2022/cox-exact"],
  performance: ["bias", "coverage"],
  replications: 40,
  seed: "2026",
};
const FILES = ["design.json", "replications.csv", "replications.parquet", "summary.json"];

let bandwagon: ReturnType<typeof buildCommandLine>;
const inFolder = (...names: string[]) => join(bandwagon.folder, ...names);
function fileWith(name: string, content: object): string {
  const path = inFolder(name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}
const run = (file: string, out: string, ...flags: string[]) =>
  bandwagon.run("study", "run", file, "--out", inFolder(out), ...flags);
const bytes = (out: string) => FILES.map((name) => readFileSync(inFolder(out, name)).toString("base64"));
const logs = (out: string) => {
  const folder = inFolder(out, "rows");
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};
const lines = (out: string) =>
  logs(out).flatMap((name) =>
    readFileSync(inFolder(out, "rows", name), "utf8")
      .split("\n")
      .slice(1, -1),
  );

let file: string;
beforeAll(async () => {
  bandwagon = buildCommandLine();
  file = fileWith("study.json", design);
  await run(file, "whole", "--workers", "1");
});
afterAll(() => bandwagon.remove());

describe("a study that was stopped", () => {
  it.each(["SIGKILL", "SIGINT"] as const)("by %s goes on, and ends in the same bytes", async (signal) => {
    const out = `stopped-${signal}`;
    const { child, ended } = bandwagon.start("study", "run", file, "--out", inFolder(out), "--workers", "2");
    while (lines(out).length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill(signal);
    const { code, stderr } = await ended;
    const kept = lines(out).length;
    if (signal === "SIGINT") {
      expect(code).toBe(130);
      expect(stderr).toContain(`Interrupted: ${kept} of 40 replications are kept in ${inFolder(out)}; `);
    }
    expect(kept).toBeLessThan(40);
    expect(existsSync(inFolder(out, "summary.json"))).toBe(false);
    const resumed = await run(file, out, "--workers", "1");
    expect(resumed.stderr).toContain(`${kept} of 40 replications are there already\n`);
    expect(bytes(out)).toEqual(bytes("whole"));
    expect(new Set(lines(out)).size).toBe(40);
    expect(lines(out)).toHaveLength(40);
  });

  it("runs a damaged line again and says which", async () => {
    const log = logs("whole")[0] ?? "";
    const text = readFileSync(inFolder("whole", "rows", log), "utf8").split("\n");
    mkdirSync(inFolder("damaged", "rows"), { recursive: true });
    writeFileSync(inFolder("damaged", "design.json"), readFileSync(inFolder("whole", "design.json")));
    text[5] = (text[5] ?? "").replace("1", "2");
    writeFileSync(inFolder("damaged", "rows", log), text.join("\n"));
    const { stderr } = await run(file, "damaged");
    expect(stderr).toContain(`warning: ${inFolder("damaged", "rows", log)}, line 6 is damaged`);
    expect(stderr).toContain("39 of 40 replications are there already");
    expect(bytes("damaged")).toEqual(bytes("whole"));
  });

  it("can be made longer, and recomputes nothing", async () => {
    const short = fileWith("short.json", { ...design, replications: 15 });
    await run(short, "longer");
    const { stderr } = await run(file, "longer");
    expect(stderr).toContain("15 of 40 replications are there already");
    expect(lines("longer")).toHaveLength(40);
    expect(bytes("longer")).toEqual(bytes("whole"));
    const again = await run(file, "longer");
    expect(again.code).toBe(0);
    expect(logs("longer")).toHaveLength(2);
    expect(bytes("longer")).toEqual(bytes("whole"));
  });
});

describe("a folder is refused, with code 2 and unharmed,", () => {
  const refused = async (out: string, given = file) => {
    const before = lines(out);
    const { code, stdout, stderr } = await run(given, out);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(lines(out)).toEqual(before);
    return stderr;
  };

  it("where the study has another design, with the difference shown", async () => {
    const other = {
      ...design,
      seed: "2027",
      dataGenerating: { ...design.dataGenerating, set: { firms: 300 } },
    };
    const stderr = await refused("whole", fileWith("other.json", other));
    expect(stderr).toContain("found     the folder of a study with another design:");
    expect(stderr).toContain('seed: "2026" there, "2027" now\n');
    expect(stderr).toContain("cell w: firms: 200 there, 300 now\n");
    expect(stderr).toContain("cell w: recordedYears: 4 there, 7 now\n");
  });

  it("where another process is at work; not where it was killed", async () => {
    const lock = inFolder("whole", "lock");
    writeFileSync(lock, JSON.stringify({ process: process.pid, machine: hostname() }));
    expect(await refused("whole")).toContain(
      `a folder in which process ${process.pid} on ${hostname()} is at work`,
    );
    writeFileSync(lock, JSON.stringify({ process: 1, machine: "another-machine" }));
    expect(await refused("whole")).toContain(`remove ${lock}`);
    for (const left of [JSON.stringify({ process: 2 ** 22 + 1, machine: hostname() }), "{", ""]) {
      writeFileSync(lock, left);
      expect(await run(file, "whole")).toMatchObject({ code: 0 });
      expect(existsSync(lock)).toBe(false);
    }
  });

  it("where the replications are by another version, or the file is none of ours", async () => {
    const strange = inFolder("whole", "rows", "zzz.jsonl");
    writeFileSync(strange, logHeaderLine({ log: 1, bandwagon: "0.0.9", design: "x" }));
    expect(await refused("whole")).toContain("found     replications by bandwagon 0.0.9");
    const [log = ""] = readdirSync(inFolder("whole", "rows"));
    const text = readFileSync(inFolder("whole", "rows", log), "utf8");
    for (const changed of [text.replaceAll("\n", "\r\n"), `\uFEFF${text}`]) {
      writeFileSync(strange, changed);
      expect(await refused("whole")).toContain(
        "a log of a study whose line ends or first bytes were changed",
      );
    }
    writeFileSync(strange, "a,b,c\n1,2,3\n");
    expect(await refused("whole")).toContain("a file that does not begin as the log of a study");
    rmSync(strange);
  });

  it("where the design is missing or cannot be read", async () => {
    const path = inFolder("whole", "design.json");
    const text = readFileSync(path);
    rmSync(path);
    expect(await refused("whole")).toContain("replications without the design they belong to (design.json)");
    writeFileSync(path, '{"aim":');
    expect(await refused("whole")).toContain("found     a design that this version cannot read (");
    writeFileSync(path, text);
  });

  it("where two copies of a replication differ, which is code 1", async () => {
    const log = logs("longer")[0] ?? "";
    const [header, line = ""] = readFileSync(inFolder("longer", "rows", log), "utf8").split("\n");
    const { logLine, readLogLine } = await import("../../../study/log/logLine.ts");
    const found = readLogLine(line);
    if (found === null) throw new Error("the line is sound");
    const rows = found.rows.map((row) => ({ ...row, estimate: row.estimate + 1e-15 }));
    const strange = inFolder("longer", "rows", "zzz.jsonl");
    writeFileSync(strange, `${header}\n`);
    appendFileSync(strange, `${line}\n`);
    expect(await run(file, "longer")).toMatchObject({ code: 0 });
    appendFileSync(strange, logLine({ ...found, rows }));
    const { code, stderr } = await run(file, "longer");
    expect(code).toBe(1);
    expect(stderr).toContain(
      `${strange}, line 3: replication ${found.replication} of cell w is there a second time`,
    );
  });
});
