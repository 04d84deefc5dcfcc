import { inSeries, type Phrase, phrase, type Said, textOf } from "../scenarios/phrase.ts";
import type { FitWarning, WarningCode } from "./fit.ts";

/** A warning whose message can be worded in other languages. */
export function fitWarning(code: WarningCode, terms: readonly string[], said: Phrase): FitWarning {
  return { code, terms, message: textOf(said), said };
}

/** Names that a message tells one by one; the rest are counted. */
const TOLD = 8;

/** "a", "a and b", "a, b and c"; of many, some. */
export function listedNames(names: readonly string[]): Said {
  const shown = names.slice(0, TOLD);
  if (names.length > shown.length) return phrase`${shown.join(", ")} and ${names.length - shown.length} more`;
  return names.length < 2
    ? names.join("")
    : phrase`${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

/** "a, b, c"; of more than `told`, the first and how many more. */
export function firstNames(names: readonly Said[], told: number, mark = ", "): Said {
  const rest = names.length - told;
  const shown = inSeries(names.slice(0, told), mark);
  return rest > 0 ? phrase`${shown} and ${rest} more` : shown;
}

/** "x goes to +∞ and y, z go to −∞". */
export function bothWays(up: readonly string[], down: readonly string[], listed = listedNames): Said {
  const ways = [...goes(up, "+∞", listed), ...goes(down, "−∞", listed)];
  const [first = "", second] = ways;
  return second === undefined ? first : phrase`${first} and ${second}`;
}

function goes(names: readonly string[], where: string, listed: typeof listedNames): Said[] {
  if (names.length === 0) return [];
  return [
    names.length === 1 ? phrase`${listed(names)} goes to ${where}` : phrase`${listed(names)} go to ${where}`,
  ];
}
