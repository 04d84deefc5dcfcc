import type * as z from "zod/mini";
import { resolveScenario } from "./catalogue.ts";
import type { Scenario } from "./scenario.ts";
import { scenarioSchema } from "./scenario.ts";
import { parameterNotes } from "./schema/parameter.ts";

/** One parameter as a person reads it; `path` is what `--set` takes. */
export interface ParameterRow {
  readonly path: string;
  readonly value: unknown;
  readonly default: unknown;
  readonly neutral: unknown;
  readonly unit: string;
  readonly range: string;
  readonly mechanism: string;
  readonly meaning: string;
  readonly source: string;
}

/** Every parameter of a preset, in the order of the schema. */
export function describeScenario(name: string): ParameterRow[] {
  return describe(resolveScenario(name));
}

/** Every parameter at its default. */
export function describeParameters(defaults: Scenario): ParameterRow[] {
  return describe(defaults);
}

function describe(scenario: Scenario): ParameterRow[] {
  return rowsOf(scenarioSchema, scenario, "");
}

function rowsOf(schema: z.core.$ZodType, value: unknown, path: string): ParameterRow[] {
  const { shape, fallback } = unwrap(schema);
  if (shape !== null) {
    return Object.entries(shape).flatMap(([key, inner]) =>
      rowsOf(inner, (value as Record<string, unknown>)[key], path === "" ? key : `${path}.${key}`),
    );
  }
  const note = parameterNotes.get(schema);
  if (note === undefined) return [];
  const { unit, range, mechanism, meaning, source } = note;
  return [{ path, value, default: fallback, neutral: note.neutral, unit, range, mechanism, meaning, source }];
}

/** The fields of an object schema (null for any other) and the default, looking through the wrappers. */
function unwrap(schema: z.core.$ZodType): {
  shape: Record<string, z.core.$ZodType> | null;
  fallback: unknown;
} {
  let current = schema;
  let fallback: unknown;
  for (;;) {
    // zod keeps kind-specific fields in `def`; the ones read here exist where `type` says so.
    const def = current._zod.def as unknown as {
      type: string;
      innerType?: z.core.$ZodType;
      defaultValue?: unknown;
      shape?: Record<string, z.core.$ZodType>;
    };
    if (def.type === "object") return { shape: def.shape ?? null, fallback };
    if (def.innerType === undefined) return { shape: null, fallback };
    if (def.type === "default") fallback = def.defaultValue;
    current = def.innerType;
  }
}
