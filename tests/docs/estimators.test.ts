import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../../panel/readCsv.ts";
import { column, numericValues } from "../../panel/table.ts";
import { page, wordsOfUnion } from "./pages.ts";

const text = page("docs/estimators.md");
/** Commands, and what the page says the last of them prints. */
const examples = [...text.matchAll(/```sh\n(.*?)\n```\n\n```\n(.*?)```/gs)].map(
  ([, commands = "", printed = ""]) => ({
    commands: commands.split("\n"),
    printed,
  }),
);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bandwagon-docs-"));
  execFileSync(process.execPath, ["scripts/build.mjs", join(folder, "dist")], { stdio: "pipe" });
  for (const name of ["tests", "docs"]) symlinkSync(resolve(name), join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the page on estimators", () => {
  it("shows what its commands print, run one after the other", () => {
    expect(examples.length).toBe(4);
    for (const { commands, printed } of examples) {
      const outputs = commands.map((command) =>
        execFileSync("sh", ["-c", command], { cwd: folder, encoding: "utf8" }),
      );
      expect(outputs.at(-1)).toBe(printed);
    }
  });

  it("explains every warning", () => {
    const documented = [...text.matchAll(/^\| `([a-z-]+)` \| [^|]+ \| [^|]+ \|$/gm)].map(([, code]) => code);
    expect(documented.sort()).toEqual(wordsOfUnion("estimators/fit.ts", "WarningCode").sort());
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
