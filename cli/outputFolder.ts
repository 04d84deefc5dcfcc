import { accessSync, constants, mkdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { InvalidInput } from "../scenarios/index.ts";
import { explainSystemError, isSystemError } from "./failure.ts";
import { atExit } from "./interruption.ts";
import { faultOfTarget } from "./writeFiles.ts";

/** A folder that is ready to be written to. */
export interface OutputFolder {
  /** Removes the folders that were made for it, as far as they are empty: for when the work came to nothing. */
  discard(): void;
}

/**
 * Makes sure, before any work is done, that a folder exists (making it where needed), can be written to, and has room
 * for files of the given names. A folder made here that is still empty when the process ends is taken away again.
 *
 * @param option the flag that named it, for the message, e.g. `--out`.
 * @throws InvalidInput when it cannot; no folder is then left behind.
 */
export async function prepareFolder(
  folder: string,
  option: string,
  names: readonly string[] = [],
): Promise<OutputFolder> {
  const output = makeFolder(folder, option);
  for (const name of names) {
    const path = join(folder, name);
    const found = await faultOfTarget(path);
    if (found === null) continue;
    output.discard();
    throw new InvalidInput({
      path: `${option} ${path}`,
      found,
      expected: "a new name, or a file that may be replaced",
    });
  }
  return output;
}

/** The same for files that stand side by side, given by their paths. */
export function prepareFiles(paths: readonly [string, ...string[]], option: string): Promise<OutputFolder> {
  const names = paths.map((path) => basename(path));
  return prepareFolder(dirname(paths[0]), option, names);
}

function makeFolder(folder: string, option: string): OutputFolder {
  const absolute = resolve(folder);
  let topmostMade: string | undefined;
  try {
    topmostMade = mkdirSync(absolute, { recursive: true });
    accessSync(absolute, constants.W_OK | constants.X_OK);
    tryWriting(absolute);
  } catch (error) {
    removeEmpty(absolute, topmostMade);
    if (!isSystemError(error)) throw error;
    throw new InvalidInput({
      path: `${option} ${folder}`,
      found: error.code === "EEXIST" ? "a file, not a folder" : explainSystemError(error),
      expected: "a folder that can be written to",
    });
  }
  const release = atExit(() => removeEmpty(absolute, topmostMade));
  return {
    discard() {
      release();
      removeEmpty(absolute, topmostMade);
    },
  };
}

/** A read-only mount or a full disk shows only when something is written. */
function tryWriting(folder: string): void {
  const probe = join(folder, `.bandwagon-${process.pid}.partial`);
  try {
    writeFileSync(probe, "probe");
  } finally {
    rmSync(probe, { force: true });
  }
}

/** Removes `folder` and those above it up to the topmost that was made, until one is not empty. */
function removeEmpty(folder: string, topmostMade: string | undefined): void {
  if (topmostMade === undefined) return;
  for (let each = folder; each.length >= topmostMade.length; each = dirname(each)) {
    try {
      rmdirSync(each);
    } catch {
      return;
    }
  }
}
