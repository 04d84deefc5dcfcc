import { InvalidInput } from "../../scenarios/index.ts";

/**
 * As many seeds, counted up from the first: `--seed 7 --seeds 3` is 7, 8 and 9, each of which `--seed` alone repeats.
 *
 * @throws InvalidInput for several seeds from a first one that is no whole number.
 */
export function seedsFrom(first: string, count: number): string[] {
  if (count === 1) return [first];
  const from = wholeSeed(first);
  return Array.from({ length: count }, (_, at) => String(from + at));
}

/** @throws InvalidInput for anything but a whole number from 1 on. */
export function wholeSeed(seed: string): number {
  const value = Number(seed);
  if (/^[1-9]\d{0,8}$/.test(seed)) return value;
  throw new InvalidInput({
    path: "--seed",
    found: JSON.stringify(seed),
    expected: "a whole number from 1 to 999999999 where several histories are numbered from it",
  });
}
