import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

let commandLine: ReturnType<typeof buildCommandLine>;
beforeAll(() => {
  commandLine = buildCommandLine();
}, 120_000);
afterAll(() => commandLine.remove());

const path = (name: string) => join(commandLine.folder, name);
const small = (name: string, ...more: string[]) => [
  "calibrate",
  "canello-2022",
  ...["--world", "canello-2022/W2", "--scale", "0.03", "--histories", "2", "--workers", "1"],
  ...["--targets", "T1,T3", "--parameters", "base=-4:-2,stateDependence=1.8:3"],
  ...["--out", path(name), ...more],
];

describe("bandwagon calibrate", { timeout: 120_000 }, () => {
  it("moves the parameters towards the targets and writes a scenario that simulate reads", async () => {
    const before = ["calibrate", "canello-2022", "--check", "--world", "canello-2022/W2", "--scale", "0.03"];
    const checked = await commandLine.run(
      ...before,
      "--histories",
      "2",
      "--targets",
      "T1,T3",
      "--format",
      "json",
    );
    const ended = await commandLine.run(...small("moved.json", "--evaluations", "8", "--format", "json"));
    expect(ended.code).toBe(0);
    const { set, made, ...rest } = JSON.parse(readFileSync(path("moved.json"), "utf8"));
    expect(rest).toEqual({ scenario: "canello-2022/W2" });
    expect(made).toMatchObject({
      world: "canello-2022/W2",
      targets: ["T1", "T3"],
      histories: 2,
      seed: "1",
      scale: 0.03,
      evaluations: { asked: 8, done: 8, ended: "evaluations" },
      parameters: [
        { path: "base", from: -4, to: -2, value: set.base ?? -2.83 },
        { path: "stateDependence", from: 1.8, to: 3, value: set.stateDependence ?? 2.4 },
      ],
    });
    // The world's own size, whatever share of it was simulated.
    expect(set.firms).toBeUndefined();
    const distance = (printed: string) => {
      const [share, exit] = ["activeShare", "exitRate"].map((measure) =>
        JSON.parse(printed)
          .targets.flatMap(({ parts }: { parts: unknown[] }) => parts)
          .find(({ part }: { part: { measure: string } }) => part.measure === measure),
      );
      return Math.abs(share.mean - 7) / 0.7 + Math.abs(exit.mean - 20.5) / 2.5;
    };
    expect(distance(ended.stdout)).toBeLessThan(distance(checked.stdout));
    const simulated = await commandLine.run(
      "simulate",
      path("moved.json"),
      "--set",
      "firms=50",
      "--format",
      "json",
    );
    expect(simulated.code).toBe(0);
    const same = await commandLine.run(
      ...["simulate", "canello-2022/W2", "--set", "firms=50", "--format", "json"],
      ...[
        "--set",
        `base=${made.parameters[0].value}`,
        "--set",
        `stateDependence=${made.parameters[1].value}`,
      ],
    );
    expect(JSON.parse(simulated.stdout).diagnostics).toEqual(JSON.parse(same.stdout).diagnostics);
  });

  it("goes on where it was interrupted, to the same file, byte by byte", async () => {
    await commandLine.run(...small("whole.json", "--evaluations", "5"));
    const { child, ended } = commandLine.start(...small("parts.json", "--evaluations", "5"));
    await until(() => existsSync(path("parts.journal")) && linesOf("parts.journal") > 2);
    child.kill("SIGINT");
    const { code, stderr } = await ended;
    if (code !== 0) {
      expect(code).toBe(130);
      expect(stderr).toContain("the same command goes on");
      expect(existsSync(path("parts.json"))).toBe(false);
    }
    // As if the machine had stopped in the middle of a line.
    const journal = readFileSync(path("parts.journal"), "utf8");
    writeFileSync(path("parts.journal"), journal.slice(0, -7));
    const again = await commandLine.run(...small("parts.json", "--evaluations", "5"));
    expect(again.code).toBe(0);
    expect(readFileSync(path("parts.json"))).toEqual(readFileSync(path("whole.json")));
    expect(readFileSync(path("parts.journal"))).toEqual(readFileSync(path("whole.journal")));
  });

  it("does not go on with another request, and says what differs", async () => {
    await commandLine.run(...small("begun.json", "--evaluations", "1"));
    const { code, stderr } = await commandLine.run(
      ...small("begun.json", "--evaluations", "1", "--seed", "2"),
    );
    expect(code).toBe(2);
    expect(stderr).toContain('seed was "1" and is now "2"');
    const more = await commandLine.run(...small("begun.json", "--evaluations", "2"));
    expect(more.code).toBe(0);
    expect(linesOf("begun.journal")).toBe(3);
  });

  it("prints every part of every target beside what is accepted", async () => {
    const { code, stdout } = await commandLine.run(
      ...["calibrate", "canello-2022", "--check", "--world", "canello-2022/W2"],
      ...["--scale", "0.03", "--histories", "2", "--targets", "T1,T6"],
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/T1 \* +activeShare +7 +6.3 to 7.7/);
    expect(stdout).toMatch(/mixEastAsia +10.5 +7.5 to 13.5/);
    expect(stdout).toContain("of 2 targets are met by the means of 2 histories (2 were measured)");
  });

  it.each([
    [["calibrate", "canelo-2022", "--check"], /did you mean "canello-2022"/],
    [["calibrate", "canello-2022"], /found +nothing[\s\S]*--check/],
    [["calibrate", "canello-2022", "--check", "--targets", "T99"], /"T99"[\s\S]*T1, T2/],
    [["calibrate", "canello-2022", "--out", "x.json", "--parameters", "qualitySd"], /without limits/],
    [["calibrate", "canello-2022", "--out", "x.json", "--parameters", "base=-2"], /two numbers with a colon/],
    [["calibrate", "canello-2022", "--out", "x.json", "--parameters", "base=-1:0"], /limits -1 and 0 around/],
  ])("refuses %j with what would be right", async (args, message) => {
    const { code, stderr } = await commandLine.run(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe("a scenario file", () => {
  const simulated = (file: unknown, ...more: string[]) => {
    writeFileSync(path("given.json"), typeof file === "string" ? file : JSON.stringify(file));
    return commandLine.run("simulate", path("given.json"), "--format", "json", ...more);
  };

  it("draws the same wherever it stands and whatever it is called", async () => {
    const first = await simulated({ scenario: "canello-2022/W2", set: { firms: 40 } });
    copyFileSync(path("given.json"), path("other.json"));
    const second = await commandLine.run("simulate", path("other.json"), "--format", "json");
    expect(JSON.parse(second.stdout).diagnostics).toEqual(JSON.parse(first.stdout).diagnostics);
  });

  it("gives way to --set, an effect of a characteristic at a time", async () => {
    const set = { firms: 40, controls: { size: 0.01, supplier: 0 } };
    const { code, stdout } = await simulated(
      { scenario: "canello-2022/W2", set },
      "--set",
      "controls.size=0",
    );
    expect(code).toBe(0);
    const plain = await commandLine.run(
      ...["simulate", "canello-2022/W2", "--format", "json", "--set", "firms=40"],
      ...["--set", "controls.size=0", "--set", "controls.supplier=0"],
    );
    expect(JSON.parse(stdout).diagnostics).toEqual(JSON.parse(plain.stdout).diagnostics);
  });

  it("is a world that replicate repeats the paper in, all firms or the survivors of an unbalanced survey", async () => {
    const set = { surveyRule: "unbalanced", datedShocks: [{ year: 2009, closure: 0.3 }] };
    writeFileSync(path("closing.json"), JSON.stringify({ scenario: "canello-2022/W2", set }));
    const replicated = await commandLine.run(
      ...[
        "replicate",
        "canello-2022",
        "--world",
        path("closing.json"),
        "--scale",
        "0.05",
        "--format",
        "json",
      ],
    );
    expect(replicated.code).toBe(0);
    const { firms, descriptives, models } = JSON.parse(replicated.stdout);
    const all = descriptives.rows.find(({ name }: { name: string }) => name === "mseTotal");
    const survivors = all.ours.values.at(-1);
    expect(all.ours.values[0]).toBe(firms);
    expect(survivors).toBeLessThan(0.8 * firms);
    const [{ ours }] = models;
    expect(ours.observations + ours.predictedRows).toBe(4 * 6 * survivors);
    const refused = await commandLine.run("replicate", "freeman-2007", "--world", path("closing.json"));
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("freeman-2007 has no regressions");
  });

  it.each([
    [{ scenario: "canello-2022/W22", set: {} }, /scenario[\s\S]*did you mean "canello-2022\/W2"/],
    [{ scenario: "canello-2022/W2", set: { frims: 4 } }, /set\.frims[\s\S]*did you mean "firms"/],
    [{ scenario: "canello-2022/W2", sets: {} }, /the unknown name "sets"/],
    [{ scenario: "canello-2022/W2" }, /set/],
    ["[", /a JSON document/],
  ])("is refused with the place of the fault: %j", async (file, message) => {
    const { code, stderr } = await simulated(file);
    expect(code).toBe(2);
    expect(stderr).toContain("given.json");
    expect(stderr).toMatch(message);
  });
});

function linesOf(name: string): number {
  return readFileSync(path(name), "utf8").split("\n").length - 1;
}

async function until(is: () => boolean): Promise<void> {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 20));
}
