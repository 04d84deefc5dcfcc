#!/usr/bin/env node
import { CommanderError } from "commander";
import { EXIT, explainFailure, explainSystemError, type SystemError } from "./failure.ts";
import { buildProgram } from "./program.ts";
import { visibleText } from "./visibleText.ts";

/** Runs one command and returns its exit code. */
async function main(args: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  try {
    await buildProgram((finished) => {
      code = finished;
    }).parseAsync(args);
    return code;
  } catch (error) {
    // Commander has printed its message already; help and version are no errors.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongRequest;
    const failure = explainFailure(error);
    process.stderr.write(`${visibleText(failure.lines.join("\n"))}\n`);
    return failure.code;
  }
}

process.stdout.on("error", (error: SystemError) => {
  // A reader that closes its end early (`| head`) wants no more, and that is no failure.
  if (error.code === "EPIPE") process.exit(EXIT.done);
  const cause = error.code === "ENOSPC" ? "no space is left where it goes" : explainSystemError(error);
  process.stderr.write(`error: standard output: ${cause}\n`);
  process.exit(EXIT.workFailed);
});
// Where standard error takes nothing, there is no place left to say so; the exit code still tells.
process.stderr.on("error", () => {});

process.exitCode = await main(process.argv);
