import { constants } from "node:fs";
import { access, mkdir, open, rename, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { InvalidInput } from "../scenarios/index.ts";
import { explainSystemError, Interrupted, isSystemError } from "./failure.ts";

/** Takes the next piece of a file; await it before making more. */
export type WritePiece = (piece: string | Uint8Array) => Promise<void>;

/** A file to be: its path, and what writes its content piece by piece. */
export interface PlannedFile {
  readonly path: string;
  readonly write: (to: WritePiece) => void | Promise<void>;
}

/**
 * Writes files that belong together: each under a temporary name in its own folder, and only when all are complete
 * and on disk are they renamed. On failure or interruption the temporary files are removed and what stood under the
 * final names before is untouched.
 */
export async function writeFiles(files: readonly PlannedFile[], signal?: AbortSignal): Promise<void> {
  const temporary = (file: PlannedFile) => `${file.path}.partial-${process.pid}`;
  try {
    for (const file of files) {
      const handle = await open(temporary(file), "w");
      try {
        await file.write(async (piece) => {
          if (signal?.aborted) throw new Interrupted();
          await handle.writeFile(piece);
        });
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
    for (const file of files) await rename(temporary(file), file.path);
  } catch (error) {
    await Promise.all(files.map((file) => rm(temporary(file), { force: true })));
    throw error;
  }
}

/** A folder that is ready to be written to. */
export interface OutputFolder {
  /** Removes the folders that were made for it, as far as they are empty: for when the work came to nothing. */
  discard(): Promise<void>;
}

/**
 * Makes sure, before any work is done, that a folder exists (making it where needed) and can be written to.
 *
 * @param option the flag that named it, for the message, e.g. `--out`.
 * @throws InvalidInput when it cannot.
 */
export async function prepareFolder(folder: string, option: string): Promise<OutputFolder> {
  const absolute = resolve(folder);
  try {
    const topmostMade = await mkdir(absolute, { recursive: true });
    await access(absolute, constants.W_OK | constants.X_OK);
    await tryWriting(absolute);
    return { discard: () => removeEmpty(absolute, topmostMade) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new InvalidInput({
      path: `${option} ${folder}`,
      found: explainSystemError(error),
      expected: "a folder that can be written to",
    });
  }
}

/** The same for a single file: its folder must take it, and it must not be a folder itself. */
export async function prepareFile(path: string, option: string): Promise<OutputFolder> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) {
    throw new InvalidInput({ path: `${option} ${path}`, found: "a folder", expected: "the name of a file" });
  }
  return prepareFolder(dirname(path), option);
}

/** A read-only mount or a full disk shows only when something is written. */
async function tryWriting(folder: string): Promise<void> {
  const probe = join(folder, `.bandwagon-${process.pid}.partial`);
  const handle = await open(probe, "w");
  try {
    await handle.write("probe");
  } finally {
    await handle.close();
    await rm(probe, { force: true });
  }
}

async function removeEmpty(folder: string, topmostMade: string | undefined): Promise<void> {
  if (topmostMade === undefined) return;
  for (let each = folder; each.length >= topmostMade.length; each = dirname(each)) {
    try {
      await rmdir(each);
    } catch {
      return;
    }
  }
}
