import { mergedParameters, presetNamed } from "../catalogue.ts";
import { describeParametersOf, type ParameterRow } from "../describe.ts";
import { checked } from "../explainIssue.ts";
import { clusterPresets } from "../gancarczyk-2017/presets.ts";
import { type ClusterScenario, clusterScenarioSchema } from "./clusterScenario.ts";

const presets = new Map(clusterPresets.map((preset) => [preset.name, preset] as const));

/** Names of the worlds of clusters, as `resolveClusterScenario` takes them. */
export function clusterScenarioNames(): string[] {
  return [...presets.keys()];
}

/** One line about a world of clusters. */
export function clusterScenarioSummary(name: string): string {
  return presetNamed(presets, name).summary;
}

/**
 * The full world of clusters of a preset with some parameters set.
 *
 * @throws InvalidInput for an unknown name, an unknown parameter or a value out of its range.
 */
export function resolveClusterScenario(
  name: string,
  set: Readonly<Record<string, unknown>> = {},
): ClusterScenario {
  return checked(clusterScenarioSchema, mergedParameters(presetNamed(presets, name), set), ["set"]);
}

/** Every parameter of a preset, in the order of the schema. */
export function describeClusterScenario(name: string): ParameterRow[] {
  return describeParametersOf(clusterScenarioSchema, resolveClusterScenario(name));
}
