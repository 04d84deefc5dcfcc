import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resolveDesign } from "../../../study/cells.ts";
import { parseDesign } from "../../../study/design.ts";
import { runReplication } from "../../../study/replication.ts";
import { createLabPool } from "../../../workers/lab/labPool.ts";
import { spawnNodeWorker } from "../../../workers/nodeEndpoint.ts";
import { runReplications } from "../../../workers/runReplications.ts";
import { bundle, temporaryFolder } from "../bundle.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

describe("replications in a worker of the lab", () => {
  beforeAll(() => bundle("node", folder.path, { lab: "tests/workers/lab/labNodeWorker.ts" }));

  it("are those of any other thread", async () => {
    const { dataGenerating, ...rest } = JSON.parse(
      readFileSync("scenarios/canello-2022/studies/recovery.json", "utf8"),
    );
    const small = {
      name: "small",
      scenario: "canello-2022/impostor",
      set: { firms: 200 },
      methods: ["canello-2022/B-small"],
    };
    const design = resolveDesign(parseDesign({ ...rest, dataGenerating: [small], replications: 2 }));
    const url = pathToFileURL(join(folder.path, "lab.js"));
    const pool = createLabPool("replications", design, { spawn: () => spawnNodeWorker(url), size: 1 });
    const done = new Map<number, unknown>();
    const keys = [1, 2].map((replication) => ({ cell: 0, replication }));
    const failure = await runReplications(pool, keys, {
      onDone: ({ replication, outcome }) => void done.set(replication, outcome),
    });
    await pool.dispose();
    expect(failure).toBeNull();
    expect(dataGenerating).toBeDefined();
    for (const { cell, replication } of keys)
      expect(done.get(replication)).toEqual({ ok: true, value: runReplication(design, cell, replication) });
  });
});

describe("the built worker of the lab", () => {
  const source = "workers/lab/labWorker.ts";

  it("loads no more than 80 KB for whoever watches, and no estimator", async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: { lab: source },
      bundle: true,
      minify: true,
      splitting: true,
      format: "esm",
      target: "es2022",
      platform: "browser",
      outdir: folder.path,
      write: false,
      metafile: true,
    });
    const chunks = loadedWith(metafile, source, "workers/lab/watchService.ts");
    const bytes = outputFiles
      .filter(({ path }) => chunks.some((chunk) => path.endsWith(chunk.split("/").at(-1) ?? chunk)))
      .reduce((sum, { contents }) => sum + gzipSync(contents).length, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(80 * 1024);
    const inputs = chunks.flatMap((chunk) => Object.keys(metafile.outputs[chunk].inputs));
    expect(inputs.filter((path) => path.startsWith("estimators/"))).toEqual([]);
  });

  it("is one classic script in the one HTML file, without anything left to import", async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: [source],
      bundle: true,
      format: "iife",
      target: "es2022",
      platform: "browser",
      write: false,
      metafile: true,
    });
    expect(outputFiles).toHaveLength(1);
    expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).toEqual([]);
  });
});

/** The chunks of an entry and of a module that it loads, with all that these import at once. */
function loadedWith({ outputs }: Metafile, ...entries: readonly string[]): string[] {
  const loaded = new Set<string>();
  const load = (chunk: string) => {
    if (loaded.has(chunk)) return;
    loaded.add(chunk);
    for (const { path, kind } of outputs[chunk].imports) if (kind === "import-statement") load(path);
  };
  for (const [chunk, { entryPoint }] of Object.entries(outputs))
    if (entryPoint !== undefined && entries.includes(entryPoint)) load(chunk);
  return [...loaded];
}
