import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of its own for one test file, with the command line built into it. */
export function buildCommandLine() {
  const folder = mkdtempSync(join(tmpdir(), "bandwagon-cli-"));
  const built = join(folder, "dist");
  execFileSync(process.execPath, ["scripts/build.mjs", built], { stdio: "pipe" });

  function start(...args: string[]) {
    const child = spawn(process.execPath, [join(built, "cli.js"), ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (piece) => {
      stdout += piece;
    });
    child.stderr.on("data", (piece) => {
      stderr += piece;
    });
    const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
      child.on("close", (code) => resolve({ code, stdout, stderr }));
    });
    return { child, ended };
  }

  return {
    folder,
    start,
    run: (...args: string[]) => start(...args).ended,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
