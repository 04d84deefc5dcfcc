import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { budgets, labSizes } from "../../scripts/lab/budgets.mjs";
import { buildLab } from "../../scripts/lab/buildLab.mjs";
import { places } from "../../viz/state/labState.ts";
import { temporaryFolder } from "../workers/bundle.ts";

describe("what a visitor downloads", () => {
  const temporary = temporaryFolder();
  const folder = join(temporary.path, "lab");
  const singleFile = join(temporary.path, "lab.html");
  let built: Awaited<ReturnType<typeof buildLab>>;
  let sizes: Awaited<ReturnType<typeof labSizes>>;
  beforeAll(async () => {
    built = await buildLab(folder, singleFile);
    sizes = await labSizes(folder, built.hosted);
  });
  afterAll(() => temporary.remove());

  test.each(Object.entries(budgets))("of the part %s is at most %i bytes after gzip", (part, limit) => {
    expect(sizes[part as keyof typeof sizes]).toBeLessThanOrEqual(limit);
  });

  test("has one copy of preact, of chart.js and of comlink", () => {
    for (const name of ["preact", "chart.js", "comlink"]) {
      const roots = Object.keys(built.hosted.inputs).flatMap((path) => {
        const at = path.lastIndexOf(`node_modules/${name}/`);
        return at < 0 ? [] : [path.slice(0, at)];
      });
      expect(new Set(roots).size, name).toBe(1);
    }
  });

  test("is asked for together: the page names what it starts with, and every place what it loads", () => {
    const html = readFileSync(join(folder, "index.html"), "utf8");
    const links = [
      ...html.matchAll(/<link (?:rel="modulepreload"|data-place="([^"]+)")[^>]* href="([^"]+)"/g),
    ];
    for (const [, , file = ""] of links) expect(existsSync(join(folder, file)), file).toBe(true);
    const named = new Set(links.flatMap(([, of]) => of?.split(" ") ?? []));
    expect([...named].sort()).toEqual([...places].sort());
    // It starts before the files that it asks for have come, so it may wait for none.
    const [, main] =
      Object.entries(built.hosted.outputs).find(([path]) => basename(path) === "main.js") ?? [];
    expect(main?.imports.filter(({ kind }) => kind === "import-statement")).toEqual([]);
  });

  test("comes from this site alone: no address of another is in any page, style or script that loads", () => {
    const html = readFileSync(join(folder, "index.html"), "utf8");
    expect(html.match(/(?:src|href)="(?:https?:)?\/\/[^"]*"/g)).toBeNull();
    expect(readFileSync(join(folder, "style.css"), "utf8")).not.toMatch(/url\(|@import/);
    expect(readFileSync(singleFile, "utf8")).not.toMatch(/<(?:script|link)[^>]+(?:src|href)="(?!data:)/);
  });

  test("and in the one file is everything: it asks for no other", () => {
    const html = readFileSync(singleFile, "utf8");
    expect(html).toContain('id="lab-worker"');
    expect(html).toMatch(/script-src 'sha256-[A-Za-z0-9+/=]+' 'wasm-unsafe-eval'/);
    const [, policy = ""] = html.match(/content="(default-src [^"]*)"/) ?? [];
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toContain("connect-src");
  });
});
