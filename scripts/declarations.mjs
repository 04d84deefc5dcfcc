import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

/**
 * Writes the type declarations of the library (index.ts, and Node's threads for it) into `folder`: those its own declarations
 * lead to and no others, with `.js` in their imports, which every way of resolving modules understands.
 */
export function writeDeclarations(folder) {
  const all = mkdtempSync(join(tmpdir(), "bandwagon-types-"));
  try {
    const compiler = createRequire(import.meta.url).resolve("typescript/package.json");
    const { bin } = JSON.parse(readFileSync(compiler, "utf8"));
    execFileSync(process.execPath, [
      join(dirname(compiler), bin.tsc),
      "--project",
      "tsconfig.library.json",
      "--outDir",
      all,
    ]);
    const waiting = [join(all, "index.d.ts"), join(all, "workers/fitThreads.d.ts")];
    const met = new Set(waiting);
    for (const file of waiting) {
      const text = readFileSync(file, "utf8").replace(/((?:from |import\()"\.[^"]*)\.ts"/g, '$1.js"');
      const target = join(folder, relative(all, file));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
      for (const [, path] of text.matchAll(/(?:from |import\()"(\.[^"]*)\.js"/g)) {
        const next = join(dirname(file), `${path}.d.ts`);
        if (!met.has(next)) {
          met.add(next);
          waiting.push(next);
        }
      }
    }
  } finally {
    rmSync(all, { recursive: true, force: true });
  }
}
