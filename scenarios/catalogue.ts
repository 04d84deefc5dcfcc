import { presets as bettiol2017 } from "./bettiol-2017/presets.ts";
import { presets as canello2022 } from "./canello-2022/presets.ts";
import { presets as canelloPavone } from "./canello-pavone/presets.ts";
import { checked } from "./explainIssue.ts";
import type { Preset } from "./family.ts";
import { presets as freeman2007 } from "./freeman-2007/presets.ts";
import { clusterPresets } from "./gancarczyk-2017/presets.ts";
import { InvalidInput } from "./invalidInput.ts";
import { lookUp, namesToShow } from "./lookUp.ts";
import { overlappingParameters, refuseUnsafeNames } from "./parameterPaths.ts";
import { phrase } from "./phrase.ts";
import { type Scenario, scenarioSchema } from "./scenario.ts";

/** Those of every family, which this file does not import: a simulation needs no tables, targets or regressions. */
const presets = new Map<string, Preset>(
  [...canello2022, ...canelloPavone, ...bettiol2017, ...freeman2007].map(
    (preset) => [preset.name, preset] as const,
  ),
);

/** Names of the presets, as `resolveScenario` takes them. */
export function scenarioNames(): string[] {
  return [...presets.keys()];
}

/** One line about a preset. */
export function scenarioSummary(name: string): string {
  return pairPreset(name).summary;
}

/**
 * The full world of a preset with some parameters set. `set` may name a nested parameter by its path
 * (`controls.size`) or by nested objects.
 * @throws InvalidInput for an unknown scenario, an unknown parameter, one that contains another, or a value out of its
 * range.
 */
export function resolveScenario(name: string, set: Readonly<Record<string, unknown>> = {}): Scenario {
  return scenarioOfPreset(pairPreset(name), set);
}

/**
 * The same of a preset at hand, which need not be that of a family that ships.
 * @throws InvalidInput as `resolveScenario` does.
 */
export function scenarioOfPreset(preset: Preset, set: Readonly<Record<string, unknown>> = {}): Scenario {
  return checked(scenarioSchema, mergedParameters(preset, set), ["set"]);
}

/** Who asks for pairs can do nothing with a world of clusters, and is told so. */
function pairPreset(name: string): Preset {
  if (clusterPresets.some((preset) => preset.name === name)) {
    throw new InvalidInput({
      path: "scenario",
      found: phrase`${JSON.stringify(name)}, a world of clusters, which has no pairs of firm and destination`,
      expected: phrase`a scenario with pairs: ${namesToShow(scenarioNames(), "", null).join(", ")}, …. A world of clusters can be simulated (bandwagon simulate ${name}) and checked against its paper (bandwagon replicate); no model of a study fits it`,
    });
  }
  return lookUp(presets, name, "scenario", phrase`scenario`, allPresetNames());
}

/** Those of clusters too, so that a misspelt one is recognised. */
function allPresetNames(): string[] {
  return [...presets.keys(), ...clusterPresets.map(({ name }) => name)];
}

/** @throws InvalidInput for an unknown name. */
export function presetNamed(among: ReadonlyMap<string, Preset>, name: string): Preset {
  return lookUp(among, name, "scenario", phrase`scenario`);
}

/**
 * The parameters of a preset with some set on top, not yet checked against a schema.
 * @throws InvalidInput for an unsafe name or a parameter that contains another.
 */
export function mergedParameters(
  preset: Preset,
  set: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  refuseUnsafeNames(set, ["set"]);
  const overlap = overlappingParameters(Object.keys(set));
  if (overlap !== null) {
    throw new InvalidInput({
      path: `set.${overlap.outer}`,
      found: phrase`a parameter that contains ${overlap.inner}, which is set as well`,
      expected: phrase`each parameter once`,
    });
  }
  const parameters: Record<string, unknown> = structuredClone(preset.parameters);
  for (const [path, value] of Object.entries(set)) assign(parameters, path.split("."), value);
  return parameters;
}

function assign(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [head = "", ...rest] = path;
  const isObject = (x: unknown): x is Record<string, unknown> =>
    x !== null && typeof x === "object" && !Array.isArray(x);
  if (rest.length > 0) {
    const inner = target[head];
    const next = isObject(inner) ? inner : {};
    target[head] = next;
    assign(next, rest, value);
  } else if (isObject(value)) {
    for (const [key, each] of Object.entries(value)) assign(target, [head, key], each);
  } else {
    target[head] = value;
  }
}
