import { spawnSync } from "node:child_process";

/** Whether R is installed; what needs it is skipped without, and says so. */
export const hasRscript = spawnSync("Rscript", ["--version"]).error === undefined;

if (!hasRscript) process.stderr.write("Rscript is not installed: scripts for R were not run\n");
