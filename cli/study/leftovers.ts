import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Names that a killed process leaves behind: half-written files, files that had stepped aside, locks taken over. */
const LEFT_BEHIND =
  /^(design\.json|replications\.(csv|parquet)|summary\.json|looks\.json|verdict\.md|lock)\.(partial|previous|stale)-/;

/** Removes what killed processes left in a folder that is held by this one, once its results stand under their names. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (LEFT_BEHIND.test(name)) rmSync(join(folder, name), { force: true });
  }
}
