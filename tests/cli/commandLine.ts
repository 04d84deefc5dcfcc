import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of its own for one test file, with the command line built into it; the lab only where the test asks for it. */
export function buildCommandLine({ lab = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "bandwagon-cli-"));
  const built = join(folder, "dist");
  execFileSync(process.execPath, ["scripts/build.mjs", built, ...(lab ? [] : ["--without-lab"])], {
    stdio: "pipe",
  });

  const program = join(built, "cli.js");
  const start = (...args: string[]) => watch(process.execPath, [program, ...args]);

  /** Runs a line of shell in which `"$@"` stands for the command. */
  const shell = (line: string, ...args: string[]) =>
    watch("sh", ["-c", line, "sh", process.execPath, program, ...args]).ended;

  function watch(file: string, args: readonly string[]) {
    const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"] });
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
    shell,
    run: (...args: string[]) => start(...args).ended,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
