import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { textTable } from "../cli/textTable.ts";
import { type ResolvedDesign, resolveDesign } from "../study/cells.ts";
import { parseDesign } from "../study/design.ts";
import { type ReplicationKey, replicationKeys } from "../study/replicationKeys.ts";
import { availableCores, spawnNodeWorker } from "../workers/nodeEndpoint.ts";
import { createReplicationPool, runReplications } from "../workers/runReplications.ts";
import { type Duration, median, medianRatio, stopwatch } from "./timing.ts";

// Both addresses are seen from the bundle, dist/bench.js.
const recoveryStudy = new URL("../scenarios/canello-2022/studies/recovery.json", import.meta.url);
const worker = new URL("./worker.js", import.meta.url);

const replications = 6;
/** Replications of each world and thread before those that count. */
const warmUp = 2;
const rounds = 3;
const sizes = [1, 2];

/** The recovery study on two threads beside one. */
export async function workers(): Promise<string> {
  const design = resolveDesign(
    parseDesign({ ...JSON.parse(readFileSync(recoveryStudy, "utf8")), replications }),
  );
  const load = loadavg()[0];
  const durations = sizes.map((): Duration[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, size] of sizes.entries()) durations[at].push(await run(design, size));
  }
  const wall = durations.map((of) => of.map((duration) => duration.wall));
  const table = textTable(
    [
      { title: "workers", align: "left" },
      { title: "wall s", align: "right" },
      { title: "least", align: "right" },
      { title: "speed-up", align: "right" },
      { title: "CPU s", align: "right" },
      { title: "cores got", align: "right" },
    ],
    sizes.map((size, at) => [
      String(size),
      seconds(median(wall[at])),
      seconds(Math.min(...wall[at])),
      medianRatio(wall[0], wall[at]).toFixed(2),
      seconds(median(durations[at].map(({ cpu }) => cpu))),
      coresGot(durations[at]).toFixed(2),
    ]),
  );
  const total = design.cells.length * design.design.replications;
  const lines = [
    `recovery study, ${total} replications of ${design.cells.length} worlds; medians of ${rounds} rounds`,
    table,
  ];
  if (sizes.some((size, at) => coresGot(durations[at]) < 0.9 * size)) {
    lines.push(
      `The cores were not free: load ${load.toFixed(1)} before the first round, ${loadavg()[0].toFixed(1)} after the last, on ${availableCores()} cores. Threads gain no more than the cores they get, so this speed-up says nothing about free cores.`,
    );
  }
  return lines.join("\n\n");
}

function coresGot(durations: readonly Duration[]): number {
  return median(durations.map(({ wall, cpu }) => cpu / wall));
}

async function run(design: ResolvedDesign, size: number): Promise<Duration> {
  const pool = createReplicationPool({ spawn: () => spawnNodeWorker(worker), size, design });
  const study = async (keys: Iterable<ReplicationKey>) => {
    const failure = await runReplications(pool, keys, {
      onDone({ outcome }) {
        if (!outcome.ok) throw new Error(outcome.error.message);
      },
    });
    if (failure !== null) throw new Error(failure.message);
  };
  // Every thread starts and compiles on replications that are not counted, as many for each.
  await study(
    Array.from({ length: warmUp * size }, () =>
      design.cells.map(({ index }) => ({ cell: index, replication: 1 })),
    ).flat(),
  );
  const read = stopwatch();
  await study(replicationKeys(design));
  const duration = read();
  await pool.dispose();
  return duration;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}
