import {
  InvalidInput,
  overlappingParameters,
  resolveScenario,
  type Scenario,
  scenarioNames,
  showFound,
} from "../scenarios/index.ts";
import type { World } from "./design.ts";

/** The parameters of a world, looked up and tried. */

/** @throws InvalidInput blamed on `blamed`, where the values stand. */
export function scenarioOf(
  world: World,
  values: Readonly<Record<string, unknown>>,
  blamed: string,
): Scenario {
  try {
    return resolveScenario(world.scenario, { ...world.set, ...values });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw blame(error, blamed);
  }
}

/** The same problem, told where the user wrote it. */
function blame(error: InvalidInput, path: string): InvalidInput {
  return new InvalidInput({
    path,
    found: error.found,
    expected: error.expected,
    suggestion: error.suggestion,
  });
}

/** Tries each parameter alone, so that a fault is blamed on the very value that has it. */
export function checkParameters(world: World, path: string): void {
  if (!scenarioNames().includes(world.scenario)) {
    scenarioOf({ scenario: world.scenario }, {}, `${path}.scenario`);
  }
  for (const [parameter, value] of Object.entries(world.set ?? {})) {
    tryParameter(world.scenario, parameter, value, `${path}.set.${parameter}`);
  }
  refuseOverlap(world, path);
  for (const [parameter, values] of Object.entries(world.vary ?? {})) {
    const seen = new Set<string>();
    for (const [index, value] of values.entries()) {
      const written = canonicalJson(value);
      if (seen.has(written)) {
        throw new InvalidInput({
          path: `${path}.vary.${parameter}[${index}]`,
          found: `${showFound(value)} a second time`,
          expected: "each value once",
        });
      }
      seen.add(written);
      tryParameter(world.scenario, parameter, value, `${path}.vary.${parameter}[${index}]`);
    }
  }
  scenarioOf(world, {}, `${path}.set`);
}

/** A parameter that stands twice, whole or in part, would make a cell's label say what is not so. */
function refuseOverlap({ set = {}, vary = {} }: World, path: string): void {
  const twice = Object.keys(vary).find((parameter) => Object.hasOwn(set, parameter));
  if (twice !== undefined) {
    throw new InvalidInput({
      path: `${path}.vary.${twice}`,
      found: "a parameter that is also under set",
      expected: "each parameter under set or under vary, not under both",
    });
  }
  const overlap = overlappingParameters([...Object.keys(set), ...Object.keys(vary)]);
  if (overlap === null) return;
  const placeOf = (parameter: string) => (Object.hasOwn(vary, parameter) ? "vary" : "set");
  const { outer, inner } = overlap;
  throw new InvalidInput({
    path: `${path}.${placeOf(outer)}.${outer}`,
    found: `a parameter that contains ${inner}, which stands under ${placeOf(inner)}`,
    expected: "each parameter once, under set or under vary",
  });
}

/** The same text for the same value: fields in one order, and -0 as 0. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

function tryParameter(scenario: string, parameter: string, value: unknown, path: string): void {
  try {
    resolveScenario(scenario, { [parameter]: value });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    // A fault deeper in the value (an entry of a list, a field of an object) keeps the rest of its path.
    const shallow = `set.${parameter}`;
    throw blame(error, path + (error.path.startsWith(shallow) ? error.path.slice(shallow.length) : ""));
  }
}
