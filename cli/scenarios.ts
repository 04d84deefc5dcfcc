import { clusterScenarioSummary, describeClusterScenario } from "../scenarios/clusters/index.ts";
import {
  describeScenario,
  type FieldRow,
  families,
  InvalidInput,
  type ParameterRow,
  scenarioSummary,
} from "../scenarios/index.ts";
import { EXIT } from "./failure.ts";
import { isClusterWorld } from "./simulateClusterWorld.ts";
import { wrapText } from "./textTable.ts";

/** `bandwagon scenarios [NAME]`. Returns the exit code. */
export function listScenarios(name: string | undefined, format: "table" | "json"): number {
  const text = name === undefined ? everyScenario(format) : oneScenario(name, format);
  process.stdout.write(`${text}\n`);
  return EXIT.done;
}

function everyScenario(format: "table" | "json"): string {
  const scenarios = families.flatMap(({ presets, clusterPresets = [] }) =>
    [...presets, ...clusterPresets].map(({ name, summary }) => ({ name, summary })),
  );
  if (format === "json") return JSON.stringify(scenarios, null, 2);
  const width = Math.max(...scenarios.map(({ name }) => name.length));
  return scenarios.map(({ name, summary }) => `${name.padEnd(width)}  ${summary}`).join("\n");
}

function oneScenario(name: string, format: "table" | "json"): string {
  const { summary, parameters } = describedWorld(name);
  if (format === "json") return JSON.stringify({ name, summary, parameters }, null, 2);
  const lines = parameters.map((row) => {
    const value = JSON.stringify(row.value);
    const fallback = JSON.stringify(row.default);
    const differs = value === fallback ? "" : ` (default ${fallback})`;
    return [
      `${row.path} = ${value}${differs}  [${row.unit}; ${row.range}]`,
      `    ${wrapText(`${row.mechanism}: ${row.meaning}. Source: ${row.source}`, 106, "    ")}`,
      ...(row.fields ?? []).map(fieldLine),
    ].join("\n");
  });
  return [`${name}: ${summary}`, ...lines].join("\n\n");
}

/** The complaint about a name says which argument it is about. */
function describedWorld(name: string): { summary: string; parameters: readonly ParameterRow[] } {
  if (isClusterWorld(name)) {
    return { summary: clusterScenarioSummary(name), parameters: describeClusterScenario(name) };
  }
  try {
    return { summary: scenarioSummary(name), parameters: describeScenario(name) };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const { found, expected, suggestion } = error;
    throw new InvalidInput({ path: "NAME", found, expected, suggestion });
  }
}

function fieldLine({ name, default: fallback, unit, range, meaning }: FieldRow): string {
  const start = fallback === undefined ? name : `${name} = ${JSON.stringify(fallback)}`;
  return `    ${wrapText(`${start} [${unit}; ${range}]: ${meaning}`, 106, "        ")}`;
}
