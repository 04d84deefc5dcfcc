import type * as z from "zod/mini";
import { resolveScenario } from "./catalogue.ts";
import { textOf } from "./phrase.ts";
import type { Scenario } from "./scenario.ts";
import { scenarioSchema } from "./scenario.ts";
import { type ParameterNote, parameterNotes } from "./schema/parameter.ts";

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
  /** What each entry of a list of objects consists of. */
  readonly fields?: readonly FieldRow[];
}

/** A field of the entries of a list, e.g. `exit` of `datedShocks`; `default` is undefined where it has none. */
export type FieldRow = Omit<ParameterRow, "path" | "value" | "fields"> & { readonly name: string };

/** Every parameter of a preset, in the order of the schema. */
export function describeScenario(name: string): ParameterRow[] {
  return describe(resolveScenario(name));
}

/** Every parameter at its default. */
export function describeParameters(defaults: Scenario): ParameterRow[] {
  return describe(defaults);
}

function describe(scenario: Scenario): ParameterRow[] {
  return describeParametersOf(scenarioSchema, scenario);
}

/** Every parameter of a schema with its value, in the order of the schema. */
export function describeParametersOf(schema: z.core.$ZodType, value: unknown): ParameterRow[] {
  return rowsOf(schema, value, "");
}

function rowsOf(schema: z.core.$ZodType, value: unknown, path: string): ParameterRow[] {
  const { shape, fallback, entry } = unwrap(schema);
  if (shape !== null) {
    return Object.entries(shape).flatMap(([key, inner]) =>
      rowsOf(inner, (value as Record<string, unknown>)[key], path === "" ? key : `${path}.${key}`),
    );
  }
  const note = parameterNotes.get(schema);
  if (note === undefined) return [];
  const fields = fieldsOf(entry);
  const row = { path, value, default: fallback, ...describedBy(note) };
  return [fields.length === 0 ? row : { ...row, fields }];
}

function describedBy({ neutral, unit, range, mechanism, meaning, source }: ParameterNote) {
  return { neutral, unit, range: textOf(range), mechanism, meaning, source };
}

/** Fields of the entries of a list; none where the entries are no objects. */
function fieldsOf(entry: z.core.$ZodType | undefined): FieldRow[] {
  const shape = entry === undefined ? null : unwrap(entry).shape;
  return Object.entries(shape ?? {}).flatMap(([name, field]) => {
    const note = parameterNotes.get(field);
    return note === undefined ? [] : [{ name, default: unwrap(field).fallback, ...describedBy(note) }];
  });
}

/**
 * The fields of an object schema (null for any other), the entries of a list and the default, looking through the
 * wrappers.
 */
function unwrap(schema: z.core.$ZodType): {
  shape: Record<string, z.core.$ZodType> | null;
  entry: z.core.$ZodType | undefined;
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
      element?: z.core.$ZodType;
    };
    if (def.type === "object") return { shape: def.shape ?? null, entry: undefined, fallback };
    if (def.innerType === undefined) return { shape: null, entry: def.element, fallback };
    if (def.type === "default") fallback = def.defaultValue;
    current = def.innerType;
  }
}
