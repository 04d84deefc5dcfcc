import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "./commandLine.ts";

const design = {
  aim: "Is a return that is a proportional hazard seen by Cox?",
  dataGenerating: [
    {
      name: "return",
      aim: "Cox must recover it.",
      scenario: "canello-2022/return",
      set: { firms: 300, recordedYears: 5 },
      methods: ["canello-2022/cox-exact"],
    },
    {
      name: "nobody",
      scenario: "canello-2022/return",
      set: { firms: 3, recordedYears: 3, base: -10 },
      methods: ["canello-2022/cox-yearly"],
    },
  ],
  performance: ["bias", "coverage", "rejection", "convergence"],
  replications: 5,
  seed: "2026",
};
const FILES = ["design.json", "replications.csv", "replications.parquet", "summary.json"];

let bandwagon: ReturnType<typeof buildCommandLine>;
let designFile: string;
const inFolder = (...names: string[]) => join(bandwagon.folder, ...names);
function fileWith(name: string, content: unknown): string {
  const path = inFolder(name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

beforeAll(() => {
  bandwagon = buildCommandLine();
  designFile = fileWith("design-given.json", design);
});
afterAll(() => bandwagon.remove());

describe("a study that runs", () => {
  it("gives the same bytes for one worker and two, and on a second run over the first", async () => {
    const one = await bandwagon.run(
      "study",
      "run",
      designFile,
      "--out",
      inFolder("out", "one"),
      "--workers",
      "1",
    );
    expect(one).toMatchObject({ code: 0 });
    expect(readdirSync(inFolder("out", "one")).sort()).toEqual([...FILES, "rows"].sort());
    const bytes = (name: string) => FILES.map((file) => readFileSync(inFolder("out", name, file)));
    const first = bytes("one");
    await bandwagon.run("study", "run", designFile, "--out", inFolder("out", "two"), "--workers", "2");
    expect(bytes("two").map((each, index) => each.equals(first[index]))).toEqual([true, true, true, true]);
    await bandwagon.run("study", "run", designFile, "--out", inFolder("out", "one"), "--workers", "2");
    expect(bytes("one").map((each, index) => each.equals(first[index]))).toEqual([true, true, true, true]);
  });

  it("prints truth, estimate and measures with their errors, the failures with their cause, the seed and the files", async () => {
    const out = inFolder("table");
    const { stdout, stderr } = await bandwagon.run("study", "run", designFile, "--out", out);
    expect(stdout).toContain('5 replications a cell · seed "2026"');
    expect(stdout).toContain("▸ Cox must recover it.");
    expect(stdout).toMatch(/estimand +truth +estimate +bias +coverage % +reject % +valid %/);
    expect(stdout).toMatch(/\nsize +-0\.0\d+ /);
    expect(stdout).toContain("nobody · canello-2022/cox-yearly · 0 of 5 replications valid");
    expect(stdout).toMatch(/failed 5 × \S+, first in replication 1: \w/);
    expect(stdout).toContain(join(out, "summary.json"));
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(110);
    expect(stderr).toMatch(/10\/10 replications · 2\/2 cells · 5 failed/);
  });

  it("prints one JSON document and nothing else when asked, and writes the same", async () => {
    const out = inFolder("json");
    const { stdout } = await bandwagon.run("study", "run", designFile, "--format", "json", "--out", out);
    const summary = JSON.parse(stdout);
    expect(summary.methods[1]).toMatchObject({ world: "nobody", failed: 5, replications: 5 });
    expect(JSON.parse(readFileSync(join(out, "summary.json"), "utf8"))).toEqual(summary);
  });

  it("takes replications and seed from the flags, and writes a design that repeats it", async () => {
    const flags = ["--replications", "2", "--seed", "other"];
    await bandwagon.run("study", "run", designFile, "--out", inFolder("flags"), ...flags);
    const again = inFolder("flags", "design.json");
    expect(JSON.parse(readFileSync(again, "utf8"))).toMatchObject({ replications: 2, seed: "other" });
    await bandwagon.run("study", "run", again, "--out", inFolder("repeated"));
    for (const file of FILES) {
      expect(
        readFileSync(inFolder("repeated", file)).equals(readFileSync(inFolder("flags", file))),
        file,
      ).toBe(true);
    }
  });

  it("warns, once a world, of a shock in a year that is never simulated", async () => {
    const world = { ...design.dataGenerating[1], vary: { base: [-10, -9] } };
    const set = { firms: 3, recordedYears: 3, datedShocks: [{ year: 1970, exit: 1 }] };
    const file = fileWith("shock.json", { ...design, replications: 1, dataGenerating: { ...world, set } });
    const { stderr } = await bandwagon.run("study", "run", file);
    const warnings = stderr.replaceAll("\n  ", " ").match(/warning: .*/g);
    expect(warnings).toEqual([
      'warning: world "nobody": datedShocks[0] strikes in 1970 and has no effect: the simulated years are 1987 to 2008',
    ]);
  });

  it("fails with code 1 when no replication gave an estimate", async () => {
    const hopeless = fileWith("hopeless.json", { ...design, dataGenerating: design.dataGenerating[1] });
    const { code, stderr } = await bandwagon.run("study", "run", hopeless);
    expect(code).toBe(1);
    expect(stderr).toContain("error: no replication gave an estimate");
  });

  it("stops with one clear line where the log has no room, and leaves nothing where nothing could be kept", async () => {
    const limited = (blocks: number, out: string, ...flags: string[]) =>
      bandwagon.shell(
        `ulimit -f ${blocks}; "$@"`,
        "study",
        "run",
        designFile,
        "--out",
        inFolder(out),
        ...flags,
      );
    const none = await limited(0, "none");
    expect(none).toMatchObject({ code: 2, stdout: "" });
    expect(existsSync(inFolder("none"))).toBe(false);
    const some = await limited(8, "some", "--workers", "1");
    expect(some).toMatchObject({ code: 1, stdout: "" });
    const kept = Number(/; (\d+) replications are kept, and the same command goes on/.exec(some.stderr)?.[1]);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(10);
    const { stderr } = await bandwagon.run("study", "run", designFile, "--out", inFolder("some"));
    expect(stderr).toContain(`${kept} of 10 replications are there already\n`);
    await bandwagon.run("study", "run", designFile, "--out", inFolder("roomy"));
    for (const file of FILES) {
      expect(readFileSync(inFolder("some", file)).equals(readFileSync(inFolder("roomy", file))), file).toBe(
        true,
      );
    }
  });

  it("stops on Ctrl-C with code 130 and leaves neither file nor folder behind", async () => {
    const out = inFolder("interrupted", "deep");
    const { child, ended } = bandwagon.start(
      "study",
      "run",
      designFile,
      "--out",
      out,
      "--replications",
      "100000",
    );
    while (!existsSync(out)) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill("SIGINT");
    const { code, stdout, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toContain("Interrupted: the work was stopped and no file was written.");
    expect(stdout).toBe("");
    expect(existsSync(inFolder("interrupted"))).toBe(false);
  });
});

describe("a wrong request ends with code 2 before any work", () => {
  const refused = async (...args: string[]) => {
    const { code, stdout, stderr } = await bandwagon.run(...args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    return stderr;
  };

  it("a value out of range: path, found, expected", async () => {
    const file = fileWith("range.json", {
      ...design,
      dataGenerating: { scenario: "canello-2022", methods: ["canello-2022/A"], vary: { firms: [100, 0] } },
    });
    expect(await refused("study", "run", file)).toBe(
      `error: ${file}: dataGenerating.vary.firms[1]\n  found     0\n  expected  whole number, 1 to 1000000\n`,
    );
  });

  it("a misspelt key and a misspelt method: the nearest name", async () => {
    const key = await refused("study", "run", fileWith("key.json", { ...design, replication: 1 }));
    expect(key).toContain("key.json: replication\n");
    expect(key).toContain('did you mean "replications"?');
    const methods = await refused(
      "study",
      "run",
      fileWith("method.json", {
        ...design,
        dataGenerating: { scenario: "canello-2022", methods: ["canello-2022/cox-exat"] },
      }),
    );
    expect(methods).toContain("method.json: dataGenerating.methods[0]\n");
    expect(methods).toContain('did you mean "canello-2022/cox-exact"?');
  });

  it("broken JSON: line and column", async () => {
    const stderr = await refused("study", "run", fileWith("broken.json", '{\n  "aim": "x",\n  "seed" 3\n}'));
    expect(stderr).toContain("broken.json, line 3, column 10\n");
    expect(stderr).toContain("expected  a JSON document");
  });

  it("a name given twice: its path and both places, in a design and in a world", async () => {
    const twice = JSON.stringify(design).replace('"replications":', '"replications":24,\n"replications":');
    const stderr = await refused("study", "run", fileWith("twice.json", twice));
    expect(stderr).toContain("twice.json: replications\n");
    expect(stderr).toMatch(/the name twice, at line 1, column \d+ and at line 2, column 1\n/);
    const world = '{"scenario": "canello-2022", "set": {"controls": {"size": 1, "size": 2}}}';
    const refusedWorld = await refused("simulate", fileWith("world.json", world));
    expect(refusedWorld).toContain("world.json: set.controls.size\n");
    const flag = await refused("simulate", "canello-2022", "--set", 'controls={"size": 1, "size": 2}');
    expect(flag).toContain("--set controls: size\n");
  });

  it("an infinite number: what is accepted", async () => {
    const endless = JSON.stringify({ ...design, replications: 0 }).replace(
      '"replications":0',
      '"replications":1e999',
    );
    const stderr = await refused("study", "run", fileWith("endless.json", endless));
    expect(stderr).toContain("found     Infinity\n");
    expect(stderr).toContain("10000000");
  });

  it("an empty file, or one in UTF-16: said as it is", async () => {
    expect(await refused("study", "run", fileWith("empty.json", " \n"))).toContain(
      "found     an empty file\n",
    );
    for (const text of ["\uFEFF{}", "{}"]) {
      writeFileSync(inFolder("wide.json"), Buffer.from(text, "utf16le"));
      const stderr = await refused("study", "run", inFolder("wide.json"));
      expect(stderr).toContain("found     text in UTF-16\n  expected  a JSON document in UTF-8\n");
    }
  });

  it("JSON nested a hundred thousand levels deep: its place, and no stack", async () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const text = JSON.stringify(design).replace('"seed"', `"more":${deep},"seed"`);
    const stderr = await refused("study", "run", fileWith("deep.json", text));
    expect(stderr).toContain("deep.json: more[0]\n  found     a value nested too deeply\n");
    expect(stderr).not.toContain("    at ");
  });

  it("a missing file", async () => {
    const stderr = await refused("study", "run", inFolder("nowhere.json"));
    expect(stderr).toContain("nowhere.json\n  found     no such file or folder\n");
  });

  it("an --out that cannot be a folder", async () => {
    expect(await refused("study", "run", designFile, "--out", designFile)).toBe(
      `error: --out ${designFile}\n  found     a file, not a folder\n  expected  a folder that can be written to\n`,
    );
    const stderr = await refused("study", "run", designFile, "--out", join(designFile, "below"));
    expect(stderr).toContain("a part of the path is a file, not a folder");
    expect(stderr).toContain("expected  a folder that can be written to");
  });

  it("an --out in which a folder has the name of one of the files; the others stay as they were", async () => {
    mkdirSync(inFolder("taken", "summary.json"), { recursive: true });
    writeFileSync(inFolder("taken", "design.json"), "old");
    const stderr = await refused("study", "run", designFile, "--out", inFolder("taken"));
    expect(stderr).toContain("summary.json\n  found     a folder, not a file\n");
    expect(readFileSync(inFolder("taken", "design.json"), "utf8")).toBe("old");
    expect(readdirSync(inFolder("taken")).sort()).toEqual(["design.json", "summary.json"]);
  });

  it.skipIf(process.getuid?.() === 0)("an --out without permission to write", async () => {
    mkdirSync(inFolder("locked"), { mode: 0o555 });
    const stderr = await refused("study", "run", designFile, "--out", inFolder("locked", "out"));
    expect(stderr).toContain("no permission to write");
  });

  it("a flag, a value of a flag or a command that does not exist", async () => {
    expect(await refused("study", "run", designFile, "--worker", "2")).toContain("Did you mean --workers?");
    expect(await refused("study", "run", designFile, "--seed", "")).toContain("text that is not empty");
    expect(await refused("simulate", "canello-2022", "--seed", "")).toContain("text that is not empty");
    expect(await refused("study", "run", designFile, "--workers", "0")).toContain("a whole number from 1");
    expect(await refused("study", "run", designFile, "--workers", "10000")).toMatch(
      /at most \d+ threads: this machine has \d+ core/,
    );
    expect(await refused("study", "run", designFile, "--out", "")).toContain("text that is not empty");
    expect(await refused("simulate", "canello-2022", "--out", "")).toContain("text that is not empty");
    expect(await refused("study", "run", designFile, "--format", "xml")).toContain("table, json");
    expect(await refused("study", "rum", designFile)).toContain("run");
    expect(await refused("study", "run")).toContain("missing required argument 'DESIGN'");
  });
});

describe.skipIf(!existsSync("/dev/full"))("a stream that takes nothing", () => {
  it("is one clear line and code 1 where it is standard output", async () => {
    for (const request of [["scenarios"], ["--help"], ["study", "run", designFile, "--replications", "1"]]) {
      const { code, stderr } = await bandwagon.shell('"$@" > /dev/full', ...request);
      expect(code).toBe(1);
      expect(stderr).toMatch(/(^|\n)error: standard output: no space is left where it goes\n$/);
      expect(stderr).not.toContain("    at ");
    }
  });

  it("changes no exit code where it is standard error", async () => {
    const code = async (...request: string[]) =>
      (await bandwagon.shell('"$@" 2> /dev/full', ...request)).code;
    expect(await code("scenarios", "nope")).toBe(2);
    expect(await code("simulate")).toBe(2);
    expect(await code("study", "run", designFile, "--replications", "1")).toBe(0);
  });
});

it("every command has help with an example", async () => {
  for (const command of [["study", "run"], ["simulate"], ["scenarios"]]) {
    const asked = await bandwagon.run("help", ...command);
    expect(asked).toEqual(await bandwagon.run(...command, "--help"));
    const { code, stdout } = await bandwagon.run(...command, "--help");
    expect(code).toBe(0);
    expect(stdout).toContain(`Example:\n  bandwagon ${command.join(" ")}`);
  }
  expect((await bandwagon.run("--help")).code).toBe(0);
  expect((await bandwagon.run("help", "study", "rum")).code).toBe(2);
  expect((await bandwagon.run("--version")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
