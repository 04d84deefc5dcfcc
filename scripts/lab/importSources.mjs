import { build } from "esbuild";

/**
 * Imports parts of the project's TypeScript into a script.
 *
 * @param exports lines of `export { … } from "./…"`, with paths from the project's folder.
 * @returns what they export.
 */
export async function importSources(exports) {
  const { outputFiles } = await build({
    stdin: { contents: exports, resolveDir: "." },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
