import { parseJson } from "../scenarios/parseJson.ts";

/**
 * The value of a parameter as a flag gives it: JSON, or text where it is none.
 *
 * @param flag for messages, as in `--set controls`.
 * @throws InvalidInput for an object that has a name twice.
 */
export function flagValue(text: string, flag: string): unknown {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  return parseJson(text, flag);
}
