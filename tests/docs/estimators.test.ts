import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXIT } from "../../cli/failure.ts";
import { readCsv } from "../../panel/readCsv.ts";
import { column, numericValues } from "../../panel/table.ts";
import { hasRscript } from "../cli/rscript.ts";
import { page, wordsOfUnion } from "./pages.ts";

const paths = [
  "docs/estimators.md",
  ...readdirSync("docs/estimators").map((name) => `docs/estimators/${name}`),
];

/** Commands of a page, and what it says the last of them prints. */
const examplesOf = (path: string) =>
  [...page(path).matchAll(/```sh\n(.*?)\n```\n\n```\n(.*?)```/gs)].map(([, commands = "", printed = ""]) => ({
    commands: commands.split("\n"),
    printed,
  }));

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bandwagon-docs-"));
  execFileSync(process.execPath, ["scripts/build.mjs", join(folder, "dist")], { stdio: "pipe" });
  for (const name of ["docs"]) symlinkSync(resolve(name), join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a command prints; a model that cannot be fitted prints what there is, too. */
function printedBy(command: string): string {
  try {
    return execFileSync("sh", ["-c", command], { cwd: folder, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const failed = error instanceof Error && "status" in error && "stdout" in error ? error : null;
    if (failed === null || failed.status !== EXIT.workFailed) throw error;
    return String(failed.stdout);
  }
}

const NUMBER = /\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?/g;

/** The same text, its numbers within one unit of their last digit: where a sum is near a half, kernels may round apart. */
function sameButForRounding(found: string, printed: string): boolean {
  if (found.replace(NUMBER, "#") !== printed.replace(NUMBER, "#")) return false;
  const numbersOf = (text: string) => text.match(NUMBER) ?? [];
  const expected = numbersOf(printed);
  return numbersOf(found).every((text, at) => {
    const shown = expected[at] ?? "";
    const [mantissa = "", exponent = "0"] = shown.split("e");
    const unit = 10 ** (Number(exponent) - (mantissa.split(".")[1] ?? "").length);
    const value = (number: string) => Number(number.replaceAll(",", ""));
    const difference = Math.abs(value(text) - value(shown));
    // A whole number is a count.
    return /[.e]/.test(shown) ? difference < 1.5 * unit : difference === 0;
  });
}

it("the comparison forgives one unit of the last digit, of decimals alone", () => {
  expect(sameButForRounding("z 1.25, p 3.7e-5", "z 1.24, p 3.6e-5")).toBe(true);
  for (const [found, printed] of [
    ["z 1.26", "z 1.24"],
    ["rows 1,200", "rows 1,201"],
    ["z 1.24 x", "z 1.24 y"],
    ["z 1.24 2.0", "z 1.24"],
  ] as const) {
    expect(sameButForRounding(found, printed)).toBe(false);
  }
});

describe.each(paths)("%s", (path) => {
  const examples = examplesOf(path);

  it("has an example", () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it("shows what its commands print, run one after the other", () => {
    for (const { commands, printed } of examples) {
      if (commands.some((command) => command.startsWith("Rscript")) && !hasRscript) continue;
      const found = commands.map(printedBy).at(-1) ?? "";
      if (!sameButForRounding(found, printed)) expect(found).toBe(printed);
    }
  }, 120_000);
});

describe("the page on estimators", () => {
  const text = page("docs/estimators.md");

  it("explains every warning", () => {
    const documented = [...text.matchAll(/^\| `([a-z][a-z-]+)` \| [^|]+ \| [^|]+ \|$/gm)].map(
      ([, code]) => code,
    );
    expect(documented.sort()).toEqual(wordsOfUnion("estimators/fit.ts", "WarningCode").sort());
  });

  it("names every option of the command", () => {
    const help = printedBy("node dist/cli.js estimate --help");
    const options = [...help.matchAll(/^ +(--[a-z-]+)/gm)].map(([, option = ""]) => option);
    expect(options.length).toBeGreaterThan(25);
    expect(options.filter((option) => !text.includes(`\`${option}`))).toEqual([]);
  });

  it("names every field of the JSON document", () => {
    const data = "docs/examples/heart.csv";
    const formula = "Surv(start, stop, event) ~ age";
    const result = JSON.parse(printedBy(`node dist/cli.js estimate ${data} "${formula}" --format json`));
    expect(Object.keys(result).filter((field) => !text.includes(`\`${field}\``))).toEqual([]);
  });

  it.each([
    ["birthwt.csv", "probit-birthwt.csv"],
    ["endometrial.csv", "binary/endometrial.csv"],
    ["cbpp.csv", "randomEffects/cbpp.csv"],
  ])("has in %s the data of the reference", (example, ours) => {
    expect(readFileSync(`docs/examples/${example}`)).toEqual(readFileSync(`tests/reference/${ours}`));
  });

  it("runs its commands on data that are shipped", () => {
    const commands = paths.flatMap((path) => page(path).match(/^node dist\/cli\.js .*$/gm) ?? []);
    expect(commands.length).toBeGreaterThan(20);
    expect(commands.filter((command) => command.includes("tests/"))).toEqual([]);
  });

  it("takes its heart transplants from the reference data", async () => {
    const table = await readCsv(readFileSync("docs/examples/heart.csv", "utf8"));
    const { columns } = JSON.parse(readFileSync("tests/reference/cox/heart.json", "utf8"));
    expect([...table.columns.keys()]).toEqual(Object.keys(columns));
    for (const [name, values] of Object.entries(columns)) {
      expect([...numericValues(column(table, name))]).toEqual(values);
    }
  });
});
