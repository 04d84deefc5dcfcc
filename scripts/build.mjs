// Bundles the library with its type declarations, the command line, the worker and (where present) the bench and the
// browser page into dist/, or into the folder named on the command line.
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { build } from "esbuild";
import { writeLicenses } from "./bundledLicenses.mjs";
import { writeDeclarations } from "./declarations.mjs";
import { buildLab } from "./lab/buildLab.mjs";

const shared = {
  bundle: true,
  metafile: true,
  format: "esm",
  target: "es2022",
  sourcemap: true,
  logLevel: "warning",
};
// Bundled CommonJS packages call require() for Node's own modules; an ES module has none unless we make it.
const banner = {
  js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
};

const nodeEntries = {
  cli: "cli/main.ts",
  worker: "workers/nodeWorker.ts",
  calibrationWorker: "workers/calibrationWorker.ts",
  threads: "workers/fitThreads.ts",
  fitThread: "workers/fitThread.ts",
  bench: "bench/main.ts",
  validate: "bench/validate/main.ts",
};
const present = (entries) =>
  Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file)));

const out = process.argv[2] ?? "dist";
rmSync(out, { recursive: true, force: true });
const bundles = [];
bundles.push(
  await build({
    ...shared,
    entryPoints: present(nodeEntries),
    outdir: out,
    platform: "node",
    banner,
    external: ["playwright-core"],
  }),
);
// One file for Node and browsers: as for a browser, a module of Node's is an error here.
bundles.push(await build({ ...shared, entryPoints: ["index.ts"], outdir: out, platform: "browser" }));
writeDeclarations(`${out}/types`);
if (!process.argv.includes("--without-lab")) {
  const lab = await buildLab(`${out}/lab`, `${out}/bandwagon-lab.html`);
  bundles.push({ metafile: lab.hosted });
}
writeLicenses(
  `${out}/THIRD-PARTY-LICENSES.txt`,
  bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs)),
);
// Studies by name, which no two share.
const studies = readdirSync("scenarios")
  .map((family) => `scenarios/${family}/studies`)
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`));
if (new Set(studies.map((path) => basename(path))).size < studies.length)
  throw new Error("two studies of one name");
mkdirSync(`${out}/studies`, { recursive: true });
for (const path of studies) copyFileSync(path, `${out}/studies/${basename(path)}`);
