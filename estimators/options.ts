import { InvalidInput } from "../scenarios/invalidInput.ts";
import { phrase } from "../scenarios/phrase.ts";

/*
 * What every fit and every function after a fit checks its options with. An option that is not given (undefined) passes: its
 * default stands. What is refused is an `InvalidInput` (a RangeError) whose `path` is the name of the option.
 */

/** Refuses a word that is none of `allowed`. */
export function oneOf(name: string, value: unknown, allowed: readonly string[]): void {
  if (value === undefined || allowed.some((each) => each === value)) return;
  const words = allowed.map((each) => `"${each}"`);
  const last = words.at(-1) ?? "";
  const expected = words.length < 2 ? last : phrase`${words.slice(0, -1).join(", ")} or ${last}`;
  throw new InvalidInput({ path: name, found: printed(value), expected });
}

/** Refuses a confidence level outside (0, 1). */
export function checkConfidenceLevel(value: unknown): void {
  if (value === undefined || (typeof value === "number" && value > 0 && value < 1)) return;
  const expected = phrase`a share above 0 and below 1, such as 0.95`;
  throw new InvalidInput({ path: "confidenceLevel", found: printed(value), expected });
}

/** Refuses what is no whole number of at least `least`. */
export function checkWholeNumber(name: string, value: unknown, least: number): void {
  if (value === undefined || (Number.isSafeInteger(value) && Number(value) >= least)) return;
  throw new InvalidInput({
    path: name,
    found: printed(value),
    expected: phrase`a whole number of at least ${least}`,
  });
}

/** Refuses what is no finite number above 0. */
export function checkPositive(name: string, value: unknown): void {
  if (value === undefined || (Number.isFinite(value) && Number(value) > 0)) return;
  throw new InvalidInput({ path: name, found: printed(value), expected: phrase`a finite number above 0` });
}

/** Refuses what is no finite number. */
export function checkFinite(name: string, value: unknown): void {
  if (value === undefined || Number.isFinite(value)) return;
  throw new InvalidInput({ path: name, found: printed(value), expected: phrase`a finite number` });
}

/** Refuses what is neither true nor false. */
export function checkBoolean(name: string, value: unknown): void {
  if (value === undefined || typeof value === "boolean") return;
  throw new InvalidInput({ path: name, found: printed(value), expected: phrase`true or false` });
}

/** Refuses a column with a number that is not finite, such as an offset; its length is checked elsewhere. */
export function checkFiniteColumn(name: string, values: ArrayLike<number> | undefined): void {
  if (values === undefined) return;
  for (let row = 0; row < values.length; row++) {
    if (Number.isFinite(values[row])) continue;
    throw new InvalidInput({
      path: `${name}[${row}]`,
      found: String(values[row]),
      expected: phrase`a finite number`,
    });
  }
}

function printed(value: unknown): string {
  return typeof value === "string" ? `"${value}"` : String(value);
}
