import { spawn } from "node:child_process";
import { WorkFailed } from "../../failure.ts";

export interface ProgramResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A controller that is down is reported after 9 seconds. */
const secondsAtMost = 30;

/**
 * Runs a program and waits for it.
 *
 * @param input what it reads.
 * @throws WorkFailed where it is not installed.
 */
export function runProgram(name: string, words: readonly string[], input = ""): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, words, { stdio: "pipe", timeout: secondsAtMost * 1000 });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (piece) => {
      stdout += piece;
    });
    child.stderr.on("data", (piece) => {
      stderr += piece;
    });
    child.on("error", (error) => {
      const missing = "code" in error && error.code === "ENOENT";
      const cause = missing ? "is not installed here, or not in PATH" : error.message;
      reject(new WorkFailed(`${name} ${cause}`));
    });
    child.on("close", (code, signal) => {
      const why = signal === null ? "" : `${name} timed out after ${secondsAtMost} s\n`;
      resolve({ code: code ?? 1, stdout, stderr: why + stderr });
    });
    // A program that ends before it has read everything closes its end.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
