import { tableFromColumns } from "../panel/tableFromColumns.ts";
import {
  type ClusterScenario,
  clusterScenarioNames,
  resolveClusterScenario,
} from "../scenarios/clusters/index.ts";
import { InvalidInput } from "../scenarios/index.ts";
import {
  advanceClusters,
  type ClusterSummary,
  clusterHistoryOf,
  clusterSummary,
  type RunKey,
  startClusters,
} from "../sim/index.ts";
import { breathe } from "./breathe.ts";
import { refuseLargeClusters } from "./clusterMemory.ts";
import { EXIT } from "./failure.ts";
import { interruption } from "./interruption.ts";
import { prepareFiles } from "./outputFolder.ts";
import { memoryLimit, workWithinMemory } from "./panelMemory.ts";
import { panelFiles, panelPaths } from "./plannedFiles.ts";
import { parseAssignments, refuseOtherEndings, type SimulateOptions } from "./simulate.ts";
import { wrapText } from "./textTable.ts";
import { visibleText } from "./visibleText.ts";
import { writeFiles } from "./writeFiles.ts";

/** What `bandwagon simulate` found in a world of clusters, and what `--format json` prints. */
export interface ClusterSimulationResult {
  readonly scenario: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly key: RunKey;
  readonly rows: number;
  readonly columns: number;
  readonly summary: ClusterSummary;
  readonly files: readonly string[];
}

export function isClusterWorld(name: string): boolean {
  return clusterScenarioNames().includes(name);
}

/** `bandwagon simulate SCENARIO` of a world of clusters. Returns the exit code. */
export async function simulateClusterScenario(name: string, options: SimulateOptions): Promise<number> {
  const set = parseAssignments(options.set);
  const scenario = resolveFromFlags(name, set);
  const { out } = options;
  refuseOtherEndings(out);
  if (options.counterfactual) {
    throw new InvalidInput({
      path: "--counterfactual",
      found: `asked for in ${name}, a world of clusters`,
      expected:
        "nothing: run it twice with the same --seed, the second time with --set clusterImitation=0 or another modePolicy; the two share every draw",
    });
  }
  refuseLargeClusters(scenario, "SCENARIO", memoryLimit());
  const { signal, release } = interruption();
  const folder = out === undefined ? null : await prepareFiles(panelPaths(out), "--out");
  try {
    const key = { seed: options.seed, condition: name, replication: 1 };
    const history = await workWithinMemory(
      "in a world of clusters; fewer clusters, firmsPerCluster or years take less",
      async () => {
        const world = startClusters(scenario, key);
        for (let year = 0; year < scenario.years; year++) {
          await breathe(signal);
          advanceClusters(world, 1);
        }
        await breathe(signal);
        return clusterHistoryOf(world);
      },
    );
    const files = out === undefined ? [] : panelFiles(out, tableFromColumns(history.columns));
    await writeFiles(files, signal);
    const result: ClusterSimulationResult = {
      scenario: name,
      set,
      key,
      rows: history.rows,
      columns: history.columns.length,
      summary: clusterSummary(history),
      files: files.map(({ path }) => path),
    };
    const report = options.format === "json" ? JSON.stringify(result, null, 2) : clusterReport(result);
    process.stdout.write(`${report}\n`);
    return EXIT.done;
  } catch (error) {
    folder?.discard();
    throw error;
  } finally {
    release();
  }
}

/** Of the names of the report's lines, and of what stands beside them. */
const NAMES = 28;
const WIDTH = 82;

/** A history of clusters as a person reads it. */
export function clusterReport(result: ClusterSimulationResult): string {
  const { scenario, set, key, rows, columns, summary, files } = result;
  const { firms, clusters, years, status, modes, movesAbroad, returns, employment, lockIn, core } = summary;
  const count = (value: number) => Math.round(value).toLocaleString("en");
  const short = (value: number) => (Number.isFinite(value) ? String(Number(value.toPrecision(3))) : "–");
  const counts = (of: Readonly<Record<string, number>>) =>
    Object.entries(of)
      .map(([label, number]) => `${label} ${count(number)}`)
      .join(", ");
  const changed = Object.entries(set).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  const lines = [
    [scenario, ...changed, `seed "${key.seed}"`].join(" · "),
    `panel                       ${count(rows)} rows, ${columns} columns: ${count(firms)} firms in ${count(clusters)} clusters over ${count(years)} years`,
    `firms at the end            ${counts(status)}`,
    `modes at the end            ${wrapText(counts(modes), WIDTH, " ".repeat(NAMES))}`,
    `moves abroad, returns       ${count(movesAbroad)} and ${count(returns)} in all years`,
    `employees in the clusters   ${count(employment.first)} after the first year, ${count(employment.last)} after the last`,
    `lock-in, core competence    ${short(lockIn)} and ${short(core)}, means of the open firms at the end`,
    ...files.map((file) => `written                     ${file}`),
  ];
  return visibleText(lines.join("\n"));
}

/** The same complaint with `--set clusters` for the path `set.clusters`. */
function resolveFromFlags(name: string, set: Readonly<Record<string, unknown>>): ClusterScenario {
  try {
    return resolveClusterScenario(name, set);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const { found, expected, suggestion } = error;
    throw new InvalidInput({ path: error.path.replace(/^set\./, "--set "), found, expected, suggestion });
  }
}
