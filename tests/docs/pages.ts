import { readdirSync, readFileSync } from "node:fs";

export function page(path: string): string {
  return readFileSync(path, "utf8");
}

/** The hand-written pages and root papers that speak of the code. */
export const pages = [
  "CHANGELOG.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" }).map((name) => `docs/${name}`),
].filter((path) => path.endsWith(".md"));

/** The words of a union of string literals in a source file, as written between `type Name =` and the semicolon. */
export function wordsOfUnion(file: string, name: string): string[] {
  const declaration = new RegExp(`type ${name} =([^;]+);`).exec(page(file))?.[1] ?? "";
  return [...declaration.matchAll(/"([^"]+)"/g)].map(([, word = ""]) => word);
}
