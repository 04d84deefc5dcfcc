// What of the hosted lab loads what, from esbuild's metafile.

/**
 * @param metafile esbuild's.
 * @param source path of an entry's or of a dynamically imported module.
 * @returns names of the file made from it and of all that it imports when it starts.
 */
export function closureOf(metafile, source) {
  const outputs = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [path.split("/").at(-1), output]),
  );
  const files = new Set();
  const add = (name) => {
    if (files.has(name)) return;
    files.add(name);
    for (const { path, kind } of outputs.get(name)?.imports ?? [])
      if (kind === "import-statement") add(path.split("/").at(-1));
  };
  for (const [name, { entryPoint }] of outputs) if (entryPoint === source) add(name);
  if (files.size === 0) throw new Error(`no file of the lab was made from ${source}`);
  return files;
}

/**
 * Links for index.html to all files that the page imports when it starts, to those of each place, which viz/main.ts makes effective for the
 * place that is asked for, and to those of its thread (viz/shell/threadFiles.ts). Without them a browser finds each file in the one before, and a
 * slow network answers seven times in a row.
 *
 * @param metafile esbuild's.
 * @param page path of the page's module.
 * @param places by name: path of the place's module and, if it starts the simulator's thread at once, of the service that it asks for.
 */
export function preloadLinks(metafile, page, places) {
  const shell = closureOf(metafile, page);
  const lines = [...shell].map((file) => `<link rel="modulepreload" href="${file}" />`);
  const link = (source, names, data) => {
    for (const file of closureOf(metafile, source)) {
      if (shell.has(file)) continue;
      names.set(file, [...(names.get(file) ?? []), data]);
    }
  };
  const ofPages = new Map();
  const ofThreads = new Map();
  for (const [place, { page: source, thread }] of Object.entries(places)) {
    link(source, ofPages, place);
    if (thread === undefined) continue;
    link("workers/lab/labWorker.ts", ofThreads, place);
    link(thread, ofThreads, place);
  }
  for (const [file, names] of ofPages) lines.push(`<link data-place="${names.join(" ")}" href="${file}" />`);
  for (const [file, names] of ofThreads)
    lines.push(`<link data-place="${[...new Set(names)].join(" ")}" data-thread href="${file}" />`);
  return lines.map((line) => `    ${line}\n`).join("");
}
