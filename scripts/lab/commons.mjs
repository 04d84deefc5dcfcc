// What the places of the lab share becomes one file of the page. esbuild makes a file of every set of entries that share something, which are dozens,
// most of them smaller than the question for them.
import { readFileSync } from "node:fs";
import { extname, resolve } from "node:path";
import { closureOf } from "./chunks.mjs";

/** What few places share stays a file of its own from so many bytes on. */
const large = 10_000;

/**
 * @param metafile of a build without the plugin below.
 * @param page path of the page's module.
 * @param places paths of the places' modules.
 * @returns paths of the modules that belong together: those of the page and those that are small or that every place needs.
 */
export function sharedModules(metafile, page, places) {
  const outputs = Object.entries(metafile.outputs).map(([path, output]) => [path.split("/").at(-1), output]);
  const shell = closureOf(metafile, page);
  const closures = places.map((place) => closureOf(metafile, place));
  return outputs.flatMap(([name, { entryPoint, bytes, inputs }]) => {
    const users = closures.filter((files) => files.has(name)).length;
    const together = shell.has(name) || users === places.length || (users > 1 && bytes < large);
    return together && entryPoint === undefined ? Object.keys(inputs) : [];
  });
}

/**
 * An esbuild plugin by which every entry imports the modules, so that all of them are in one file.
 *
 * @param modules paths from the working directory.
 * @param entries paths of what is imported dynamically.
 */
export function together(modules, entries) {
  const namespace = "shared-modules";
  const chosen = new Set(entries.map((path) => resolve(path)));
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: /^shared-modules$/ }, () => ({ path: namespace, namespace }));
      build.onLoad({ filter: /.*/, namespace }, () => ({
        contents: modules.map((path) => `import ${JSON.stringify(resolve(path))};`).join("\n"),
        resolveDir: ".",
      }));
      build.onLoad({ filter: /\.tsx?$/ }, ({ path }) =>
        chosen.has(path)
          ? {
              contents: `${readFileSync(path, "utf8")}\nimport ${JSON.stringify(namespace)};\n`,
              loader: extname(path).slice(1),
            }
          : undefined,
      );
    },
  };
}
