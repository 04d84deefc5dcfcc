import * as z from "zod/mini";
import { checked, InvalidInput, resolveScenario, type Scenario, scenarioSchema } from "../scenarios/index.ts";
import { readJson } from "./readJson.ts";

/**
 * A world in a file: a ready scenario and what is set on top of it, as `--set` would. `made` says where it comes from; nothing
 * reads it.
 */
const scenarioFileSchema = z.strictObject({
  scenario: z.string(),
  set: z.record(z.string(), z.unknown()),
  made: z.optional(z.unknown()),
});

export type ScenarioFile = z.infer<typeof scenarioFileSchema>;

/** A scenario by its name, or that of a file: any name that ends in `.json`. */
export interface NamedWorld {
  /** As given. */
  readonly name: string;
  readonly base: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly scenario: Scenario;
}

export function isScenarioFile(name: string): boolean {
  return /\.json$/i.test(name);
}

/**
 * @param set on top of what the file sets; a parameter given here replaces that of the file.
 * @throws InvalidInput for an unknown scenario, and for a file that cannot be read or is none, with the place.
 */
export async function namedWorld(
  name: string,
  set: Readonly<Record<string, unknown>> = {},
): Promise<NamedWorld> {
  if (!isScenarioFile(name)) return { name, base: name, set, scenario: resolveScenario(name, set) };
  const file = await readScenarioFile(name);
  const both = { ...withoutReplaced(file.set, Object.keys(set)), ...set };
  return { name, base: file.scenario, set: both, scenario: resolveScenario(file.scenario, both) };
}

/** @throws InvalidInput as above. */
export async function readScenarioFile(path: string): Promise<ScenarioFile> {
  const json = await readJson(path);
  try {
    const file = checked(scenarioFileSchema, json, []);
    resolveScenario(file.scenario, file.set);
    return file;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const { found, expected, suggestion } = error;
    throw new InvalidInput({ path: `${path}: ${error.path || "the document"}`, found, expected, suggestion });
  }
}

/** `controls.size` given anew leaves the other effects that the file sets under `controls`. */
function withoutReplaced(
  set: Readonly<Record<string, unknown>>,
  replaced: readonly string[],
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(set)) {
    const inner = replaced.filter((path) => path.startsWith(`${name}.`));
    if (replaced.includes(name) || replaced.some((path) => name.startsWith(`${path}.`))) continue;
    if (inner.length === 0) kept[name] = value;
    else for (const [key, each] of Object.entries(value as object)) kept[`${name}.${key}`] = each;
  }
  for (const path of replaced) delete kept[path];
  return kept;
}

/** What a file sets so that `base` becomes `scenario`, also should the ready scenario change in what it has of the rest. */
export function settingsOf(base: string, scenario: Scenario): Record<string, unknown> {
  const ready: Scenario = resolveScenario(base);
  const defaults: Scenario = checked(scenarioSchema, {}, []);
  const text = (of: Scenario, name: string) => JSON.stringify(Reflect.get(of, name));
  return Object.fromEntries(
    Object.entries(scenario).filter(
      ([name]) => text(scenario, name) !== text(defaults, name) || text(ready, name) !== text(defaults, name),
    ),
  );
}
