import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { page } from "./pages.ts";

/**
 * Words of Chart.js, of the DOM (`URLSearchParams`) and of HTTP (the header `Host`), whose names for things are not ours to choose; `herding`
 * is the name by which links know one of the lab's worlds.
 */
const wordsOfOthers: Readonly<Record<string, readonly string[]>> = {
  viz: ["tick", "ticks", "dataset", "datasets", "params", "herding"],
  cli: ["host"],
};

const folders = ["numerics", "sim", "panel", "estimators", "scenarios", "study", "workers", "cli", "viz"];

/** Words in code type in the third column of the glossary's tables. */
function unusedWords(): string[] {
  return page("docs/glossary.md")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .flatMap((line) => [...(line.split(" | ")[2] ?? "").matchAll(/`(\w+)`/g)])
    .map(([, word = ""]) => word);
}

/** The words that identifiers of a file are made of: `cellFirms` has `cell` and `firms`. */
function identifierWords(source: string): string[] {
  const code = source
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "")
    .replaceAll(/\/\/.*$/gm, "");
  return (code.match(/[A-Za-z_$][\w$]*/g) ?? [])
    .flatMap((identifier) => identifier.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").split(/[ _$]+/))
    .map((word) => word.toLowerCase());
}

describe("one word for one thing", () => {
  const used = new Map<string, string>();
  for (const folder of folders.filter((each) => existsSync(each))) {
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts")) continue;
      for (const word of identifierWords(page(`${folder}/${file}`))) {
        if (!wordsOfOthers[folder]?.includes(word)) used.set(word, `${folder}/${file}`);
      }
    }
  }

  it("takes identifiers apart into words, comments and texts left aside", () => {
    expect(identifierWords('const cellFirms = "agent"; // wave\nMAX_wave()')).toEqual([
      "const",
      "cell",
      "firms",
      "max",
      "wave",
    ]);
    expect(used.has("firm")).toBe(true);
  });

  it.each(unusedWords())("%s, for which the glossary has another word, is in no identifier", (word) => {
    expect(used.get(word) ?? used.get(`${word}s`)).toBeUndefined();
  });
});
