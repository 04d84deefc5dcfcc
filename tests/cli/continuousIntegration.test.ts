import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bandwagon-ci-"));
  mkdirSync(join(folder, "programs"));
  cpSync(".ci/run", join(folder, ".ci", "run"));
  cpSync("scripts/count-tests.mjs", join(folder, "scripts", "count-tests.mjs"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that stands in for one of the machine's. */
function program(name: string, script: string): string {
  const path = join(folder, "programs", name);
  writeFileSync(path, `#!/usr/bin/env bash\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** The lines of a run in which the checks end with `checks` and 3 tests pass; `npm test` prints what CHROMIUM is. */
function run(checks: number, CHROMIUM?: string): { lines: string[]; code: number | null } {
  const report = '{"numPassedTests":3,"numFailedTests":0,"testResults":[]}';
  program(
    "npm",
    `case "$1" in
  ci) exit 0 ;;
  run) exit ${checks} ;;
  test) echo "CHROMIUM=\${CHROMIUM:-}"; for each; do case "$each" in --outputFile.json=*) echo '${report}' > "\${each#*=}" ;; esac; done ;;
esac`,
  );
  const { PATH, CHROMIUM: _, ...rest } = process.env;
  const env = { ...rest, PATH: `${join(folder, "programs")}:${PATH}`, ...(CHROMIUM ? { CHROMIUM } : {}) };
  const { stdout, status } = spawnSync("bash", [join(folder, ".ci", "run")], { env, encoding: "utf8" });
  return { lines: stdout.trimEnd().split("\n"), code: status };
}

it("tells the tests where Chromium is, unless the caller has", () => {
  const chromium = program("chromium", "");
  expect(run(0).lines).toContain(`CHROMIUM=${chromium}`);
  expect(run(0, "elsewhere").lines).toContain("CHROMIUM=elsewhere");
});

it("says right above its last line that the checks failed, and fails", () => {
  program("chromium", "");
  expect(run(1)).toMatchObject({ code: 1 });
  expect(run(1).lines.slice(-2)).toEqual(["checks failed", "tests: 3 passed, 0 failed"]);
  const sound = run(0);
  expect(sound.code).toBe(0);
  expect(sound.lines.at(-1)).toBe("tests: 3 passed, 0 failed");
  expect(sound.lines).not.toContain("checks failed");
});
