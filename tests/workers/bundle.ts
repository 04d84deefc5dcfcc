import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuildResult, build } from "esbuild";

/** A temporary folder that its user removes. */
export function temporaryFolder(): { readonly path: string; remove(): Promise<void> } {
  const path = mkdtempSync(join(tmpdir(), "bandwagon-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Bundles TypeScript entry points into ES modules `folder/<name>.js`, as `npm run build` does. */
export function bundle(
  platform: "node" | "browser",
  folder: string,
  entryPoints: Record<string, string>,
): Promise<BuildResult<{ metafile: true }>> {
  return build({
    entryPoints,
    outdir: folder,
    platform,
    bundle: true,
    format: "esm",
    target: "es2022",
    metafile: true,
    logLevel: "silent",
  });
}
