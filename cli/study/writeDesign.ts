import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import type { ResolvedDesign } from "../../study/cells.ts";
import { isSystemError } from "../failure.ts";
import { designPath } from "./studyPaths.ts";

/**
 * Puts the design into a study's folder. The file tells whose folder it is, so at no moment is there none: what is
 * the same stays, what is longer replaces the older in one step.
 */
export function writeDesign(folder: string, { design }: ResolvedDesign): void {
  const path = designPath(folder);
  const text = `${JSON.stringify(design, null, 2)}\n`;
  if (textOf(path) === text) return;
  const temporary = `${path}.partial-${hostname()}-${process.pid}`;
  try {
    const file = openSync(temporary, "w");
    try {
      const bytes = Buffer.from(text, "utf8");
      for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return null;
    throw error;
  }
}
