import { tableFromColumns } from "../panel/tableFromColumns.ts";
import { cutText, InvalidInput, showFound } from "../scenarios/index.ts";
import type { Counterfactual, RunKey, SimulatedHistory } from "../sim/index.ts";
import { EXIT } from "./failure.ts";
import { flagValue } from "./flagValue.ts";
import { interruption } from "./interruption.ts";
import { prepareFiles } from "./outputFolder.ts";
import { memoryLimit, refuseTooLarge, withinMemory } from "./panelMemory.ts";
import { panelFiles, panelPaths } from "./plannedFiles.ts";
import { type NamedWorld, namedWorld } from "./scenarioFile.ts";
import { simulateByYear } from "./simulateByYear.ts";
import { simulationReport, simulationWarnings } from "./simulationReport.ts";
import { writeFiles } from "./writeFiles.ts";

export interface SimulateOptions {
  /** `parameter=value`, as given to `--set`. */
  readonly set: readonly string[];
  readonly seed: string;
  readonly out?: string;
  readonly counterfactual?: boolean;
  readonly format: "table" | "json";
}

/** What `bandwagon simulate` found, and what `--format json` prints. */
export interface SimulationResult {
  readonly scenario: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly key: RunKey;
  readonly rows: number;
  readonly columns: number;
  readonly truth: SimulatedHistory["truth"];
  /** JSON has no infinity: a reproduction number that is unbounded is printed as null, beside an `exitRate` of 0. */
  readonly diagnostics: SimulatedHistory["diagnostics"];
  readonly counterfactual: Counterfactual | null;
  readonly files: readonly string[];
}

/** `bandwagon simulate SCENARIO|FILE.json`. Returns the exit code. */
export async function simulateScenario(name: string, options: SimulateOptions): Promise<number> {
  const set = parseAssignments(options.set);
  const { base, scenario } = await worldFromFlags(name, set);
  refuseOtherEndings(options.out);
  refuseTooLarge(scenario, "SCENARIO", options.counterfactual ? 2 : 1, memoryLimit());
  const { signal, release } = interruption();
  const folder = options.out === undefined ? null : await prepareFiles(panelPaths(options.out), "--out");
  try {
    // Not the file's name: draws do not depend on where a file is.
    const key = { seed: options.seed, condition: base, replication: 1 };
    const { history, counterfactual } = await withinMemory(scenario, () =>
      simulateByYear(scenario, key, { counterfactual: options.counterfactual === true, signal }),
    );
    const files = options.out === undefined ? [] : panelFiles(options.out, tableFromColumns(history.columns));
    await writeFiles(files, signal);
    const { rows, truth, diagnostics } = history;
    const result: SimulationResult = {
      scenario: name,
      set,
      key,
      rows,
      columns: history.columns.length,
      truth,
      diagnostics,
      counterfactual,
      files: files.map(({ path }) => path),
    };
    const report = options.format === "json" ? JSON.stringify(result, null, 2) : simulationReport(result);
    process.stdout.write(`${report}\n`);
    for (const warning of simulationWarnings(scenario, result)) process.stderr.write(`${warning}\n`);
    return EXIT.done;
  } catch (error) {
    folder?.discard();
    throw error;
  } finally {
    release();
  }
}

/** @throws InvalidInput for the name of a file that tells no format a panel is written in. */
export function refuseOtherEndings(out: string | undefined): void {
  if (out === undefined || /\.(csv|parquet)$/i.test(out)) return;
  throw new InvalidInput({
    path: `--out ${out}`,
    found: "a name that ends in neither",
    expected: "a file name that ends in .csv or .parquet",
  });
}

/** `["firms=100", "controls.size=0"]` → `{ firms: 100, "controls.size": 0 }`. What is not JSON is taken as text. */
export function parseAssignments(assignments: readonly string[]): Record<string, unknown> {
  const set = new Map<string, unknown>();
  for (const assignment of assignments) {
    const at = assignment.indexOf("=");
    if (at < 1) {
      throw new InvalidInput({
        path: `--set ${cutText(assignment)}`,
        found: showFound(assignment),
        expected: "parameter=value, e.g. firms=4000 or decision.kind=entryExit",
      });
    }
    set.set(assignment.slice(0, at), flagValue(assignment.slice(at + 1), `--set ${assignment.slice(0, at)}`));
  }
  // Each becomes a key of its own, "__proto__" too, so that it can be refused.
  return Object.fromEntries(set);
}

/** The same complaint with `--set firms` for the path `set.firms`. */
async function worldFromFlags(name: string, set: Readonly<Record<string, unknown>>): Promise<NamedWorld> {
  try {
    return await namedWorld(name, set);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const { found, expected, suggestion } = error;
    const path = error.path === "scenario" ? "SCENARIO" : error.path.replace(/^set\./, "--set ");
    throw new InvalidInput({ path, found, expected, suggestion });
  }
}
