import { renameSync, rmSync, writeFileSync } from "node:fs";
import { access, constants, open, stat } from "node:fs/promises";
import { explainSystemError, Interrupted, isSystemError, WorkFailed } from "./failure.ts";
import { atExit } from "./interruption.ts";

/** Takes the next piece of a file; await it before making more. */
export type WritePiece = (piece: string | Uint8Array) => Promise<void>;

/** A file to be: its path, and what writes its content piece by piece. */
export interface PlannedFile {
  readonly path: string;
  readonly write: (to: WritePiece) => void | Promise<void>;
}

/**
 * Writes files that belong together: all of them, or none.
 *
 * 1. Every final name is looked at, and nothing is written where one cannot be taken.
 * 2. Each file is written to disk under a temporary name in its own folder.
 * 3. What stands under the final names steps aside, and the new files take its place. When one cannot, all that
 *    stood there before is put back.
 *
 * No temporary file outlives a failure or an interruption, be it the second Ctrl-C that ends the process. Only
 * when the machine stops in the middle of step 3 may a file be found under its name with `.previous-` appended.
 *
 * @throws WorkFailed when a name cannot be taken; Interrupted when `signal` aborts.
 */
export async function writeFiles(files: readonly PlannedFile[], signal?: AbortSignal): Promise<void> {
  for (const { path } of files) {
    const fault = await faultOfTarget(path);
    if (fault !== null) throw new WorkFailed(`${path}: ${fault}`);
  }
  const removeTemporaries = () => {
    for (const { path } of files) rmSync(temporaryName(path), { force: true });
  };
  const release = atExit(removeTemporaries);
  try {
    for (const file of files) await writeTemporary(file, signal);
    replaceAll(files.map(({ path }) => path));
  } finally {
    removeTemporaries();
    release();
  }
}

/** Why no file can be written under this name, in words; null when one can. What stands there may be replaced. */
export async function faultOfTarget(path: string): Promise<string | null> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return "a folder, not a file";
    if (!found.isFile()) return "neither a file nor a folder";
    // Renaming would replace a read-only file; whoever made it read-only wants to keep it.
    await access(path, constants.W_OK);
    return null;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === "ENOENT" ? null : explainSystemError(error);
  }
}

const temporaryName = (path: string) => `${path}.partial-${process.pid}`;
const previousName = (path: string) => `${path}.previous-${process.pid}`;

async function writeTemporary({ path, write }: PlannedFile, signal: AbortSignal | undefined): Promise<void> {
  // Made before this function gives way: a process that ends while a file is being opened could leave it behind.
  writeFileSync(temporaryName(path), "");
  const handle = await open(temporaryName(path), "r+");
  try {
    await write(async (piece) => {
      if (signal?.aborted) throw new Interrupted();
      await handle.writeFile(piece);
    });
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives the temporary files their names, in one go: no signal is heard before it is done. */
function replaceAll(paths: readonly string[]): void {
  const undo: (() => void)[] = [];
  try {
    for (const path of paths) {
      if (stepAside(path)) undo.unshift(() => renameSync(previousName(path), path));
      renameSync(temporaryName(path), path);
      // The older file, where there was one, comes back over the new one.
      undo.unshift(() => rmSync(path));
    }
  } catch (error) {
    for (const step of undo) step();
    throw error;
  }
  for (const path of paths) rmSync(previousName(path), { force: true });
}

/** Whether there was something that had to. */
function stepAside(path: string): boolean {
  try {
    renameSync(path, previousName(path));
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return false;
    throw error;
  }
}
