import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { LAYOUT_FIELDS } from "../../../estimators/kernels/kernelMemory.ts";

it("the committed module is what the compiler makes of the source", () => {
  const folder = mkdtempSync(join(tmpdir(), "kernels-"));
  const file = join(folder, "module.ts");
  execFileSync(process.execPath, ["scripts/build-kernels.mjs", file]);
  const made = readFileSync(file, "utf8");
  rmSync(folder, { recursive: true });
  const advice = "run node scripts/build-kernels.mjs and commit estimators/kernels/module.ts";
  expect(readFileSync("estimators/kernels/module.ts", "utf8") === made, advice).toBe(true);
});

it("both sides have one layout of the memory", () => {
  const source = readFileSync("estimators/kernels/assembly/layout.ts", "utf8");
  expect([...source.matchAll(/^ {2}(\w+): i32;$/gm)].map(([, name]) => name)).toEqual(LAYOUT_FIELDS);
});
