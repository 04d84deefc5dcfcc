import { bettiol2017 } from "./bettiol-2017/family.ts";
import { canello2022 } from "./canello-2022/family.ts";
import { canelloPavone } from "./canello-pavone/family.ts";
import { checked } from "./explainIssue.ts";
import type { Family, Preset } from "./family.ts";
import { freeman2007 } from "./freeman-2007/family.ts";
import { gancarczyk2017 } from "./gancarczyk-2017/family.ts";
import { InvalidInput } from "./invalidInput.ts";
import { nearestName } from "./nearestName.ts";
import { overlappingParameters, refuseUnsafeNames } from "./parameterPaths.ts";
import { type Scenario, scenarioSchema } from "./scenario.ts";
import type { ModelSpecification } from "./specification.ts";

/** Every family that ships. */
export const families: readonly Family[] = [
  canello2022,
  canelloPavone,
  bettiol2017,
  freeman2007,
  gancarczyk2017,
];

const presets = new Map<string, Preset>(
  families.flatMap((family) => family.presets.map((preset) => [preset.name, preset] as const)),
);
const specifications = new Map<string, ModelSpecification>(
  families.flatMap((family) => family.specifications.map((each) => [each.name, each] as const)),
);

/** More would hide what was found. */
const MOST_NAMES_SHOWN = 12;

/** @param names what to suggest from, where it is more than the entries. */
function lookUp<Entry>(
  entries: ReadonlyMap<string, Entry>,
  name: string,
  path: string,
  kind: string,
  names: readonly string[] = [...entries.keys()],
): Entry {
  const entry = entries.get(name);
  if (entry !== undefined) return entry;
  const suggestion = nearestName(name, names);
  const shown = namesToShow(names, name, suggestion);
  const rest = shown.length < names.length ? `, … (${names.length} in all)` : "";
  throw new InvalidInput({
    path,
    found: JSON.stringify(name),
    expected: `the name of a ${kind}: ${shown.join(", ")}${rest}`,
    suggestion,
  });
}

/** All, unless they are many: then those that begin like it, or of the family that was probably meant, else one a family. */
function namesToShow(names: readonly string[], given: string, suggestion: string | null): readonly string[] {
  if (names.length <= MOST_NAMES_SHOWN) return names;
  const alike = given === "" ? [] : names.filter((name) => name.startsWith(given));
  if (alike.length > 0) return alike;
  const family = (name: string) => name.split("/")[0];
  if (suggestion !== null) return names.filter((name) => family(name) === family(suggestion));
  return names.filter((name, at) => names.findIndex((each) => family(each) === family(name)) === at);
}

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
  if (families.some(({ clusterPresets = [] }) => clusterPresets.some((preset) => preset.name === name))) {
    throw new InvalidInput({
      path: "scenario",
      found: `${JSON.stringify(name)}, a world of clusters, which has no pairs of firm and destination`,
      expected: `a scenario with pairs: ${namesToShow(scenarioNames(), "", null).join(", ")}, …. A world of clusters can be simulated (bandwagon simulate ${name}) and checked against its paper (bandwagon replicate); no model of a study fits it`,
    });
  }
  return lookUp(presets, name, "scenario", "scenario", allPresetNames());
}

/** Those of clusters too, so that a misspelt one is recognised. */
function allPresetNames(): string[] {
  return families.flatMap(({ presets: ofPairs, clusterPresets = [] }) =>
    [...ofPairs, ...clusterPresets].map((preset) => preset.name),
  );
}

/** @throws InvalidInput for an unknown name. */
export function presetNamed(among: ReadonlyMap<string, Preset>, name: string): Preset {
  return lookUp(among, name, "scenario", "scenario");
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
      found: `a parameter that contains ${overlap.inner}, which is set as well`,
      expected: "each parameter once",
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

export function modelSpecificationNames(): string[] {
  return [...specifications.keys()];
}

/** @throws InvalidInput for an unknown name. */
export function modelSpecification(name: string): ModelSpecification {
  return lookUp(specifications, name, "methods", "model specification");
}

/**
 * A family's own specification of that name, or any that ships.
 * @throws InvalidInput for an unknown name.
 */
export function specificationOf(family: Family, name: string): ModelSpecification {
  return family.specifications.find((each) => each.name === name) ?? modelSpecification(name);
}
