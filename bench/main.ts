import { cpus, loadavg } from "node:os";
import { isMainThread } from "node:worker_threads";
import { availableCores } from "../workers/nodeEndpoint.ts";
import { estimators } from "./estimators.ts";
import { fitArgument, fitHere } from "./fitProcess.ts";
import { lab } from "./lab.ts";
import { page } from "./page.ts";
import { replication } from "./replication.ts";
import { serveRuns, simulators } from "./simulators.ts";
import { studies } from "./studies.ts";
import { threads } from "./threads.ts";
import { workers } from "./workers.ts";

/** `npm run bench -- [section]…`: all sections, or those named. See README.md beside this file. */
const sections: Readonly<Record<string, () => string | Promise<string>>> = {
  sim: simulators,
  replication,
  workers,
  estimators,
  threads,
  studies,
  lab,
  page,
};

async function main(asked: readonly string[]): Promise<void> {
  const unknown = asked.find((name) => !Object.hasOwn(sections, name));
  if (unknown !== undefined) {
    process.stderr.write(`error: no section "${unknown}"; there are ${Object.keys(sections).join(", ")}\n`);
    process.exitCode = 2;
    return;
  }
  const processor = cpus()[0]?.model ?? "unknown processor";
  process.stdout.write(`node ${process.version}, ${availableCores()} cores, ${processor}\n`);
  for (const name of asked.length === 0 ? Object.keys(sections) : asked) {
    const load = loadavg()[0].toFixed(1);
    process.stdout.write(`\n${name} · load ${load} at its start\n\n${await sections[name]()}\n`);
  }
}

// The simulators run in threads of this same file, and fits in processes of it.
if (!isMainThread) serveRuns();
else if (process.argv[2] !== fitArgument) await main(process.argv.slice(2));
else process.stdout.write(JSON.stringify(fitHere(JSON.parse(process.argv[3] ?? "{}"))));
