import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { InvalidInput } from "../../scenarios/index.ts";
import { isSystemError } from "../failure.ts";
import { atExit } from "../interruption.ts";
import { lockPath } from "./studyPaths.ts";

/** Who works in a folder. */
interface Holder {
  readonly process: number;
  readonly machine: string;
}

/**
 * Keeps a second process out of a study's folder. A lock that a killed process of this machine left behind is taken over.
 *
 * @returns what gives the folder free; it also happens when the process ends in any way but a kill.
 * @throws InvalidInput where another process holds it.
 */
export function lockFolder(folder: string): () => void {
  const path = lockPath(folder);
  const own: Holder = { process: process.pid, machine: hostname() };
  const text = `${JSON.stringify(own)}\n`;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(path, text, { flag: "wx" });
      const remove = () => {
        if (textOf(path) === text) rmSync(path, { force: true });
      };
      const release = atExit(remove);
      return () => {
        release();
        remove();
      };
    } catch (error) {
      if (!isSystemError(error) || error.code !== "EEXIST") throw error;
    }
    const found = textOf(path);
    if (found === null) continue;
    const holder = holderOf(found);
    if (holder !== null && !isGone(holder)) refuse(folder, path, holder);
    // Of two that take over at once, one moves what the other has just made: that one puts it back.
    const aside = `${path}.stale-${process.pid}`;
    moveAside(path, aside);
    if (textOf(aside) !== found) putBack(aside, path);
    rmSync(aside, { force: true });
  }
  refuse(folder, path, holderOf(textOf(path) ?? ""));
}

function refuse(folder: string, path: string, holder: Holder | null): never {
  const who = holder === null ? "another process" : `process ${holder.process} on ${holder.machine}`;
  throw new InvalidInput({
    path: `--out ${folder}`,
    found: `a folder in which ${who} is at work`,
    expected: `a folder of its own for each run; if nothing runs there any more, remove ${path}`,
  });
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return null;
    throw error;
  }
}

/** null for a lock that was torn while it was written. */
function holderOf(text: string): Holder | null {
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== "object" || found === null) return null;
    const { process: id, machine } = found as Partial<Holder>;
    return typeof id === "number" && typeof machine === "string" ? { process: id, machine } : null;
  } catch {
    return null;
  }
}

/** Of another machine nothing is known. */
function isGone({ process: id, machine }: Holder): boolean {
  if (machine !== hostname()) return false;
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    return isSystemError(error) && error.code === "ESRCH";
  }
}

function moveAside(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!isSystemError(error) || error.code !== "ENOENT") throw error;
  }
}

function putBack(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!isSystemError(error) || (error.code !== "EEXIST" && error.code !== "ENOENT")) throw error;
  }
}
