import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A Slurm of several nodes on the loopback of this machine (Debian's packages, root). */
export interface LocalSlurm {
  /** Ends the node as a loss of power would. */
  crash(node: string): void;
  /** Starts what is missing. */
  repair(): void;
  stop(): void;
}

const script = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));

/** Why there is none, in a sentence; sets SLURM_CONF where there is one. */
export function startLocalSlurm(): LocalSlurm | string {
  if (process.getuid?.() !== 0) return "Slurm's daemons need root, and this is another user";
  // Unix sockets have short names only.
  const folder = mkdtempSync(join(tmpdir(), "slurm-"));
  // munge refuses a folder that others may not look into.
  chmodSync(folder, 0o755);
  const start = () =>
    spawnSync("bash", [script("start-local-slurm.sh"), folder, "--nodes", "2", "--cpus", "1"], {
      encoding: "utf8",
    });
  const { status, stdout, stderr } = start();
  if (status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return `Slurm could not be started: ${stderr.trim().split("\n").at(-1) ?? ""}`;
  }
  process.env.SLURM_CONF = /SLURM_CONF=(\S+)/.exec(stdout)?.[1]?.replaceAll("'", "");
  const stopScript = (...words: string[]) =>
    spawnSync("bash", [script("stop-local-slurm.sh"), folder, ...words], { encoding: "utf8" });
  return {
    crash(node) {
      stopScript("--crash", node);
      // Otherwise it takes half a minute until the controller notices.
      spawnSync("scontrol", ["update", `nodename=${node}`, "state=down", "reason=crashed"]);
    },
    repair() {
      start();
      spawnSync("scontrol", ["update", "nodename=n[1-2]", "state=resume"]);
    },
    stop() {
      stopScript("--purge");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
