#!/usr/bin/env node
import { CommanderError } from "commander";
import { EXIT, explainFailure } from "./failure.ts";
import { buildProgram } from "./program.ts";

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
    process.stderr.write(`${failure.lines.join("\n")}\n`);
    return failure.code;
  }
}

// A reader that closes its end early (`| head`) wants no more, and that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(EXIT.done);
});

process.exitCode = await main(process.argv);
