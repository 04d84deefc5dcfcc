// Builds the lab twice: the hosted site (ES modules in chunks, a strict security policy, a service worker for offline use) and
// one HTML file with everything in it, which opens from a USB stick.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { preloadLinks } from "./chunks.mjs";
import { sharedModules, together } from "./commons.mjs";

const common = {
  bundle: true,
  minify: true,
  target: "es2022",
  platform: "browser",
  logLevel: "warning",
  metafile: true,
  legalComments: "none",
  jsx: "automatic",
  jsxImportSource: "preact",
  loader: { ".svg": "text" },
};
const page = { main: "viz/main.ts", style: "viz/style.css" };
const worker = { labWorker: "workers/lab/labWorker.ts" };
/** What is asked for at once where a link leads to a place, and what the thread needs that some places start at once. */
const places = {
  watch: { page: "viz/places/watch/Watch.tsx", thread: "workers/lab/watchService.ts" },
  estimate: { page: "viz/places/estimate/Estimate.tsx" },
  repeat: { page: "viz/places/repeat/Repeat.tsx" },
  "tell-apart": {
    page: "viz/places/tellApart/TellApart.tsx",
    thread: "workers/lab/tellApartService.ts",
  },
  "your-data": { page: "viz/places/yourData/YourData.tsx" },
  learn: { page: "viz/places/learn/Learn.tsx" },
};

/**
 * @param folder where the site goes, e.g. "dist/lab"; its contents are replaced.
 * @param singleFile path of the one-file page, e.g. "dist/bandwagon-lab.html".
 * @returns esbuild's metafiles, `{ hosted, single }`: what is in which file, for budgets and licences.
 */
export async function buildLab(folder, singleFile) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const hosted = await buildHosted(folder);
  writeFileSync(join(folder, "icon.svg"), readFileSync("viz/icon.svg"));
  writeFileSync(
    join(folder, "index.html"),
    readFileSync("viz/index.html", "utf8").replace(
      "  </head>",
      (end) => preloadLinks(hosted, "viz/page.tsx", places) + end,
    ),
  );
  await buildServiceWorker(folder);
  const single = await buildSingleFile(singleFile);
  return { hosted, single };
}

/** The page and the worker share no chunks: each would be split into many more files, and a request costs more than a copied kilobyte. */
async function buildHosted(folder) {
  const split = {
    ...common,
    outdir: folder,
    format: "esm",
    splitting: true,
    chunkNames: "[name]-[hash]",
    define: { SINGLE_FILE: "false" },
  };
  const { metafile: apart } = await build({ ...split, entryPoints: page, write: false });
  const shared = sharedModules(
    apart,
    "viz/page.tsx",
    Object.values(places).map((place) => place.page),
  );
  const entries = Object.values(apart.outputs).flatMap(({ entryPoint }) =>
    entryPoint === undefined || Object.values(page).includes(entryPoint) ? [] : [entryPoint],
  );
  const builds = [
    await build({
      ...split,
      entryPoints: page,
      plugins: [together(shared, entries)],
      // Modules that are known to have no effects are not imported for them; those that import them bring them along.
      logOverride: { "ignored-bare-import": "silent" },
    }),
    await build({ ...split, entryPoints: worker }),
  ];
  const merged = (part) => Object.assign({}, ...builds.map(({ metafile }) => metafile[part]));
  return { inputs: merged("inputs"), outputs: merged("outputs") };
}

/** Its list of files has a name made of their contents, so that a changed file means a new cache. */
async function buildServiceWorker(folder) {
  const files = readdirSync(folder).sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
  await build({
    ...common,
    entryPoints: ["viz/offline/serviceWorker.ts"],
    outdir: folder,
    format: "iife",
    define: {
      LAB_FILES: JSON.stringify(["./", ...files]),
      LAB_CACHE: JSON.stringify(`bandwagon-lab-${hash.digest("hex").slice(0, 16)}`),
    },
  });
}

async function buildSingleFile(path) {
  const built = await build({
    ...common,
    entryPoints: { ...page, ...worker },
    outdir: "single",
    format: "iife",
    write: false,
    define: { SINGLE_FILE: "true" },
    // The address of the module worker, of which this build has none.
    logOverride: { "empty-import-meta": "silent" },
  });
  const text = (name) => {
    const file = built.outputFiles.find((each) => each.path.endsWith(name));
    if (file === undefined) throw new Error(`the one-file build made no ${name}`);
    return file.text;
  };
  const script = inline(text("/main.js"));
  const style = text("/style.css").replaceAll("</style", "<\\/style");
  const icon = `data:image/svg+xml;base64,${readFileSync("viz/icon.svg").toString("base64")}`;
  const policy = [
    "default-src 'none'",
    `script-src '${digest(script)}' 'wasm-unsafe-eval'`,
    `style-src '${digest(style)}'`,
    "img-src data: blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const html = readFileSync("viz/index.html", "utf8")
    .replace(/<!--.*?-->\s*/s, "")
    .replace(/content="default-src[^"]*"/, () => `content="${policy}"`)
    .replace('href="icon.svg"', () => `href="${icon}"`)
    .replace('<link rel="stylesheet" href="style.css" />', () => `<style>${style}</style>`)
    .replace('<script type="module" src="main.js"></script>', "")
    .replace(
      "</body>",
      () =>
        `<script type="text/plain" id="lab-worker">${inline(text("/labWorker.js"))}</script>\n<script>${script}</script>\n</body>`,
    );
  writeFileSync(path, html);
  return built.metafile;
}

/** Script text that ends no script element early, in strings and regular expressions alike. */
function inline(script) {
  return script.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}

function digest(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
