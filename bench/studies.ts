import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readLogs } from "../cli/study/readLogs.ts";
import { resultFiles } from "../cli/study/resultFiles.ts";
import { storedRows } from "../cli/study/storedRows.ts";
import { openStudyFolder } from "../cli/study/studyFolder.ts";
import { writeFiles } from "../cli/writeFiles.ts";
import { version } from "../package.json";
import type { ResolvedDesign } from "../study/cells.ts";
import { resolveDesign } from "../study/cells.ts";
import { parseDesign } from "../study/design.ts";
import { heldRows } from "../study/heldRows.ts";
import type { RowSource } from "../study/rowSource.ts";
import { missingRanges } from "../study/shards/shardPlan.ts";
import { summariseSource } from "../study/summary.ts";

/**
 * What the engine of a study costs beside its replications: keeping 100,000 of them with ten estimates each, finding
 * out what is there when a study is resumed, and making its results. The replications themselves are made up.
 */
const replications = 50_000;
const estimands = 10;

export async function studies(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "bandwagon-bench-"));
  try {
    return await measured(join(folder, "study"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(folder: string): Promise<string> {
  const design = resolveDesign(
    parseDesign({
      aim: "To be large",
      dataGenerating: { name: "w", scenario: "canello-2022/return", vary: { firms: [100, 200] } },
      methods: ["canello-2022/cox-exact"],
      performance: [
        "bias",
        "empiricalSe",
        "modelSe",
        "mse",
        "coverage",
        "biasEliminatedCoverage",
        "rejection",
      ],
      replications,
      seed: "1",
    }),
  );
  const count = design.cells.length * replications;
  const lines: string[] = [];
  const say = (what: string, seconds: number) =>
    lines.push(
      `${what.padEnd(58)} ${seconds.toFixed(2).padStart(7)} CPU s  ${((1000 * seconds) / count).toFixed(4)} ms each`,
    );

  const keeping = await timed(() => keepAll(folder, design));
  say(`keep ${count.toLocaleString("en")} replications of ${estimands} estimates`, keeping);
  const reading = await timed(() => missingRanges(design, readLogs(folder, design, version).index));
  say("find out what is there, as a study that is resumed", reading);
  const logs = readLogs(folder, design, version);
  const stored = storedRows(design, logs);
  const resultsFrom = (source: RowSource) => () =>
    writeFiles(resultFiles(design, source, summariseSource(design, source), (name) => join(folder, name)));
  const everyReader = await timed(resultsFrom(stored));
  const held = await timed(resultsFrom(heldRows(design, stored)));
  const memory = process.memoryUsage();
  stored.close();
  const rows = (count * estimands).toLocaleString("en");
  say(`summarise ${rows} rows and write Parquet, CSV and JSON`, held);
  say("the same where every one of its four readers reads the logs", everyReader);
  lines.push(`reading once takes ${(held / everyReader).toFixed(2)} of that`);
  const log = logs.files.reduce((bytes, path) => bytes + statSync(path).size, 0);
  lines.push(
    `log ${(log / 1e6).toFixed(0)} MB; heap in use after the results ${(memory.heapUsed / 1e6).toFixed(0)} MB, of flat columns ${(memory.arrayBuffers / 1e6).toFixed(0)} MB`,
  );
  return lines.join("\n");
}

async function keepAll(folder: string, design: ResolvedDesign): Promise<void> {
  const study = await openStudyFolder(folder, design);
  for (const { index: cell, world } of design.cells) {
    for (let replication = 1; replication <= replications; replication++) {
      const rows = Array.from({ length: estimands }, (_, at) => {
        const estimate = Math.sin(replication * 12.9898 + at * 78.233);
        return {
          world,
          cell,
          replication,
          method: "canello-2022/cox-exact",
          estimand: `term${at}`,
          truth: 0,
          estimate,
          stdError: 0.7,
          confLow: estimate - 1.4,
          confHigh: estimate + 1.4,
          pValue: Math.abs(estimate),
          status: "ok",
          message: "",
        };
      });
      await study.keep({ cell, replication }, rows);
    }
  }
  study.close();
}

/** Processor time, which other programs disturb less than the clock. */
async function timed(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
