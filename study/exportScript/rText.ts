/**
 * Texts, names, numbers and vectors as R code. All but names is ASCII, which R reads alike under every locale; R knows no
 * escapes in names, so that a script sets a locale of UTF-8 before the first of them.
 */

const WORDS = /^(?:TRUE|FALSE|NA|NaN|Inf|NULL|if|else|for|while|repeat|function|next|break|in)$/;
const PLAIN_NAME = /^(?:[A-Za-z]|\.(?![0-9]))[A-Za-z0-9._]*$/;

export function rText(text: string): string {
  return `"${escaped(text).replaceAll('"', '\\"')}"`;
}

/** A name in code, in backticks where it could be taken for something else. */
export function rName(name: string): string {
  return PLAIN_NAME.test(name) && !WORDS.test(name)
    ? name
    : `\`${withBackslashes(name).replaceAll("`", "\\`")}\``;
}

/** With all its digits; not-a-number is NA. */
export function rNumber(value: number): string {
  if (Number.isNaN(value)) return "NA";
  if (!Number.isFinite(value)) return value > 0 ? "Inf" : "-Inf";
  return String(value);
}

/** A vector in lines of at most about 100 characters. */
export function rVector(items: readonly string[], indent = "  "): string {
  const whole = `c(${items.join(", ")})`;
  if (whole.length <= 100) return whole;
  const lines: string[] = [];
  let line = "";
  for (const item of items) {
    if (line !== "" && line.length + item.length > 100) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? item : `, ${item}`;
  }
  return `c(\n${indent}${[...lines, line].join(`,\n${indent}`)})`;
}

/** Text for a comment: one line, and nothing but ASCII. */
export function comment(text: string): string {
  return escaped(text).replaceAll('\\"', '"');
}

function escaped(text: string): string {
  let result = "";
  for (const character of withBackslashes(text)) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x20 && code < 0x7f) result += character;
    else if (code <= 0xffff) result += `\\u${code.toString(16).padStart(4, "0")}`;
    else result += `\\U${code.toString(16).padStart(8, "0")}`;
  }
  return result;
}

function withBackslashes(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t")
    .replaceAll("\r", "\\r");
}
