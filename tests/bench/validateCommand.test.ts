import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "bandwagon-validate-"));
  await build({
    entryPoints: ["bench/validate/main.ts"],
    bundle: true,
    format: "esm",
    platform: "node",
    outfile: join(folder, "validate.mjs"),
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function validate(...flags: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(folder, "validate.mjs"), ...flags], { encoding: "utf8" });
}

it("prints the same numbers from one thread and from three", () => {
  const flags = ["cox-intervals", "--replications", "70"];
  const alone = validate(...flags, "--threads", "1");
  expect(alone.stdout).toContain("70 replications; every fit converged.");
  expect(validate(...flags, "--threads", "3").stdout).toBe(alone.stdout);
  expect(validate(...flags, "--seed", "other").stdout).not.toBe(alone.stdout);
});

it.each([
  [["nonsense"], "nonsense"],
  [["cox", "--replications", "1"], "a whole number of 2 or more"],
  [["--nonsense"], "--nonsense"],
])("refuses %s with code 2", (flags, named) => {
  const { status, stderr } = validate(...flags);
  expect(status).toBe(2);
  expect(stderr).toContain(named);
});
