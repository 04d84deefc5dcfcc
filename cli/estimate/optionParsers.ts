import { InvalidArgumentError, Option } from "commander";
import { MOST_THREADS } from "../../workers/fitThreads.ts";

/** What the values of options may be. */

export function choice(flags: string, description: string, values: readonly string[]): Option {
  return new Option(flags, description).choices(values);
}

export function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

export function notEmpty(text: string): string {
  if (text === "") throw new InvalidArgumentError("Expected text that is not empty.");
  return text;
}

export function quadratureNodes(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= 1 && value <= 128) return value;
  throw new InvalidArgumentError("Expected a whole number from 1 to 128.");
}

export function threadCount(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= 1 && value <= MOST_THREADS) return value;
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${MOST_THREADS}.`);
}

export function betweenZeroAndOne(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value > 0 && value < 1) return value;
  throw new InvalidArgumentError("Expected a number between 0 and 1, as 0.95.");
}

export function nonZeroNumber(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value) && value !== 0) return value;
  throw new InvalidArgumentError("Expected a number that is not 0.");
}
