/**
 * JSON with the names of every object in the order of their character codes and no blanks, so that equal data have
 * equal text however they were written down. Names whose value is undefined are left out, as JSON.stringify does.
 *
 * @throws RangeError for a number that JSON cannot hold (NaN, ±Infinity).
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError(`JSON has no number ${value}`);
  }
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`).join(",")}}`;
}
