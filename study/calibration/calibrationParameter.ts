import { destinationNames, InvalidInput, type Scenario } from "../../scenarios/index.ts";

const destinations: readonly string[] = destinationNames;

const SHOCK = /^datedShocks\.(\d{4})(?:-(\d{4}))?\.(entry|exit|closure)$/;

interface ShockPlace {
  readonly first: number;
  readonly last: number;
  readonly field: "entry" | "exit" | "closure";
}

/**
 * The number that stands there.
 *
 * @throws InvalidInput where the scenario has no such number.
 */
export function parameterValue(scenario: Scenario, path: string): number {
  const shock = shockPlace(path);
  if (shock !== null) return shockValue(scenario, path, shock);
  const found = path.split(".").reduce<unknown>((value, step) => entryOf(value, step), scenario);
  if (typeof found === "number") return found;
  throw new InvalidInput({
    path: `--parameters ${path}`,
    found: found === undefined ? "no such parameter" : `a parameter that is ${describe(found)}`,
    expected:
      "a number of the scenario: base, controls.size, destinationOffset.northAfrica, datedShocks.2007.exit, …",
  });
}

/**
 * What to set in the scenario so that these numbers stand there; parameters that no path names keep what they have.
 *
 * @throws InvalidInput where the scenario has no such number.
 */
export function assignments(
  scenario: Scenario,
  values: ReadonlyMap<string, number>,
): Readonly<Record<string, unknown>> {
  const set: Record<string, unknown> = {};
  for (const [path, value] of values) {
    parameterValue(scenario, path);
    const shock = shockPlace(path);
    if (shock !== null) {
      const { datedShocks = scenario.datedShocks } = set as Partial<Scenario>;
      set.datedShocks = datedShocks.map((each) =>
        isMeant(each, shock) ? { ...each, [shock.field]: value } : each,
      );
      continue;
    }
    const [name = "", destination] = path.split(".");
    const numbers: unknown = set[name] ?? Reflect.get(scenario, name);
    if (Array.isArray(numbers)) set[name] = numbers.with(destinations.indexOf(destination ?? ""), value);
    else set[path] = value;
  }
  return set;
}

function shockPlace(path: string): ShockPlace | null {
  const match = SHOCK.exec(path);
  if (match === null) return null;
  const [, first = "", last = first, field] = match;
  return { first: Number(first), last: Number(last), field: field as ShockPlace["field"] };
}

/** A shock to one destination has its own reasons. */
function isMeant(
  { year, destination }: Scenario["datedShocks"][number],
  { first, last }: ShockPlace,
): boolean {
  return destination === undefined && year >= first && year <= last;
}

function shockValue({ datedShocks }: Scenario, path: string, place: ShockPlace): number {
  const meant = datedShocks.filter((shock) => isMeant(shock, place));
  const [shock] = meant;
  if (shock !== undefined && meant.every((each) => each[place.field] === shock[place.field])) {
    return shock[place.field];
  }
  throw new InvalidInput({
    path: `--parameters ${path}`,
    found: shock === undefined ? "no shock of these years in the scenario" : "shocks that differ in it",
    expected:
      "years in which the scenario has dated shocks to all destinations, alike in what is to be calibrated",
  });
}

function entryOf(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value[destinations.indexOf(step)];
  return value !== null && typeof value === "object" && Object.hasOwn(value, step)
    ? Reflect.get(value, step)
    : undefined;
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return value !== null && typeof value === "object" ? "a group of parameters" : JSON.stringify(value);
}
