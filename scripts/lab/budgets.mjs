// What a visitor of the hosted lab downloads, by part, in bytes after gzip -9, from esbuild's metafile and the files themselves.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { closureOf } from "./chunks.mjs";

const KB = 1000;
/** At most so many bytes (issue: shell 60, charts 110, worker 80, map 15, first load 250 KB). */
export const budgets = {
  shell: 60 * KB,
  charts: 110 * KB,
  worker: 80 * KB,
  map: 15 * KB,
  firstLoad: 250 * KB,
};

/**
 * @param folder of the hosted site.
 * @param metafile esbuild's, of the same build.
 * @returns bytes by part: the names of `budgets`. The first load is all that the place Watch needs, its worker included.
 */
export async function labSizes(folder, metafile) {
  const closure = (source) => closureOf(metafile, source);
  const bytes = (files) =>
    [...files].reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
      0,
    );
  const union = (...sets) => new Set(sets.flatMap((set) => [...set]));

  const shell = union(closure("viz/main.ts"), closure("viz/page.tsx"), ["style.css"]);
  const watch = closure("viz/places/watch/Watch.tsx");
  const charts = closure("viz/charts/chartjs.ts");
  const worker = union(closure("workers/lab/labWorker.ts"), closure("workers/lab/watchService.ts"));
  const chartsAlone = new Set([...charts].filter((file) => !shell.has(file)));
  return {
    shell: bytes(shell),
    charts: bytes(chartsAlone),
    worker: bytes(worker),
    map: await mapSize(),
    firstLoad: bytes(union(shell, watch, charts, worker, ["index.html", "icon.svg"])),
  };
}

/** The map's own code and geometry: it travels in the chunk of a place, so it is weighed alone, without preact. */
async function mapSize() {
  const { outputFiles } = await build({
    entryPoints: ["viz/map/ProvinceMap.tsx"],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    packages: "external",
    loader: { ".css": "empty" },
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}
