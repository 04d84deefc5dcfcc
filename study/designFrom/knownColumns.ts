import { destinationNames } from "../../scenarios/index.ts";
import { controlEffects } from "../../scenarios/schema/controls.ts";

/** What a term of a user's formula is in our worlds. */
export interface KnownTerm {
  /** Column of our panel. */
  readonly column: string;
  /** Path of the parameter that takes its coefficient. */
  readonly parameter: string;
  /** Further parameters that the term needs. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Whether the column enters as log(1 + x). */
  readonly log: boolean;
}

const peers = "msePeersSameDestination";
const plain: Readonly<Record<string, Omit<KnownTerm, "column" | "log">>> = {
  yLag: { parameter: "stateDependence", set: {} },
  yInitial: { parameter: "initialEffect", set: {} },
  [peers]: { parameter: "imitationSame", set: { peerMeasure: "stock" } },
  msePeersStartedSameDestination: { parameter: "imitationSame", set: { peerMeasure: "flow" } },
  msePeersShareSameDestination: { parameter: "imitationSame", set: { peerMeasure: "share" } },
  msePeersOtherDestinations: { parameter: "imitationOther", set: {} },
  largePeersSameDestination: { parameter: "captiveSame", set: {} },
  largePeersOtherDestinations: { parameter: "captiveOther", set: {} },
};

/** Columns our panels have as factors. */
const FACTORS = ["year", "industry", "region", "partOfCountry", "destination", "province"];

/** Our names that a column of a user's may have: those with a coefficient, those that are factors, and the unit. */
export const knownColumns: readonly string[] = [
  ...Object.keys(plain),
  ...Object.keys(controlEffects),
  ...FACTORS,
  "pair",
  "firm",
];

export function isKnownColumn(name: string): boolean {
  return knownColumns.includes(name);
}

/**
 * The column and parameter of a numeric term, as the formula prints it; null for one our worlds do not know.
 *
 * @param names the user's names of our columns, e.g. `peers` for `msePeersSameDestination`.
 */
export function knownTerm(
  term: string,
  outcome: string,
  names: Readonly<Record<string, string>>,
): KnownTerm | null {
  const text = term.replaceAll(/\s+/g, "");
  const ours = (name: string) => names[name] ?? name;
  const logged = /^(?:log\(1\+(.+)\)|log\((.+)\+1\)|log1p\((.+)\))$/.exec(text);
  const inner = logged?.slice(1).find((each) => each !== undefined) ?? text;
  const [, call, argument] = /^(lag|initial)\(([\w.]+)\)$/.exec(inner) ?? [];
  const column =
    argument === undefined
      ? ours(inner)
      : argument === outcome
        ? call === "lag"
          ? "yLag"
          : "yInitial"
        : // Our characteristics are those of a year before already; no other column is known at its first value.
          call === "lag" && Object.hasOwn(controlEffects, ours(argument))
          ? ours(argument)
          : null;
  if (column === null) return null;
  if (logged !== null) {
    return column === peers
      ? { column, parameter: "imitationSame", set: { peerMeasure: "log" }, log: true }
      : null;
  }
  const known = plain[column];
  if (known !== undefined) return { column, ...known, log: false };
  if (!Object.hasOwn(controlEffects, column)) return null;
  return { column, parameter: `controls.${column}`, set: {}, log: false };
}

/** Our column of a factor as the formula prints it, e.g. `factor(year)`; null for one our panels do not have. */
export function knownFactor(name: string, names: Readonly<Record<string, string>>): string | null {
  const inner = /^factor\(([^,]+)(?:,.*)?\)$/s.exec(name)?.[1]?.trim() ?? name;
  const column = names[inner] ?? inner;
  return FACTORS.includes(column) ? column : null;
}

/** Offsets of our four destinations from the coefficients of a user's dummies; null where the labels are not ours. */
export function destinationOffsets(
  levels: readonly string[],
  coefficients: readonly number[],
): readonly number[] | null {
  const known: readonly string[] = destinationNames;
  if (levels.length !== known.length || !levels.every((level) => known.includes(level))) return null;
  return known.map((name) => coefficients[levels.indexOf(name)] ?? 0);
}

/** Every control of our worlds at 0, so that only those of the formula are at work. */
export function noControls(): Record<string, number> {
  return Object.fromEntries(Object.keys(controlEffects).map((name) => [name, 0]));
}
