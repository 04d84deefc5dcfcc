import * as z from "zod/mini";
import { phrase, type Said } from "../phrase.ts";

/** What a person reads about a parameter: `bandwagon scenarios NAME`, docs/odd.md and the lab print it. */
export interface ParameterNote {
  readonly meaning: string;
  readonly unit: string;
  /** Accepted values in words, e.g. "0 to 1". */
  readonly range: Said;
  /** Mechanism of the ODD description, e.g. "A1"; "core" for what every world has. */
  readonly mechanism: string;
  /** Where equation and default come from; [A] marks our own assumption, [Q] our own quick check. */
  readonly source: string;
  /** The value at which the mechanism is absent; not given where the parameter has none. */
  readonly neutral?: unknown;
}

/** Notes of every parameter schema made by the functions below. */
export const parameterNotes = z.registry<ParameterNote>();

type NoteWithoutRange = Omit<ParameterNote, "range">;

/** A real number in [minimum, maximum]. */
export function real(fallback: number, minimum: number, maximum: number, note: NoteWithoutRange) {
  const schema = z._default(z.number().check(z.gte(minimum), z.lte(maximum)), fallback);
  return schema.register(parameterNotes, { ...note, range: phrase`${minimum} to ${maximum}` });
}

/** A whole number in [minimum, maximum]. */
export function whole(fallback: number, minimum: number, maximum: number, note: NoteWithoutRange) {
  const schema = z._default(z.int().check(z.gte(minimum), z.lte(maximum)), fallback);
  return schema.register(parameterNotes, { ...note, range: phrase`whole number, ${minimum} to ${maximum}` });
}

/** One word out of a list. */
export function choice<const Words extends readonly [string, ...string[]]>(
  words: Words,
  fallback: Words[number],
  note: NoteWithoutRange,
) {
  // zod types the default as the parsed enum; the constraint on `fallback` has checked membership already.
  const schema = z._default(z.enum(words), fallback as never);
  return schema.register(parameterNotes, { ...note, range: words.join(", ") });
}

/** true or false. */
export function flag(fallback: boolean, note: NoteWithoutRange) {
  const schema = z._default(z.boolean(), fallback);
  return schema.register(parameterNotes, { ...note, range: phrase`true or false` });
}

/** One real number for each of the four destinations, in the order of `destinationNames`. */
export function perDestination(
  fallback: [number, number, number, number],
  minimum: number,
  maximum: number,
  note: NoteWithoutRange,
) {
  const one = z.number().check(z.gte(minimum), z.lte(maximum));
  const schema = z._default(z.tuple([one, one, one, one]), fallback);
  return schema.register(parameterNotes, {
    ...note,
    range: phrase`four numbers, each ${minimum} to ${maximum}`,
  });
}
