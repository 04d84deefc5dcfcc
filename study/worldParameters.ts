import {
  InvalidInput,
  overlappingParameters,
  resolveScenario,
  type Scenario,
  scenarioNames,
  showFound,
} from "../scenarios/index.ts";
import { cellSourceOf, refuseSample, wholeParameters } from "./cellValues.ts";
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
  cellSourceOf(world, path);
  for (const [parameter, value] of Object.entries(world.set ?? {})) {
    tryParameter(world.scenario, parameter, value, `${path}.set.${parameter}`);
  }
  refuseOverlap(world, path);
  tryVaried(world, path);
  tryCells(world, path);
  trySample(world, path);
  scenarioOf(world, {}, `${path}.set`);
}

function tryVaried(world: World, path: string): void {
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
}

function tryCells(world: World, path: string): void {
  const seen = new Set<string>();
  for (const [index, cell] of (world.cells ?? []).entries()) {
    const written = canonicalJson(cell);
    if (seen.has(written)) {
      throw new InvalidInput({
        path: `${path}.cells[${index}]`,
        found: `${showFound(cell)} a second time`,
        expected: "each cell once",
      });
    }
    seen.add(written);
    for (const [parameter, value] of Object.entries(cell)) {
      tryParameter(world.scenario, parameter, value, `${path}.cells[${index}].${parameter}`);
    }
  }
}

/** The two ends of each range are tried; what lies between them may still be refused at its cell. */
function trySample(world: World, path: string): void {
  if (world.sample === undefined) return;
  refuseSample(world.sample, `${path}.sample`);
  const whole = wholeParameters(world.scenario);
  for (const [parameter, ends] of Object.entries(world.sample.ranges)) {
    for (const [index, end] of ends.entries()) {
      const place = `${path}.sample.ranges.${parameter}[${index}]`;
      if (whole.has(parameter) && !Number.isInteger(end)) {
        throw new InvalidInput({ path: place, found: showFound(end), expected: "a whole number" });
      }
      tryParameter(world.scenario, parameter, end, place);
    }
  }
}

/** A parameter that stands twice, whole or in part, would make a cell's label say what is not so. */
function refuseOverlap(world: World, path: string): void {
  const set = world.set ?? {};
  const varied = new Map<string, string>();
  for (const parameter of Object.keys(world.vary ?? {})) varied.set(parameter, "vary");
  for (const parameter of (world.cells ?? []).flatMap((cell) => Object.keys(cell)))
    varied.set(parameter, "cells");
  for (const parameter of Object.keys(world.sample?.ranges ?? {})) varied.set(parameter, "sample.ranges");
  const twice = [...varied.keys()].find((parameter) => Object.hasOwn(set, parameter));
  if (twice !== undefined) {
    const place = varied.get(twice) ?? "vary";
    throw new InvalidInput({
      path: place === "cells" ? `${path}.set.${twice}` : `${path}.${place}.${twice}`,
      found: `a parameter that is also under ${place === "cells" ? place : "set"}`,
      expected: `each parameter under set or under ${place}, not under both`,
    });
  }
  const overlap = overlappingParameters([...Object.keys(set), ...varied.keys()]);
  if (overlap === null) return;
  const placeOf = (parameter: string) => varied.get(parameter) ?? "set";
  const { outer, inner } = overlap;
  throw new InvalidInput({
    path: placeOf(outer) === "cells" ? `${path}.cells` : `${path}.${placeOf(outer)}.${outer}`,
    found: `a parameter that contains ${inner}, which stands under ${placeOf(inner)}`,
    expected: `each parameter once, under set or under ${[...varied.values()][0] ?? "vary"}`,
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
