import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folders = ["scenarios", "sim", "panel", "estimators", "study", "workers", "viz/state"];

/** The English templates of every phrase`…` in the sources, each with a file that says it. */
export function templatesOfSources(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of folders.flatMap(sources)) {
    const text = readFileSync(file, "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
    for (const { index } of text.matchAll(/\bphrase`/g)) {
      found.set(templateAt(text, index + "phrase`".length), file);
    }
  }
  return found;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));
}

/** The template that begins behind a backtick, with {0}, {1}, … for what is filled in. */
function templateAt(text: string, start: number): string {
  let template = "";
  let values = 0;
  for (let at = start; text[at] !== "`"; at++) {
    if (text[at] === "\\") template += text[++at];
    else if (text.startsWith("${", at)) {
      template += `{${values++}}`;
      at = endOfValue(text, at + 2);
    } else template += text[at];
  }
  return template;
}

/** The place of the brace that closes a value. */
function endOfValue(text: string, start: number): number {
  let depth = 1;
  for (let at = start; ; at++) {
    const character = text.charAt(at);
    if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at;
    else if (`"'\``.includes(character)) at = endOfText(text, at);
  }
}

function endOfText(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; ; at++) {
    if (text[at] === "\\") at++;
    else if (quote === "`" && text.startsWith("${", at)) at = endOfValue(text, at + 2);
    else if (text[at] === quote) return at;
  }
}
