import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** Data flows left to right; a folder imports from itself and from what stands before it. */
const order = ["scenarios", "numerics", "sim", "panel", "estimators", "study", "workers", "cli"];
/** The lab knows everything but the command line. */
const mayImport = new Map<string, readonly string[]>([
  ...order.map((folder, at) => [folder, order.slice(0, at + 1)] as const),
  ["viz", [...order.filter((folder) => folder !== "cli"), "viz"]],
]);

function sources(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

function imports(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, specifier]) => specifier);
}

describe("the folders", () => {
  for (const [folder, allowed] of mayImport) {
    it(`${folder} imports only from ${allowed.join(", ")}`, () => {
      const strangers = sources(folder).flatMap((file) =>
        imports(file)
          .filter((specifier) => specifier.startsWith(".") && !specifier.endsWith("package.json"))
          .map((specifier) => normalize(join(dirname(file), specifier)).split("/")[0])
          .filter((target) => !allowed.includes(target))
          .map((target) => `${file} imports ${target}`),
      );
      expect(strangers).toEqual([]);
    });
  }

  it("hold no module that is imported for its effect alone, outside viz: package.json tells bundlers that there is none", () => {
    const bare = [...order, "index.ts"]
      .flatMap((folder) => (folder.endsWith(".ts") ? [folder] : sources(folder)))
      .filter((file) => /^import\s*"\./m.test(readFileSync(file, "utf8")));
    expect(bare).toEqual([]);
  });

  it("are free of files, clocks and global randomness where they are pure", () => {
    const impure = /from "node:|Math\.random|Date\.now|new Date\(|performance\.now|process\./;
    const offenders = ["scenarios", "numerics", "sim", "panel", "estimators", "study"]
      .flatMap(sources)
      .filter((file) => impure.test(readFileSync(file, "utf8")));
    expect(offenders).toEqual([]);
  });
});
